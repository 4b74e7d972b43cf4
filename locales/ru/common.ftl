### Слова, нужные и жителям, и сотрудникам: время, отказы, языки.

## Когда что-то начнётся.
## $time — время, «08:00»; $weekday — день недели с предлогом, «в пн»; $day — число; $month — месяц, «марта».

moment-today = сегодня в { $time }
moment-tomorrow = завтра в { $time }
moment-on = { $weekday }, { $day } { $month }, в { $time }

weekday-0 = в пн
weekday-1 = во вт
weekday-2 = в ср
weekday-3 = в чт
weekday-4 = в пт
weekday-5 = в сб
weekday-6 = в вс

month-1 = января
month-2 = февраля
month-3 = марта
month-4 = апреля
month-5 = мая
month-6 = июня
month-7 = июля
month-8 = августа
month-9 = сентября
month-10 = октября
month-11 = ноября
month-12 = декабря

## Отказы: всплывающая строка до 200 знаков, без разметки.
## $number — номер; $status — что с сообщением сейчас (код); $name — кто принял; $at — когда, «09:42».

error-forbidden = Это действие здесь вам недоступно: нужна другая роль или другой чат.
error-own-draft = Свой проект согласует другой человек.
error-own-proposal = Подтвердить должен другой сотрудник: предложили вы.
error-asked-of-another = Под этим сообщением ждут слов от другого человека: { $name }
error-not-possible-now =
    Кнопка устарела. { $number } сейчас: { $status ->
        [registered] ждёт направления в отдел
        [assigned] направлено в отдел, ещё не принято
        [in_progress] принято, готовится ответ
        [on_approval] ответ на согласовании
        [approved] ответ согласован, отправляется
        [closed] закрыто
       *[answered] ответ отправлен
    }.
error-already-accepted = Уже принял { $name }, { $at }
error-nothing-waits = Больше ничего не ждёт согласования.
error-stale-version = Это старая версия. Нажмите кнопку под новой.
error-not-found = Не нашли. Возможно, кнопка устарела.
error-no-such-former = У этого жителя нет такого прежнего сообщения. Напишите номер, например 2026-00042.
error-words-needed = Нужны слова: напишите причину или текст.
press-stale = Кнопка устарела.
press-failed = Не получилось, попробуйте ещё раз. Администратор уже знает.
someone = другой сотрудник

## Языки, каждый на себе самом.

language-ru = Русский
language-en = English
