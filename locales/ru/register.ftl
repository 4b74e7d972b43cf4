### Реестр как таблица: названия столбцов и слова в них. Они — часть устойчивого интерфейса: файлы городов держатся на них.

## Столбцы

register-column-number = Номер
register-column-received = Поступило
register-column-answered = Отвечено
register-column-channel = Канал
register-column-account = Аккаунт
register-column-external_number = Внешний номер
register-column-link = Ссылка
register-column-applicant = Заявитель
register-column-applicant_kind = Вид заявителя
register-column-contact = Контакт
register-column-kind = Вид
register-column-formal = 59-ФЗ
register-column-topic = Тема
register-column-address = Адрес
register-column-territory = Территория
register-column-gist = Суть
register-column-text = Текст
register-column-executors = Исполнители
register-column-collective = Коллективное
register-column-urgent = Срочное
register-column-important = Повышенной важности
register-column-forwarded_from = Переслано из
register-column-repeat_of = Повторное к
register-column-category = Категория
register-column-outcome = Исход
register-column-way = Способ ответа
register-column-outgoing_number = Исходящий номер
register-column-outgoing_date = Исходящая дата
register-column-requests = Запросов
register-column-rating = Оценка

## Слова в столбцах

register-yes = да
register-no = нет
register-applicant_kind-citizen = гражданин
register-applicant_kind-abroad = гражданин за рубежом
register-applicant_kind-foreigner = иностранный гражданин
register-applicant_kind-stateless = без гражданства
register-applicant_kind-organisation = организация
register-kind-question = вопрос
register-kind-remark = замечание
register-kind-complaint = жалоба
register-kind-proposal = предложение
register-kind-application = заявление
register-kind-thanks = благодарность
register-category-ordinary = обычное
register-category-fast_track = решаемое
register-outcome-solved = решено
register-outcome-measures = меры приняты
register-outcome-explained = разъяснено
register-outcome-not_confirmed = не подтвердилось
register-outcome-referred = перенаправлено
register-outcome-refused = отказано
register-outcome-no_reply = без ответа
register-outcome-not_needed = ответ не требуется
register-outcome-withdrawn = снято
register-way-bot = бот
register-way-comment = комментарий
register-way-call = звонок
register-way-letter = письмо
register-way-in_person = лично

## Внесение реестра из файла. $file — файл; $value — что стоит в ячейке; $expected — что подходит, через запятую; $likely — похожее правильное;
## $row — строка файла; $limit — предел; $day — день; $detail — что ответила система; $added, $known, $unmarked, $count — сколько строк или ошибок.

import-not-a-table = { $file }: это не таблица CSV или XLSX — сохраните её из программы как «CSV UTF-8» или «Книга Excel (.xlsx)»
import-unreadable = { $file }: файл не прочитать ({ $detail }) — проверьте путь и права
import-old-excel = { $file }: это книга старого Excel (.xls), только названная иначе, — откройте её и сохраните как «Книга Excel (.xlsx)»
import-broken-xlsx = { $file }: книга повреждена — откройте её в Excel и сохраните заново
import-too-big = { $file }: файл больше { $limit } МБ — разделите его, например по годам
import-unpacks-too-big = { $file }: книга распаковывается больше чем в { $limit } МБ — сохраните её как CSV или разделите, например по годам
import-encoding = { $file }: кодировка не UTF-8 и не Windows-1251 — сохраните файл как «CSV UTF-8»
import-empty = { $file }: в файле нет строки с заголовками — первой должна идти строка с названиями столбцов
import-no-columns = { $file }: в первой строке нет ни одного столбца реестра — назовите столбцы так: { $expected }; если они так и названы, сохраните файл как «CSV UTF-8»
import-too-many-rows = строк больше { $limit } — разделите файл, например по годам
import-broken-csv = дальше файл не разобрать: кавычка открыта и не закрыта, или в одной ячейке больше миллиона знаков — поправьте эту строку
import-unknown-column = { $value }: нет такого столбца — { $likely ->
        [none] уберите его или назовите одним из: { $expected }
       *[other] может быть, «{ $likely }»?
    }
import-double-column = { $value }: столбец назван дважды — оставьте один
import-extra-cells = в строке больше ячеек, чем столбцов — проверьте разделители и кавычки
import-no-date = пусто — впишите, когда поступило: 2022-01-27 14:05
import-formula = формула, которую ещё никто не вычислил, — откройте файл в Excel или LibreOffice, сохраните и внесите снова или впишите вместо неё значение
import-date = «{ $value }» — не дата — впишите 2022-01-27 14:05, 27.01.2022 14:05 или одну дату
import-answered-before = отвечено раньше, чем поступило, — поправьте одну из дат
import-number = «{ $value }» — не номер реестра — впишите номер вида 2022-00001 или оставьте пустым, номер даст программа
import-number-taken = номер { $value } уже занят другим сообщением, от { $day } — поправьте номер или время «Поступило», или оставьте номер пустым
import-twice = то же, что в строке { $row }, — оставьте одну строку или поправьте номер
import-word = «{ $value }» — нет такого слова — впишите одно из: { $expected }
import-channel = «{ $value }» — нет такого канала — впишите один из: { $expected }; новый добавьте в [[channels]] файла муниципалитета и примените его
import-topic = «{ $value }» — нет такой темы — впишите одну из: { $expected }
import-name-twice = «{ $value }» — так называются двое — впишите код: { $expected }
import-executor = «{ $value }» — нет такого отдела — впишите код из: { $expected }
import-questions = «{ $value }» — число вопросов от 1 до { $limit }: zhkh:2|legal:1
import-executor-twice = «{ $value }» — отдел назван дважды — сложите вопросы
import-count = «{ $value }» — не целое число от 0 до { $limit }
import-rating = «{ $value }» — оценка от 1 до 5
import-long = { $value } знаков, а место есть для { $limit } — сократите
import-more = и ещё ошибок: { $count }
import-refused = { $file }: ничего не внесено, ошибок: { $count }
import-done = { $file }: внесено строк: { $added }, уже были в реестре: { $known }
import-rehearsed = { $file }: ошибок нет. Будет внесено строк: { $added }, уже в реестре: { $known }. Это проба: ничего не изменено
import-ahead = { $file }: строк о днях, которые ещё не наступили: { $count }, первая — { $row }. Проверьте год
import-unmarked = { $file }: строк без номера и без внешнего номера: { $unmarked } — внесённые второй раз, они удвоятся
import-no-municipality = { $file }: муниципалитет ещё не настроен, каналы и отделы сверить не с чем — сначала python -m bot apply municipality.toml

## Выгрузка. $file — файл; $expected — что подходит; $database — база; $detail — что ответила система; $count — сколько строк; $code — код отдела; $known — какие есть.

report-ending = { $file }: такой файл не записать — имя должно кончаться на одно из: { $expected }
report-days = последний день раньше первого — поменяйте --from и --to местами
report-no-department = отдела «{ $code }» в муниципалитете нет; есть: { $known }
report-without-form = { $file }: у картинки и таблицы карты нет формы — уберите --template или назовите файл .docx или .txt
report-no-way = что сделать с отчётом? Назовите файл (--out отчет.docx) или попросите цифры (--format json)
report-no-database = { $database }: базы с настройками муниципалитета ещё нет — запустите бота или внесите реестр
report-not-written = { $file }: не записать ({ $detail }) — проверьте путь и права
report-register-written = { $file }: строк в реестре: { $count }
