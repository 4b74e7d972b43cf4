## Блокировка жителя: /block и /unblock.
## $number — номер сообщения; $reason — причина; $name — кто заблокировал или имя жителя; $who — кто заблокировал; $day — день, «12.03»; $count — сколько; $days — сколько дней хранится; $mention — упоминание того, кто нажал.

command-block = Заблокировать: /block, номер и причина
command-unblock = Разблокировать: /unblock и номер
bar-which = Кого? Напишите номер сообщения: «/block 2026-00042 спам» — или ответьте этой командой на карточку.
bar-reasons = { $number }: за что блокируете? Готовые причины:
barred =
    🚫 { $number }: житель заблокирован ({ $name }). Причина: { $reason }. Новые сообщения сохраняются без номера { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }, потом стираются. Вернуть: /unblock { $number }
barred-already = { $number }: житель уже заблокирован: { $reason }, { $who }.
not-barred = { $number }: житель не заблокирован ({ $name }).
unbarred = ✅ { $number }: житель разблокирован ({ $name }), новые сообщения снова регистрируются.
kept-heading =
    { $name }: пока житель был заблокирован, { $count ->
        [one] пришло { $count } сообщение
        [few] пришло { $count } сообщения
       *[many] пришло { $count } сообщений
    }. Зарегистрировать?
kept-more = и ещё { $count }
kept-registered = Зарегистрировано: { $number }
kept-dropped = Не зарегистрировано. Слова сохранены без номера.
button-kept-register = Зарегистрировать
button-kept-drop = Не регистрировать
toast-kept-registered = Зарегистрировано: { $count }
toast-kept-dropped = Не регистрируем: { $count }
error-nothing-kept = Здесь уже решено: больше ничего не ждёт.
card-mark-barred = 🚫 житель заблокирован: { $reason }, { $name }, { $day }
prompt-bar_reason = { $mention }, { $number }: за что блокируете? Напишите причину ответом на это сообщение: её прочитает и житель.
placeholder-bar_reason = Причина блокировки
reason-bar-1 = Спам
reason-bar-2 = Реклама
reason-bar-3 = Оскорбления
reason-bar-4 = Угрозы
