### Внести в реестр то, что пришло не в бот: переслать сообщение или /add. $value — значение; $number — номер.

command-add = Внести письмо, звонок, сообщение с другой площадки

entry-head = <b>Новое в реестр.</b> Проверьте и зарегистрируйте:
entry-head-comment = <b>Комментарий под постом.</b> Похоже на сообщение: зарегистрируйте, если на него нужен ответ.
entry-head-correct = <b>{ $number }: поправить сведения.</b> Каждое нажатие записывается сразу, прежнее остаётся в истории.
entry-corrected = ✅ { $number }: сведения поправлены
entry-channel = Канал: <b>{ $value }</b>
entry-received = Поступило: { $value }
# $kind — вид заявителя словами; none — гражданин, о котором говорить незачем.
entry-applicant = { $kind ->
        [none] Заявитель: { $value }
       *[other] Заявитель: { $value } ({ $kind })
    }
entry-address = Где: { $value }
entry-contact = Контакт: { $value }
entry-way = Как ответить: { $value }
entry-sender = Переслано из: { $value }
entry-external = Внешний номер: { $value }
entry-link = Ссылка: { $value }
entry-collective = коллективное
entry-formal = по 59-ФЗ
# $count — сколько вопросов.
entry-questions = { $count ->
        [one] { $count } вопрос
        [few] { $count } вопроса
       *[many] { $count } вопросов
    }
entry-empty = —
entry-nobody = Никто
entry-ticked = ✓ { $value }
# $channel — канал.
entry-registered = ✅ { $number } — зарегистрировано · { $channel }

## Отметки на карточке. $body — орган; $number — внешний номер; $count — сколько вопросов; $kind — вид заявителя.

card-mark-applicant = заявитель: { $kind }
card-mark-formal = 📄 по 59-ФЗ
card-mark-collective = коллективное
card-mark-questions = вопросов: { $count }
card-mark-sender = переслано из: { $body }
# $territory — название территории.
card-mark-territory = 📍 { $territory }
card-mark-external = внешний № { $number }

## Кнопки

button-entry-register = Зарегистрировать
button-entry-done = Готово
button-correct = Поправить сведения
button-entry-drop = Не регистрировать
button-comment-drop = Не нужно
button-entry-channel = ✎ Канал
button-entry-applicant = ✎ Заявитель
button-entry-address = ✎ Адрес
button-entry-contact = ✎ Контакт
button-entry-way = ✎ Как ответить
button-entry-received = ✎ Поступило
button-entry-sender = ✎ Переслано из
button-entry-external = ✎ Внешний №
button-entry-questions = ✎ Вопросов
button-entry-collective = Коллективное
button-entry-formal = По 59-ФЗ
button-entry-name = Написать имя…
button-entry-other = Другой орган…

## Просят слова. $mention — упоминание того, кто нажал; $asked — о чём спрашивают.

entry-prompt = { $mention }, { $asked }
entry-placeholder = Ответьте на это сообщение
entry-ask-text = что внести в реестр? Ответьте на это сообщение текстом или файлом. Короче: перешлите сюда само сообщение, или <code>/add текст</code>.
entry-ask-received = когда поступило? Ответьте, например: <code>вчера 15:00</code>, <code>27.01</code>, <code>10:20</code>. Прочерк — сейчас.
entry-ask-applicant = как зовут заявителя? Ответьте именем или названием организации. Прочерк — неизвестно.
entry-ask-address = где это? Ответьте адресом. Прочерк — без адреса.
entry-ask-contact = как связаться с заявителем? Ответьте телефоном, почтой или адресом. Прочерк — неизвестно.
entry-ask-sender = кто переслал? Ответьте названием органа, в именительном падеже: так оно встанет в месячный отчёт. Прочерк — никто.
entry-ask-external = под каким номером оно там, откуда пришло? Ответьте номером. Прочерк — без номера.

## Отказы и всплывающие строки

toast-entered = Зарегистрировано: { $number }
toast-corrected = Сведения поправлены: { $number }
error-correction-over = Сведения уже поправлены: { $number }. Чтобы поправить ещё, нажмите на карточке «Ещё…» → «Поправить сведения».
error-words-stay = Текст сообщения не меняется. Нажмите ✎ у того, что нужно поправить.
error-not-by-hand = { $number } житель написал боту сам: кто, когда и откуда, известно точно. Тему, адрес и вид поправьте кнопкой «Тема и адрес».
error-data-erased = Данные заявителя по { $number } уже стёрты: поправлять нечего.
toast-entry-dropped = Не зарегистрировано.
error-entry-over = { $number ->
        [none] Это сообщение решили не регистрировать. Передумали — перешлите его ещё раз или ответьте на него командой /add.
       *[other] Уже зарегистрировано: { $number }
    }
error-entry-known = { $number ->
        [none] Это сообщение уже вносят: найдите его выше в этом чате.
       *[other] Это сообщение уже в реестре: { $number }
    }
# $external — внешний номер.
error-external-known = Внешний № { $external } в этом канале уже есть: { $number }. Поправьте номер или канал, или не регистрируйте второй раз.
# $field — поле.
error-entry-value = { $field ->
        [received] Не понял, когда поступило. Напишите день и час, которые уже были: «вчера 15:00», «27.01», «10:20».
       *[other] Слишком длинно или пусто: здесь место для одной строки до 150 знаков. Прочерк — без значения.
    }
error-entry-nothing = Вносить нечего: нужен текст или файл.
