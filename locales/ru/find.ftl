### Поиск по реестру, /find.
### $number — номер; $count — сколько нашлось; $said — как поняты слова вопроса, через запятую; $words — слова; $department — отдел; $day — дата «02.03.2026».

# $mention — упоминание того, кто ищет.
find-prompt =
    { $mention }, что найти? Ответьте на это сообщение. Например:
    • <code>2026-00042</code> или <code>42</code> — по номеру
    • <code>Петрова</code> — по заявителю
    • <code>вода Ленина</code> — слова в любой форме
    • <code>жкх просрочено</code> — отдел и что просрочено
    • <code>закрытые с 1 по 15 марта</code> — состояние и дни
    Всё это можно соединять. Слова в «кавычках» ищутся только в тексте.
find-placeholder = Слова, номер, фамилия, адрес…
find-head = <b>Найдено: { $count }</b> ({ $said })
# $page — какая страница; $pages — сколько их.
find-page = Страница { $page } из { $pages }, сначала новые
find-none = <b>Ничего не найдено</b> ({ $said })
find-nothing-asked = <b>Искать нечего</b>: в вопросе только служебные слова.
find-try = Попробуйте меньше слов, только фамилию или улицу, другой месяц. Искать заново: /find
find-number = номер { $number }
find-words = слова: { $words }
find-department = отдел: { $department }
find-open = открытые
find-overdue = просрочено
find-urgent = срочно
find-day = за { $day }
find-since = с { $day }
find-until = по { $day }

button-found-before = ◀
button-found-after = ▶

## Строка находки. $urgent — срочное ли (yes, no); $what — тема и адрес; $state — состояние; $moment — до какого момента срок; $late — прошёл ли он (yes, no).

find-line = { $urgent ->
    [yes] 🔴 { $number } · { $what } · { $state }
   *[no] { $number } · { $what } · { $state }
    }
find-line-due = { $urgent ->
    [yes] 🔴 { $number } · { $what } · { $state } · { $late ->
            [yes] <b>срок был { $moment }</b>
           *[no] до { $moment }
        }
   *[no] { $number } · { $what } · { $state } · { $late ->
            [yes] <b>срок был { $moment }</b>
           *[no] до { $moment }
        }
    }

## Отказы

error-search-forgotten = Этому поиску больше недели, его слова уже забыты. Ищите заново: /find
error-search-elsewhere = Искать можно в личном чате с ботом, координаторам — и в своём чате: найденное видит каждый, кто есть в чате.
