### Ответ опубликован там, где написали: скриншот или ссылка, и сообщение тому, кто переслал (R26). $number — номер; $name — кто; $time — когда; $sender — кто переслал сообщение; $mention — упоминание того, кто нажал; $count — сколько файлов; $link — адрес страницы; $reason — почему; $outgoing — исходящий номер; $day — «24.11.2026»; $who, $at — кто и когда успел раньше.

button-evidence = Скриншот или ссылка
button-no-evidence = Без скриншота
button-sender-told = Сообщено
prompt-evidence = { $mention }, { $number }: пришлите скриншот опубликованного ответа или ссылку на него ответом на это сообщение. Нет ни того, ни другого — «Без скриншота» на карточке.
placeholder-evidence = Скриншот или ссылка
prompt-no_evidence = { $mention }, { $number }: почему без скриншота? Напишите причину ответом на это сообщение.
placeholder-no_evidence = Почему без скриншота
prompt-sender_outgoing = { $mention }, { $number }: исходящий номер и дата письма отправителю? Например: 01-25/134 от 24.11, без номера: б/н от 24.11. Напишите ответом на это сообщение.
placeholder-sender_outgoing = 01-25/134 от 24.11
publication-waits = 📎 Ждём скриншот или ссылку
publication-shown = { $count ->
        [1] 📎 Скриншот есть
       *[other] 📎 Скриншоты есть: { $count }
    }
publication-linked = 📎 Ссылка: { $link }
publication-shown-both = { $count ->
        [1] 📎 Скриншот есть, ссылка: { $link }
       *[other] 📎 Скриншоты есть: { $count }, ссылка: { $link }
    }
publication-without = 📎 Без скриншота: { $reason } ({ $name })
publication-sender-waits = 📤 Надо сообщить отправителю: { $sender }
publication-sender-told = 📤 Отправителю ({ $sender }) сообщено: { $name }, { $time }
publication-sender-told-under = 📤 Отправителю ({ $sender }) сообщено, исх. № { $outgoing } от { $day }: { $name }, { $time }
sender-heading = 📤 <b>Сообщить отправителю</b>: { $sender }
toast-task-published = Отвечено. Пришлите скриншот или ссылку: бот спросил ниже.
toast-evidence-asked = Пришлите скриншот или ссылку: бот спросил ниже.
toast-sender-told = Сообщено: { $sender }
error-evidence-needed = Нужен скриншот или ссылка. Пришлите их ответом на вопрос бота. Если их нет, нажмите «Без скриншота» на карточке.
error-evidence-known = Уже есть: { $who }, { $at }.
error-sender-told = Отправителю уже сообщено: { $who }, { $at }.
