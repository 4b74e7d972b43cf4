### Настройка: что не так в .env и в файле муниципалитета и как это исправить.
### Читает тот, кто ставит и сопровождает программу. Одна ошибка — одна строка.
### Сначала что не так, после тире — что сделать; перед текстом программа ставит файл, строку и ключ.
###
### $value — значение, как его написали; $name — ключ или раздел; $limit — наибольшее или наименьшее число;
### $expected — что подходит, через запятую; $likely — похожее правильное; $detail — причина словами системы;
### $example — файл, в котором показано, как надо.

## Переменные окружения и .env

setup-env-bot-token = не похоже на токен бота — впишите токен от @BotFather целиком, вида 123456789:AAE…
setup-env-bot-api-url = это не адрес сервера Bot API — нужен вид http://127.0.0.1:8081 или https://api.example.org, без логина и параметров; или уберите переменную
setup-env-proxy-url = не понять адрес прокси — нужен вид http://узел:порт или socks5://логин:пароль@узел:порт
setup-env-database-url = база такого вида не поддерживается — нужен вид sqlite+aiosqlite:///data/priemnaya.sqlite3 (четыре черты подряд — путь от корня)
setup-env-database-file = не указан файл базы — после sqlite+aiosqlite:/// нужен путь к файлу, например data/priemnaya.sqlite3
setup-env-municipality-file = путь не понять — впишите путь к файлу, например municipality.toml
setup-env-attachments = «{ $value }» — так хранить файлы нельзя — впишите telegram или copy
setup-env-group-limit = «{ $value }» — не целое число от 0 — впишите 20, а 0 снимет собственный предел
setup-env-smtp-host = неверный адрес почтового сервера — впишите имя или номер вида mail.primersk.ru
setup-env-smtp-no-from = нет SMTP_FROM — впишите адрес, от которого бот пишет и на который приходят ответы
setup-env-smtp-port = «{ $value }» — не порт — впишите число от 1 до 65535 или уберите: порт возьмётся по SMTP_TLS
setup-env-smtp-user = неверное имя — впишите имя для входа на почтовый сервер
setup-env-smtp-password = неверный пароль — впишите пароль для входа на почтовый сервер
setup-env-smtp-from = неверный адрес — впишите вида priemnaya@primersk.ru
setup-env-smtp-tls = «{ $value }» — такой защиты нет — выберите одно из: starttls, tls, none
setup-env-log-level = «{ $value }» — нет такого уровня — выберите одно из: DEBUG, INFO, WARNING, ERROR, CRITICAL
setup-env-log-json = «{ $value }» — не да и не нет — впишите true или false
setup-dotenv-not-utf8 = файл не в кодировке UTF-8 — сохраните его в UTF-8
setup-dotenv-unreadable = файл не прочитать ({ $detail }) — дайте право на чтение тому, от чьего имени работает программа

## Файл муниципалитета целиком

setup-file-absent = такого файла нет — проверьте путь или скопируйте municipality.example.toml
setup-file-is-folder = это папка, а не файл — укажите сам файл
setup-file-forbidden = нет права на чтение — дайте его тому, от чьего имени работает программа
setup-file-unreadable = файл не прочитать ({ $detail }) — проверьте путь и носитель
setup-not-utf8 = файл не в кодировке UTF-8 — сохраните его в UTF-8, в этой строке первый чужой знак
setup-byte-order-mark = файл начинается с метки порядка байтов (BOM) — она не мешает, но лучше сохранить его как «UTF-8 без BOM»

## Файл не разобрать как TOML

setup-toml = это не TOML ({ $detail }) — сверьте строку с municipality.example.toml
setup-toml-value = значение не разобрать — текст пишется в прямых кавычках "…", числа, даты и true/false без кавычек
setup-toml-date = нет такого дня или времени — дата пишется 2026-04-21
setup-toml-equals = после ключа нет знака = — пишите ключ = значение; пробелы и русские буквы в ключе — только в кавычках
setup-toml-rest = после значения стоит лишнее — оставьте одно значение в строке, пояснение — после знака #
setup-toml-bracket = заголовок раздела не закрыт — пишите [hours] или [[departments]]
setup-toml-unclosed = скобка списка или таблицы не закрыта — закройте её: ] или {"}"}
setup-toml-key = ключ не разобрать — ключ пишется латинскими буквами, за ним = и значение
setup-toml-backslash = обратная черта в кавычках значит особый знак — удвойте её или возьмите текст в одинарные кавычки '…'
setup-toml-string = кавычки не закрыты в своей строке — закройте их; текст в несколько строк берут в тройные кавычки
setup-toml-twice = ключ или раздел стоит второй раз — оставьте один; повторяются только разделы в двойных скобках, как [[departments]]

## Ключи и значения

setup-missing = нет обязательного ключа — добавьте строку { $name } = …
setup-missing-table = нет обязательного раздела — добавьте [{ $name }], пример в { $example }
setup-unknown-key = неизвестный ключ — исправьте на { $likely } или уберите
setup-unknown-key-unlike = неизвестный ключ — уберите его или сверьтесь с { $example }
setup-not-text = нужен текст — возьмите значение в кавычки "…"
setup-not-whole = нужно целое число — напишите его цифрами без кавычек
setup-not-flag = нужно да или нет — напишите true или false без кавычек
setup-not-date = нужна дата без времени — напишите её как 2026-04-21 без кавычек
setup-not-one-of = «{ $value }» не подходит — выберите одно из: { $expected }
setup-not-list = нужен список — возьмите значения в квадратные скобки через запятую
setup-not-table = нужен раздел — напишите его заголовок в одинарных скобках: [{ $name }]
setup-not-tables = нужны записи по одной — начните каждую заголовком в двойных скобках: [[{ $name }]]
setup-empty = пусто — впишите значение
setup-too-long = слишком длинно — сократите до { $limit } знаков
setup-too-small = «{ $value }» слишком мало — впишите число не меньше { $limit }
setup-too-large = «{ $value }» слишком много — впишите число не больше { $limit }
setup-not-one-line = перевод строки или невидимый знак внутри — напишите в одну строку
setup-bad-code = «{ $value }» не годится как код — возьмите до 24 латинских строчных букв, цифр, знаков - и _
setup-bad-region = «{ $value }» — не код региона — напишите вида RU-CE или оставьте пустым
# $part — что в строке не понято
setup-bad-street = в строке «{ $value }» не понято «{ $part }» — напишите улицу целиком: "ул. Ленина", или с домами: "ул. Ленина, 1-25, 40, чётные 2-18, 5а"
setup-bad-point = «{ $value }» — не место на карте — напишите широту, долготу и сколько метров вокруг: "56.6123, 57.7715, 800"
setup-bad-web-address = «{ $value }» — не адрес страницы — напишите вида https://example.ru/priem или оставьте пустым
setup-bad-email = «{ $value }» — не адрес почты — напишите вида otdel@example.ru или оставьте пустым
setup-zero-chat = номера чата 0 не бывает — впишите настоящий; как узнать номер, сказано в README.ru.md
setup-private-chat = это личный чат, а нужна группа — номер группы отрицательный, проверьте минус перед { $value }
setup-no-such-id = такого номера не бывает — проверьте, нет ли в { $value } лишних цифр
setup-unknown-timezone = часовой пояс «{ $value }» неизвестен — исправьте, например: { $likely }
setup-term-without-span = не сказано, сколько времени — добавьте один из ключей: { $expected }
setup-term-with-spans = время названо дважды — оставьте один из ключей: { $expected }
setup-term-holder = срок «{ $value }» ведёт не тот — выберите: { $expected }
setup-term-stage = у дела «{ $value }» срока в регламенте не бывает — выберите: { $expected }
setup-term-start = срок «{ $value }» не может идти отсюда — выберите: { $expected }
setup-term-twice = второй срок «{ $value }» для тех же сообщений — оставьте один или ограничьте ключом category или high_importance
setup-outcome-twice = исход «{ $value }» стоит в двух группах — сумма отчёта не сойдётся, оставьте в одной
setup-answer-twice = второе условие к ответу «{ $value }» для тех же сообщений — оставьте одно или ограничьте ключом category
setup-answer-needs = это говорит только промежуточный ответ: { $value } — уберите или напишите answer = "{ $expected }"
# $path — где искали файл регламента
setup-unknown-regulation = «{ $value }» — не готовый регламент и не файл { $path } — выберите одно из: { $expected }, или укажите путь к своему файлу
setup-department-nowhere = нет обязательного ключа — добавьте строку { $name } = …, а если карточки пойдут почтой: email = "…"
setup-no-hours = нет ни одного рабочего часа — впишите хотя бы один день, например mon = ["08:00-17:00"]
setup-bad-interval = «{ $value }» — не промежуток времени — напишите вида "08:00-12:00", до "24:00"
setup-reversed-interval = «{ $value }» кончается раньше, чем начинается — поменяйте местами; ночь делится на два дня
# $earlier, $later — два соседних промежутка, 08:00-12:00
setup-overlapping-intervals = промежутки { $earlier } и { $later } пересекаются или стоят не по порядку — исправьте их

## Части не сходятся между собой

setup-double = «{ $value }» уже есть выше — оставьте один или дайте другое значение
setup-double-word = слово «{ $value }» у этой темы уже есть — уберите повтор
setup-unknown-department = отдела с кодом «{ $value }» нет — исправьте на один из: { $expected }
setup-no-such-department = отдела с кодом «{ $value }» нет, как и других — добавьте его в [[departments]]
setup-day-is-off = { $value } и так нерабочий день — сначала сделайте его рабочим или выберите другой
setup-year-gap = до { $value } года неизвестен { $expected } — годы идут подряд, сначала объявите { $expected }
# $other — название другой территории
# $house — номер дома
setup-street-claimed-house = «{ $value }»: дом { $house } уже есть у территории «{ $other }» — оставьте его у одной
# $other — название другой территории
setup-street-claimed = «{ $value }»: эта улица или часть её уже есть у территории «{ $other }» — разделите улицу по домам или оставьте у одной
setup-day-without-hours = у дня { $value } нет рабочих часов в [hours] — возьмите рабочий день недели

## Предупреждения

setup-no-departments = нет ни одного отдела — сообщения некому передать, добавьте [[departments]]
setup-no-staff = нет ни одного сотрудника — нажимать кнопки некому, добавьте [[staff]]
setup-stranger = сотрудника с номером { $value } нет в [[staff]] — добавьте его или исправьте номер
setup-public-staff = группа { $value } указана и в public, и как рабочий чат — комментариев бот там не слушает, уберите её из public
setup-executor-without-department = { $value } — исполнитель без отдела — впишите departments = ["код"]
setup-department-without-staff = в отделе «{ $value }» нет сотрудников — впишите его код в [[staff]] или поставьте members = "chat"
setup-year-known = { $value } год в программе уже есть — объявлять его не нужно, достаточно внести отличия
setup-territory-empty = у территории «{ $value }» нет ни улиц, ни места — попасть в неё можно только вручную, впишите streets или points
# $expected — каких ключей нет
setup-body-bare = у органа «{ $value }» нет: { $expected } — в ответе при перенаправлении их тоже не будет
# $kind — вид дня, working или shortened
setup-useless-key = ключ действует только при kind = "{ $kind }" — уберите его или измените kind

## Различия файла и базы
## $place — ключ, departments.zhkh.chat; $before, $after — значение до и после, как в файле

setup-change-altered = { $place }: { $before } → { $after }
setup-change-added = { $place }: добавлено { $after }
setup-change-removed = { $place }: убрано { $before }


## Командная строка.

setup-cli-bot = Приёмная: бот, который ведёт всю работу муниципалитета с сообщениями жителей. Без команды запускает бота.
setup-cli-commands = команды
setup-cli-check = Проверить настройки, файл муниципалитета, токен, чаты, роли, сотрудников и базу. Ничего не меняет.
setup-cli-apply = Показать, чем файл муниципалитета отличается от базы, и применить его.
setup-cli-apply-file = файл муниципалитета (TOML)
setup-cli-apply-dry-run = только показать отличия
setup-cli-settings = Записать действующие настройки файлом муниципалитета, чтобы изменить его и применить.
setup-cli-settings-out = файл, в который записать; без него настройки печатаются
setup-cli-regulation = Показать регламент: кто, что и за сколько должен сделать и по какому пункту.
setup-cli-regulation-show = Показать регламент таблицей: сроки с пунктами, правила счёта, особенности.
setup-cli-regulation-name = готовый: krasnoufimsk, chaikovsky, grozny, federal59; или путь к своему файлу
setup-cli-regulation-document = Напечатать docs/regulations.md, собранный из готовых регламентов.
setup-cli-import = Внести реестр из файла CSV или XLSX, пока бот остановлен: весь или, если хоть одна строка не годится, ничего.
setup-cli-import-file = файл реестра
setup-cli-import-dry-run = только показать, что не так и сколько строк будет внесено
setup-cli-report = Выгрузки и отчёты.
setup-cli-register = Реестр таблицей, с даты по дату включительно по столбцу «Поступило».
setup-cli-from = первый день: 2026-01-01
setup-cli-to = последний день, включительно: 2026-01-31
setup-cli-register-out = куда записать: файл .xlsx, .csv или .json
setup-cli-month = Отчёт за календарный месяц рядом с тем же месяцем прошлого года.
setup-cli-month-which = месяц: 2026-01
setup-cli-paper-out = куда записать: файл .docx, .xlsx или .txt, карту и сводку дня и .png
setup-cli-paper-template = форма DOCX на этот раз вместо своей или встроенной
setup-cli-period = Чем кончилось рассмотрение за любые дни: исходы, средний срок и время реагирования, рядом те же дни прошлого года.
setup-cli-ranking = Рейтинг подразделений за любые дни: количество, сроки, полнота — по всем каналам и по каждому.
setup-cli-map = Карта за любые дни: темы, территории и недели картинкой (.png), таблицей (.xlsx) или текстом (.docx, .txt); сообщения без территории — списком.
setup-cli-centre = Материалы для ЦУР: реестр за любые дни без личных данных жителей, .csv, .xlsx или .json.
setup-cli-card = Карточка одного сообщения для тех, кто работает на бумаге: реквизиты, текст, исполнители, срок, место для поручения или ответ.
setup-cli-people = Справочник ответственных лиц: кто отвечает в каждом отделе, телефон и почта.
setup-cli-measures = Отчёт отдела о принятых мерах на имя главы по одному сообщению.
setup-cli-card-number = номер сообщения: 2026-00042 или 42
setup-cli-erased = Акт об уничтожении персональных данных за любые дни: по просьбам (/forget) и по сроку хранения.
setup-cli-meeting = Материалы к совещанию у главы за любые дни: повестка, что решить, что выросло и почему, просроченное, поручения, обещания, дорожная карта, вопросы к подразделениям.
setup-cli-week = Аналитическая записка за неделю, на которую приходится этот день: темы, рост, территории, сроки, качество, оценки.
setup-cli-day = Сведения за день: поступило, отвечено, просрочено и у кого; рабочий день — как в сводке, от закрытия до закрытия.
setup-cli-date = день: 2026-03-02
setup-cli-form = Встроенная форма отчёта файлом DOCX: её можно изменить и положить в папку papers рядом с файлом муниципалитета.
setup-cli-form-which = отчёт, чья это форма
setup-cli-form-out = куда записать: файл .docx
setup-cli-format = json — напечатать цифры строкой JSON
setup-cli-now = на какой момент считать: 2026-03-02T12:00+03:00; без этого — на сейчас
setup-cli-departments = только эти отделы, коды через запятую: zhkh,roads
# $value — что написано вместо момента
setup-cli-not-a-moment = «{ $value }» — не момент, нужен вид 2026-03-02T12:00+03:00
# $value — что написано вместо дня
setup-cli-not-a-day = «{ $value }» — не день, нужен вид 2026-01-31
# $value — что написано вместо месяца
setup-cli-not-a-month = «{ $value }» — не месяц, нужен вид 2026-01
setup-cli-worktime = Вычислить сроки в рабочем времени: строки JSON на входе, строки JSON на выходе.
setup-cli-no-token = BOT_TOKEN: не задан — получите токен у @BotFather и впишите его в .env (или запустите песочницу: python -m sandbox)

## Запуск. $name — муниципалитет; $api — адрес Bot API; $file, $database, $lock — файлы; $found, $known — версии схемы; $detail — что ответила система.

setup-start-working = Приёмная работает: { $name }
setup-start-stopped = Приёмная остановлена, ничего не потеряно.
setup-start-unreachable = { $api }: Bot API недоступен — проверьте сеть и PROXY_URL; попытки продолжаются
setup-start-token-refused = BOT_TOKEN: Telegram не принимает этот токен — проверьте его у @BotFather
setup-start-nameless = муниципалитет ещё не настроен
# $code — код приглашения; $minutes — сколько минут он годится
setup-start-code = Администратора ещё нет. Отправьте боту в личный чат код { $code } (годится { $minutes } минут, один раз) или откройте ссылку:
setup-start-already-running = { $database }: с этой базой уже работает другой процесс (замок { $lock }) — остановите его
setup-start-schema-too-new = { $database }: база версии { $found }, программа знает только { $known } — обновите программу
setup-start-database = { $database }: база недоступна ({ $detail }) — проверьте место на диске и права

## Применение файла. $file — файл; $departments — коды отделов.

setup-apply-nothing = { $file }: отличий от базы нет
setup-apply-dry-run = Это проба: ничего не изменено
setup-apply-done = { $file }: применён
setup-apply-no-administrator = { $file }: в файле нет ни одного администратора, настраивать стало бы некому — оставьте роль admin хотя бы одному сотруднику
setup-apply-homeless = { $file }: в файле нет отделов с открытыми сообщениями: { $departments } — сначала передайте их работу

## Проверка. $database, $file — файлы; $detail — что ответила система; $chat — номер чата; $role — роль; $count — сколько человек; $names — сотрудники или отделы; $server — почтовый сервер; $sender — адрес бота; $code — что он ответил.

check-settings = настройки в порядке
check-database-new = { $database }: базы ещё нет, она появится при запуске
check-database-sound = { $database }: база цела
check-database-broken = { $database }: база повреждена — восстановите её из копии
check-file = { $file }: файл муниципалитета в порядке
check-blank = { $file }: файла нет, база пуста — запустите бота, он даст код администратора, дальше настройка в чате: /setup
# $lacking — чего не хватает, через запятую
check-not-open = приём ещё не открыт, в /setup не хватает: { $lacking }
check-role-thin = роль { $role }: людей { $count } — назначьте хотя бы двоих, чтобы отпуск одного не остановил работу
check-mail-missing = отделы без чата ждут карточек почтой, а SMTP_HOST и SMTP_FROM не заданы: { $names }
check-mail-ready = почтовый сервер { $server } принимает письма от { $sender }
check-mail-refused = почтовый сервер { $server } не пускает бота ({ $code }) — проверьте SMTP_USER, SMTP_PASSWORD, SMTP_TLS
check-mail-unreachable = почтовый сервер { $server } не отвечает ({ $code }) — проверьте SMTP_HOST, SMTP_PORT, SMTP_TLS и сеть
# $until — до какого дня известен
check-calendar = производственный календарь известен до { $until }
# $year — год, которого не хватает
check-calendar-ends = производственного календаря на { $year } год нет — обновите программу или объявите год известным (/calendar { $year }, в файле calendar_years) и внесите переносы сами: сроки, которые в него заходят, без него не считаются
# $year — объявленный год; $count — сколько его дней внесено вручную
check-calendar-declared = { $year } год объявлен известным вручную, дней внесено: { $count } — сверьте с постановлением Правительства о переносе выходных
check-token = токен принят
check-chat-closed = чат { $chat }: бота нет или ему нельзя писать — добавьте бота в чат
check-chat-unknown = чат { $chat }: проверить не удалось ({ $detail }) — повторите позже
check-chat-admin = чат { $chat }: бот — администратор
check-chat-member = чат { $chat }: бот состоит в чате
check-chat-pin-by-hand = закреплять ему нельзя: счётчик закрепите вручную, один раз
check-public-ready = группа обсуждения { $chat }: бот читает комментарии и может отвечать
check-public-deaf = группа обсуждения { $chat }: бот видит не все комментарии — сделайте его администратором группы или отключите ему privacy mode у @BotFather (/setprivacy → Disable) и добавьте в группу заново
check-public-closed = группа обсуждения { $chat }: бота нет или ему нельзя писать — добавьте бота в группу администратором
check-staff-silent = не нажали «Старт» у бота: { $names } — личные сообщения им пока не дойдут

## Регламент таблицей. $column, $stage, $holder, $start, $unit, $roll, $category, $day_due — коды; $count — сколько; $clause — пункт;
## $answer, $need — коды; $needs — что нужно ответу; $high, $restarts — 1 или 0; $alone — 1, если у этого дела срок один.

regulation-column =
    { $column ->
        [stage] Что сделать
        [appeals] По каким
        [holder] Кто
        [span] За сколько
        [start] С какого момента
        [about] О чём
        [says] Что сказано
       *[clause] Пункт
    }
regulation-stage =
    { $stage ->
        [read] прочитать
        [route] направить исполнителю
        [return] вернуть чужое
        [draft] подготовить проект ответа
        [part] дать свою часть
        [approval] согласовать
        [rework] доработать
        [publication] разместить ответ
        [answer] дать первый ответ по существу
       *[final] дать окончательный ответ
    }
regulation-holder =
    { $holder ->
        [coordinators] координаторы
        [department] отдел
       *[approvers] согласующие
    }
regulation-start =
    { $start ->
        [detected] с выявления
        [read] с прочтения
        [assigned] с поступления исполнителю
        [submitted] с отправки на согласование
        [revised] с возврата на доработку
        [interim] с промежуточного ответа, в котором назван день
       *[approved] с согласования
    }
regulation-span =
    { $unit ->
        [minutes] { $count ->
            [one] { $count } рабочая минута
            [few] { $count } рабочие минуты
           *[many] { $count } рабочих минут
        }
        [hours] { $count ->
            [one] { $count } рабочий час
            [few] { $count } рабочих часа
           *[many] { $count } рабочих часов
        }
        [working_days] { $count ->
            [one] { $count } рабочий день
            [few] { $count } рабочих дня
           *[many] { $count } рабочих дней
        }
       *[calendar_days] { $count ->
            [one] { $count } календарный день
            [few] { $count } календарных дня
           *[many] { $count } календарных дней
        }
    }
regulation-roll =
    { $roll ->
        [next] с выходного — на следующий рабочий день
        [prev] с выходного — на предыдущий рабочий день
       *[none] выходные не переносят
    }
regulation-category =
    { $category ->
        [fast_track] решаемые
       *[ordinary] обычные
    }
regulation-importance =
    { $high ->
        [1] повышенной важности
       *[0] не повышенной важности
    }
regulation-all =
    { $alone ->
        [1] все
       *[0] остальные
    }
regulation-interim = промежуточный ответ годится
regulation-day-due =
    { $day_due ->
        [closing] Срок в днях кончается с рабочим днём.
        [midnight] Срок в днях кончается в полночь.
       *[same_hour] Срок в днях кончается в тот же час.
    }
regulation-reroute =
    { $restarts ->
        [1] У нового исполнителя срок начинается заново.
       *[0] При смене исполнителя срок не начинается заново.
    }
# $pauses: 1: the clocks stand while the citizen is asked.
regulation-pause =
    { $pauses ->
        [1] Пока житель не ответил на вопрос, срок стоит.
       *[0] Вопрос жителю срок не останавливает.
    }
regulation-rework = Возвратов на доработку до сигнала куратору: { $count }.
regulation-extension = Продлить можно не больше чем на { $count } дн. ({ $clause }).
regulation-no-extension = Продления нет.
# $outcomes — исходы через запятую
regulation-outcomes = «{ $name }» в отчёте: { $outcomes } ({ $clause }).
# $outcomes — исходы через запятую
regulation-measures = Отчёт отдела о принятых мерах на имя главы после исходов: { $outcomes } ({ $clause }).
regulation-answer =
    { $answer ->
        [solved] Ответу «Решено»
        [measures] Ответу «Меры приняты»
        [explained] Ответу «Разъяснено»
        [not_confirmed] Ответу «Не подтвердилось»
        [referred] Ответу «Перенаправить»
       *[interim] Промежуточному ответу
    } { $category ->
        [fast_track] по решаемым нужно
        [ordinary] по обычным нужно
       *[all] нужно
    }: { $needs } ({ $clause }).
regulation-need =
    { $need ->
        [term] срок
        [responsible] кто отвечает
        [actions] что делается
        [contacts] телефон, эл. почта и сайт ведомства (не запрещает, предупреждает)
       *[proof] фото, видео или документ
    }
regulation-document =
    # Регламенты
    {""}
    Собрано из файлов bot/regulations командой python -m bot regulation document; правят файлы, а не этот текст.
    Какой регламент действует, говорит municipality.regulation; как написать свой — в README.ru.md.
