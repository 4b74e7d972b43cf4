### Напоминания о сроках: одна сводка на чат к открытию, в 11:00, в 14:00 и за час до закрытия; между ними только срочное и то, чему меньше получаса.
### $count — сколько; $urgent — срочное ли (yes, no); $number — номер; $what — тема и адрес; $todo — что сделать; $who — у кого; $moment — до какого или с какого времени.

# $counts — сколько чего, через запятую.
digest-head = <b>{ $counts }</b>
# $until — до какого времени смотрим вперёд, «17:00», «пн 17:00».
digest-due = истекают до { $until }: { $count }
missed-overdue = просрочено: { $count }
missed-unaccepted = не принято в срок: { $count }
missed-unread = не прочитано в срок: { $count }
# $slot — к какому часу это напоминание, «11:00».
digest-late = Напоминание за { $slot }, с опозданием
digest-overdue-line = { $urgent ->
    [yes] 🔴 { $number } · { $what } · { $todo }: { $who }, срок был { $moment }
   *[no] { $number } · { $what } · { $todo }: { $who }, срок был { $moment }
    }
digest-due-line = { $urgent ->
    [yes] 🔴 { $number } · { $what } · { $todo }: { $who }, до { $moment }
   *[no] { $number } · { $what } · { $todo }: { $who }, до { $moment }
    }
digest-approvers = согласующие
# $name — кто замещает; $whom — кого.
stands-in = { $name } (замещает: { $whom })
# Ждут со вчерашнего дня или дольше, а срока на это регламент не ставит. $moment — с какого времени ждёт первое.
digest-waiting-approval = <b>Ждут согласования: { $count }</b>, дольше всех с { $moment }
digest-waiting-sending = <b>Согласованы, но не отправлены: { $count }</b>, дольше всех с { $moment }
digest-waiting-evidence = <b>Ждут скриншота или ссылки: { $count }</b>, дольше всех с { $moment }
digest-waiting-sender = <b>Надо сообщить отправителю: { $count }</b>, дольше всех с { $moment }
digest-waiting-measures = <b>Ждут отчёта о мерах: { $count }</b>, дольше всех с { $moment }
nudge-head = ⏳ <b>Срок близко</b>

## Что сделать к сроку.

digest-todo-read = прочитать
digest-todo-route = направить
digest-todo-return = принять или вернуть
digest-todo-draft = подготовить ответ
digest-todo-part = дать свою часть
digest-todo-approval = согласовать
digest-todo-rework = доработать
digest-todo-publication = отправить ответ
digest-todo-answer = ответить жителю
digest-todo-final = дать итоговый ответ
