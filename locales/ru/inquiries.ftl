### Запросы в другие органы: кнопка «Запрос в…» на карточке координаторов. $body — орган.

button-inquiry = Запрос в…
button-inquiry-other = Другой орган…
inquiry-drop = 🗑 { $body }
# $count — сколько запросов.
card-mark-requests = запросов: { $count }
# $bodies — органы с датами, через запятую; $more — сколько ещё.
card-mark-inquiries = { $more ->
        [0] запросы: { $bodies }
       *[other] запросы: { $bodies } и ещё { $more }
    }
toast-inquiry-noted = Запрос записан: { $body }
toast-inquiry-dropped = Запрос убран: { $body }
# $mention — упоминание того, кто нажал; $number — номер.
prompt-inquiry = { $mention }, { $number }: в какой орган отправлен запрос? Напишите его название ответом на это сообщение.
placeholder-inquiry = Название органа
# $who — кто записал.
error-inquiry-known = Запрос сегодня уже записан: { $body } ({ $who }).
# $who — кто убрал.
error-inquiry-gone = Этот запрос уже убрали: { $who }.
