### Слова отчётов. Сами формы отчётов — файлы DOCX; здесь то, что зависит от чисел, и отказы.

## Слова в полях форм. $count — сколько; $month — месяц; $year — год; $percent — доля, «97,3»; $in_time, $late, $overdue — сколько в срок, с опозданием, без ответа после срока;
## $first, $last — дни, «27.01.2022»; $days — сколько дней, «9,5».

paper-month = { $month } { $year } года
paper-month-1 = январь
paper-month-2 = февраль
paper-month-3 = март
paper-month-4 = апрель
paper-month-5 = май
paper-month-6 = июнь
paper-month-7 = июль
paper-month-8 = август
paper-month-9 = сентябрь
paper-month-10 = октябрь
paper-month-11 = ноябрь
paper-month-12 = декабрь
paper-appeals = { $count } { $count ->
    [one] обращение
    [few] обращения
   *[other] обращений
}
paper-former = { $count ->
    [0] обращений не было
    [one] { $count } обращение
    [few] { $count } обращения
   *[other] { $count } обращений
}
paper-no-growth = столько же
paper-collective = { $count } { $count ->
    [one] коллективное обращение
    [few] коллективных обращения
   *[other] коллективных обращений
}
paper-less-than-one = менее 1
paper-outgoing = { $count ->
    [one] отправлен { $count } исходящий документ
    [few] отправлено { $count } исходящих документа
   *[other] отправлено { $count } исходящих документов
}
paper-answers = { $count ->
    [0] ответов на обращения граждан не было
    [one] { $count } ответ на обращения граждан
    [few] { $count } ответа на обращения граждан
   *[other] { $count } ответов на обращения граждан
}
paper-requests = { $count ->
    [0] запросов не было
    [one] { $count } запрос
    [few] { $count } запроса
   *[other] { $count } запросов
}
# $day — день месяца; $more — yes: «более».
paper-reception = { $day } { $month } – { $more ->
        [yes] принято более { $count } человек
       *[no] { $count ->
            [one] принят { $count } человек
            [few] принято { $count } человека
           *[other] принято { $count } человек
        }
    }
# $more — yes: «более».
paper-calls = { $more ->
        [yes] более { $count } { $count ->
            [one] звонка
           *[other] звонков
        }
       *[no] { $count } { $count ->
            [one] звонок
            [few] звонка
           *[other] звонков
        }
    }
# $day — дата; $words — что было.
paper-occasion = { $day } – { $words }
# $name — название площадки.
paper-watched = { $name } – дней: { $count }
paper-terms-all = Все обращения рассмотрены в установленные сроки.
paper-terms-kept = Сроки рассмотрения не нарушены, в срок рассмотрено: { $count }.
paper-terms-share = В установленные сроки рассмотрено { $in_time } из { $count } { $count ->
    [one] обращения
   *[other] обращений
} ({ $percent } %); с нарушением срока: { $late }; срок истёк, ответа нет: { $overdue }.
paper-terms-waiting = На рассмотрении, срок не истёк: { $count }.
paper-terms-undated = Дата ответа не указана: { $count }.
paper-terms-without = Срок не установлен: { $count }.

paper-period = с { $first } по { $last }
paper-days = { $days } дн.
paper-unknown = нет данных
paper-received = Поступило
paper-handled = Обработано
paper-no-outcome = Результат не указан
# $kind — вид исполнителя: division, enterprise, institution
paper-executors =
    { $kind ->
        [enterprise] Муниципальные предприятия
        [institution] Муниципальные учреждения
       *[division] Структурные подразделения администрации
    }
paper-mean-term = Средний срок рассмотрения
paper-mean-reaction = Среднее время реагирования

paper-week = за неделю с { $first } по { $last }
# $name — муниципалитет; $departments — отделы через запятую
paper-part = { $name } ({ $departments })
# $moment — на какой момент, «02.03.2026 12:00»
paper-so-far = Период ещё не закончился: данные на { $moment }.
paper-no-topic = Тема не указана
paper-no-territory = Место не указано
# $street — улица; $often — в скольких; $every — из скольких
paper-cause-street = место: { $street } ({ $often } из { $every })
# $often — сколько
paper-cause-repeats = повторных: { $often }
paper-cause-unknown = по реестру причина не видна
paper-cause-not-given = причина не указана
# $state — состояние (код).
paper-road-state = { $state ->
        [late] ПРОСРОЧЕНА
        [done] выполнена
        [dropped] снята
        [none] меры не назначены
        [unset] срок или отдел не указан
       *[open] в работе
    }
# $state — состояние словами; $count — сколько раз переносили.
paper-road-moved = { $state } (переносов: { $count })
paper-road-no-measure = мера не назначена

## Отметка ССТУ.РФ. $month — «январь 2022 года»; $day — «02.02.2022»; $name — кто.
paper-sstu = Результаты рассмотрения обращений за { $month } внесены на портал ССТУ.РФ { $day } ({ $name }).
## Карточка на бумаге: срок.
paper-card-no-term = не установлен
paper-erased-all = всё о человеке
paper-erased-messages = данные сообщений
paper-erased-none = нет
paper-erased-request = по просьбе
paper-erased-term = истёк срок
## Карточка на бумаге. $number — исходящий номер; $day — его дата.
paper-card-outgoing = исх. № { $number }
paper-card-outgoing-dated = исх. № { $number } от { $day }

# $done — сколько; $of — из скольких
paper-ranking-share = { $done } из { $of }
paper-ranking-none = –

## Карта. $received — «172 сообщения»; $late, $nowhere — «12 (7 %)» или «0»; $unsolved — число; $spots — «Центр: Вода – 14 (2); …».

paper-map-title = Карта сообщений: темы и территории
paper-map-summary = Поступило: { $received }. Срок нарушен: { $late }. Не решено, по словам жителей: { $unsolved }.
paper-map-spots = Проблемные точки (в скобках – с нарушением срока): { $spots }.
paper-map-nowhere = Территория не определена: { $nowhere }; номера – в той же карте, файлом .xlsx или .docx.
paper-map-topic = Тема
paper-map-every = Всего
paper-map-no-territory = Не определена
paper-map-legend = Сообщения
paper-map-late = Срок нарушен
paper-map-late-mark = – из них с нарушением срока
paper-map-weeks = По неделям
paper-map-weeks-note = У каждой полосы свой масштаб: число стоит на самой большой неделе. Светлее – неделя, которая вошла в период не целиком.
paper-map-in-all = всего
paper-map-empty = В эти дни сообщений не поступало.
paper-map-unplaced = Без территории
paper-map-number = Номер
paper-map-address = Адрес
paper-map-no-address = не указан
## Что улучшить. $share — «9 из 12» у подразделения; $town — то же по городу.
paper-improve-quantity = Дела доводить до конца: закончено { $share } (по городу { $town }).
paper-improve-time = Укладываться в сроки: в срок { $share } (по городу { $town }).
paper-improve-completeness = Отвечать полнее, с первого раза: так отвечено { $share } (по городу { $town }).

## Что вышло, и отказы. $file — файл; $field — поле; $detail — что не так; $form, $own — чья форма (код) и её файл; $folder, $name — куда положить свою форму.

form-broken = { $file }: это не документ DOCX ({ $detail }) — сохраните форму в Word или LibreOffice как .docx
form-too-big = { $file }: форма распаковывается больше чем в 50 МБ — уберите из неё лишние картинки
form-syntax = { $file }: в форме ошибка записи поля ({ $detail }) — сверьте с docs/papers.md
form-failed = { $file }: форму не заполнить ({ $detail }) — сверьте с docs/papers.md
form-unknown-field = { $file }: в форме неизвестное поле { $field } — исправьте имя или уберите его; все поля: docs/papers.md
form-unreadable = { $file }: форму не прочитать ({ $detail }) — проверьте путь и права
paper-written = { $file }: готово, форма: { $form ->
    [own] { $own }
   *[built_in] встроенная
}
paper-drawn = { $file }: готово
form-written = { $file }: встроенная форма. Измените её и положите рядом с файлом муниципалитета как { $folder }/{ $name } — отчёты пойдут по ней
## Отчёт о принятых мерах. $number — номер сообщения; $name — у кого он.
paper-measures-unnamed = не назвался
paper-measures-head = Глава
paper-measures-signer = Исполнитель
report-no-measures = По сообщению { $number } отчёта о мерах не просили: его просят, когда дан ответ и отчёта требует регламент.
report-measures-awaited = По сообщению { $number } отчёта о мерах ещё нет, ждём: { $name }.
## Карточка по номеру.
# $number — номер, который спросили
report-no-appeal = Сообщения { $number } в реестре нет. Номер пишется так: 2026-00042.

## Справочник ответственных лиц.

paper-person-head = руководитель
paper-person-executor = исполнитель
paper-person-curator = куратор
paper-person-nobody = не назначен
