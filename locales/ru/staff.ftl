### Что читают сотрудники: коротко, главное в первой строке.
### $number — номер, «2026-00042»; $name — фамилия с инициалами; $time — «14:05», не сегодня — «02.03 14:05».

## Кнопки. $department — отдел; $count — сколько отмечено.

button-take = Взять
returned-before = ↩️ { $department }
button-take-back = Отменить
button-urgent = Срочно
button-more = Ещё…
button-back = Назад
button-queue-skip = Пропустить
button-queue-close = Закрыть
button-category = Категория
button-category-ordinary = Обычное
button-category-fast_track = Решаемое
button-subject = Тема и адрес
button-no-topic = Без темы
button-address = Адрес
button-territory = Территория
button-no-territory = Без территории
button-repeat = Повторное
button-former = По номеру
button-separate = Отделить дополнение
# $time: when it came, «14:05». $words: its first words, or what it consists of.
separate-choice = { $time } { $words }
button-no-repeat = Не повторное
button-no_address = Убрать адрес
button-gist = Суть
button-page-before = ‹
button-page-after = ›
button-accept = Принять
button-return = Не наше
button-write-answer = Написать ответ
button-control = Взять на контроль
button-mayor = Главе
button-mayor-at-once = Отправить Главе
button-own-words = Своими словами
button-instruct = Передать как поручение
button-term-today = Сегодня
button-term-tomorrow = Завтра
button-term-three_days = Три дня
button-report = Исполнено
button-take-over = Взять на себя
button-phone = Телефон
button-kind = Вид
button-applicant = Вид заявителя
button-way = Способ ответа
button-call = Позвонить
button-letter = Написать письмо
button-reached = Дозвонились
button-missed = Не дозвонились
button-told = Ответили лично
button-published = Опубликовано
button-outgoing = Исх. № и дата
way-bot = В бот
way-call = Звонок
way-letter = Письмо
way-in_person = Лично
way-comment = Там, где написали
button-answer = Ответить
button-no-reply = Без ответа
button-not-needed = Благодарность / спам — ответ не требуется
button-refuse-reply = Ответ не даётся (п. 21)
button-hand-over = Передать в полицию / ответственному за безопасность
button-confirm = Подтвердить
button-reject = Отклонить
button-approve = Согласовать
button-revise = На доработку
button-undo = Отменить отправку
button-next = Следующий
button-remark = Это замечание
button-replace-text = Заменить текст
button-is-answer = Это ответ
button-return-so = Вернуть с этой причиной
button-cancel = Отмена
button-need-time = Нужно время
more-days = +{ $count } дн.
button-extend = Продлить
button-refuse-extension = Отказать
button-solved = Решено
button-measures = Меры приняты
button-explained = Разъяснено
button-not_confirmed = Не подтвердилось
button-referred = Перенаправить
button-interim = Промежуточный ответ
button-clarify = Уточнить
button-just-talk = Просто переписка
button-several = Несколько
several-ticked-lead = ✓ { $department }, ведёт
button-tasks = Кому что
several-send = Отправить { $count }
button-give-part = Готово, моя часть
button-collect = Собрать ответ
button-without-late = Без опоздавших
# $label — надпись на кнопке: так помечено то, что выбрано.
ticked = ✓ { $label }

## Вид сообщения: словом на карточке и на кнопках.

kind-question = вопрос
kind-remark = замечание
kind-complaint = жалоба
kind-proposal = предложение
kind-application = заявление
kind-thanks = благодарность
button-kind-question = Вопрос
button-kind-remark = Замечание
button-kind-complaint = Жалоба
button-kind-proposal = Предложение
button-kind-application = Заявление
button-kind-thanks = Благодарность

## Карточка: первая строка, слова жителя, пометки.
## $topic — тема или суть; $address — адрес; $old, $new — слова до и после правки; $count — сколько;
## $former — номер прежнего; $origin — откуда переслано; $channel — канал; $phone — телефон, закрытый точками; $files — что приложено; $headline — первая строка; $until — до какого времени: «15:40», «пн 14:50»; $limit — до какого времени житель ждёт ответа; $kind — вид сообщения; $words — заметка для своих.

card-headline = <b>{ $topic }</b> · { $address }
card-headline-no-address = <b>{ $topic }</b>
card-headline-urgent = 🔴 { $headline }
card-headline-until = { $headline } · до { $until }
card-headline-over = { $headline } · ⏰ просрочено, было до { $until }
card-headline-unread = { $headline } · ⏰ не прочитано в срок, было до { $until }
card-headline-unknown = { $headline } · ⚠️ срок по календарю не посчитать: см. «Почему такой срок»
card-headline-and-limit = { $headline }, ответ жителю до { $limit }
card-no-topic = Без темы
card-out-of-sight = Это сообщение теперь не в вашей части: карточка больше не показывается.
card-addition = Дополнение, { $time }
card-addition-files = Дополнение, { $time }: { $files }
card-earlier-additions = Ещё дополнений: { $count }
card-edit = ✏️ { $time } житель изменил: «{ $old }» → «{ $new }»
card-former-answer = Ответ на { $former }, { $time }
card-former-open = На { $former } ещё не ответили
card-mark-repeat = повторное к { $former }
# $department — отдел; $phone — телефон его дежурного
card-duty-phone = ☎️ Дежурный { $department }: { $phone }
card-mark-urgent = срочное
card-mark-fast-track = решаемое
# $km — сколько километров, десятками.
card-mark-far = ⚠️ место на карте далеко: ~{ $km } км от остальных
card-mark-caution-abuse = ⚠️ оскорбления или брань, текст скрыт
card-mark-caution-threat = ⚠️ угроза, текст скрыт
card-mark-caution-harm = ⚠️ намерение причинить вред, текст скрыт
card-mark-caution-suicide = 🆘 речь о самоубийстве
card-mark-question = ждём ответа жителя
card-mark-control = на контроле: { $name }
card-mark-mayor = доложено Главе ({ $name })
card-mark-erased = данные жителя стёрты
card-mark-returns = возвратов: { $count }
card-mark-revisions = доработок: { $count }
card-mark-forwarded = переслано: { $origin }
card-citizen = { $name } · { $channel } · { $kind }
card-citizen-phone = { $name } · { $channel } · { $phone } · { $kind }
card-nameless = Имя не указано
card-note = 📝 { $name }, { $time }: { $words }
card-files = 📎 { $files }
card-continued = { $number }, продолжение
file-photo = фото { $count }
file-video = видео { $count }
file-animation = анимация { $count }
file-document = документ { $count }
file-audio = аудио { $count }
file-voice = голосовое { $count }
file-video_note = видеосообщение { $count }
file-sticker = стикер { $count }
file-location = место на карте
file-contact = телефон

## День недели перед временем: «пн 14:50».

day-0 = пн
day-1 = вт
day-2 = ср
day-3 = чт
day-4 = пт
day-5 = сб
day-6 = вс

## Карточка: что сейчас.
## $department — отдел; $words — слова, по которым направлено; $reason — причина; $at — «09:50:30»; $rating — оценка 1–5;
## $who — кто предложил не отвечать; $state — что с частью; $outgoing — исходящий номер; $day — «24.11.2026»; $gender — род имени (код).

state-waiting = Ждёт направления
state-shelved = Внесено в реестр из файла без ответа: в очереди не стоит, пока кто-нибудь не нажмёт «Взять»
state-taken = Взято: { $name }, { $time }
state-returned = Возвращено: { $reason }
state-taken-back = Направлено по ошибке, отозвано координатором.
state-returned-late = Возвращено позже срока: { $reason }
state-return-by = Не ваше? Верните до { $time }
state-return-over = Не ваше? Срок возврата был до { $time }, вернуть ещё можно
state-moved = Передано: { $department }, { $time }
state-routed = Направлено: { $department }, { $time }
state-routed-by-words = Направлено: { $department }, { $time } — по словам «{ $words }»
state-released = Освободилось, { $time }: { $department }. Кто возьмёт — нажмите «Принять».
state-part = Ваша часть сейчас: { $state }
state-part-leads = Теперь ваш отдел ведёт сообщение: карточка ниже.
state-accepted =
    { $gender ->
        [female] Приняла { $name }, { $time }
       *[male] Принял { $name }, { $time }
    }
state-on-approval = На согласовании
state-approved = Согласовано, отправится в { $at }
state-interim-sent = Промежуточный ответ отправлен, { $time }
state-clarification-sent = Вопрос жителю отправлен, { $time }
state-answer-sent = Ответ отправлен, { $time }
state-answer-delivered = Ответ доставлен, { $time }
# $link — ссылка на ответ бота под постом.
state-answer-published = 💬 Ответ опубликован под постом, { $time }: { $link }
state-answer-blocked = Ответ не доставлен: житель заблокировал бота
state-answer-failed = Ответ не доставлен
state-task-call = ☎️ Ответ ждёт звонка жителю
state-task-letter = ✉️ Ответ ждёт отправки письмом
state-task-comment = 💬 Ответ ждёт публикации там, где написали
state-task-in_person = 🤝 Ответ ждёт личной встречи
state-reached-call = ☎️ Дозвонились: { $name }, { $time }
state-reached-letter = ✉️ Ответ отправлен письмом, исх. № { $outgoing } от { $day }: { $name }, { $time }
state-reached-comment = 💬 Ответ опубликован там, где написали: { $name }, { $time }
state-reached-in_person = 🤝 Ответ передан лично: { $name }, { $time }
state-closed-withdrawn = Житель отозвал сообщение, { $time }
state-closed-not_needed = Ответ не требуется: { $name }, { $time }
state-closed-no_reply = Ответ не даётся (п. 21): { $reason }. Предложено: { $who }; подтверждено: { $name }, { $time }
state-no-reply-proposed = Предложено не отвечать, { $name }: { $reason }. Ждёт подтверждения другого сотрудника.
state-handed-over = Передано в полицию / ответственному за безопасность: { $name }, { $time }
state-solved-yes = Житель: решено
state-solved-partly = Житель: решено частично
state-solved-no = Житель: не решено
state-rated = Оценка жителя: { $rating }

## Карточка: работают несколько отделов. $department — отдел; $task — что поручено; $state — что с частью; $count — сколько; $reason — причина; $gender — род имени (код).

joint-choosing = Отметьте отделы: первый ведёт и собирает ответ.
joint-own = Ответ общий: напишите о том, что касается вашего отдела.
joint-own-task = Ваша часть общего ответа: { $task }
joint-lead = { $department }, ведёт
joint-other = { $department }
joint-with-task = { $department } («{ $task }»)
joint-line = • { $department }: { $state }
joint-questions = вопросов: { $count }
joint-more = Ещё отделов: { $count }
joint-assigned = направлено, { $time }
joint-accepted =
    { $gender ->
        [female] приняла { $name }, { $time }
       *[male] принял { $name }, { $time }
    }
joint-given = часть готова, { $name }, { $time }
joint-returned = вернули: { $reason }
joint-withdrawn = снято координатором, { $time }
joint-released = освободилось, { $time }
joint-words = { $department } пишет:
common-rest-follows = На остальное ответим дополнительно: сведения уточняем.

## Согласование.
## $outcome — исход словами; $at — «09:50:30»; $count — сколько файлов; $part, $parts — какая часть из скольких; $version — номер версии; $reason — причина;
## $department — отдел; $words — первые слова части; $kind — ответ, промежуточный или вопрос жителю (код).

approval-question = Сообщение жителя
approval-draft =
    { $kind ->
        [kept] Обещание выполнено, проект сообщения жителю
        [moved] Перенос обещания, проект сообщения жителю
        [clarification] Вопрос жителю, проект
        [interim] Промежуточный ответ, проект
       *[final] Проект ответа
    }
approval-draft-end =
    { $kind ->
        [kept] Обещание выполнено, проект: окончание (начало выше)
        [moved] Перенос обещания, проект: окончание (начало выше)
        [clarification] Вопрос жителю, проект: окончание (начало выше)
        [interim] Промежуточный ответ, проект: окончание (начало выше)
       *[final] Проект ответа, окончание (начало выше)
    }
approval-draft-part =
    { $kind ->
        [kept] { $number }: обещание выполнено, часть { $part } из { $parts }
        [moved] { $number }: перенос обещания, часть { $part } из { $parts }
        [clarification] { $number }: вопрос жителю, часть { $part } из { $parts }
        [interim] { $number }: промежуточный ответ, часть { $part } из { $parts }
       *[final] { $number }: проект ответа, часть { $part } из { $parts }
    }
approval-outcome = Исход: { $outcome }
approval-author = Автор: { $name }
approval-author-version = Автор: { $name } · версия { $version }
approval-replaced-by = Текст: { $name }
approval-files = 📎 файлов к ответу: { $count }
approval-returned = Возвращено на доработку, { $name }: { $reason }
approval-returned-spoken = голосовым сообщением
approval-former-remark = Замечание к версии { $version } ({ $name }): { $reason }
approval-below = { $number }: карточка внизу чата.
approval-part = Часть: { $department }, { $name } — «{ $words }»
approval-public = 💬 Прочтут все: бот опубликует ответ под постом, в ответ на комментарий.
approval-public-numbers = ⚠️ В ответе есть номера (телефон, документ, счёт). Личных под постом быть не должно.
approval-superseded = Заменено новой версией
approval-dropped = Снято
approval-published = Отправлено, { $time }
approval-approved-by = Согласовано: { $name }, отправится в { $at }

## Задача: ответить звонком, письмом, лично.
## $contact — куда; $count — сколько раз.

task-way-bot = Ответ уходит в бот
task-way-comment = 💬 Опубликовать ответ там, где написали
task-way-call = ☎️ Ответить по телефону
task-way-letter = ✉️ Ответить письмом
task-way-in_person = 🤝 Ответить лично
task-contact = Контакт: { $contact }
# $place — страница, аккаунт или внешний номер.
task-place = Где: { $place }
task-missed = Не дозвонились: { $count }

## Просят слова. $mention — упоминание того, кто нажал; $user — его номер в мессенджере.

mention = <a href="tg://user?id={ $user }">{ $name }</a>
prompt-return_reason = { $mention }, { $number }: почему не ваше? Напишите причину ответом на это сообщение.
prompt-revision_reason = { $mention }, { $number }: что доработать? Напишите или наговорите ответом на это сообщение.
prompt-clarification = { $mention }, { $number }: что уточнить у жителя? Напишите вопрос ответом на это сообщение.
prompt-contact = { $mention }, { $number }: как связаться с заявителем? Напишите телефон или адрес ответом на это сообщение.
prompt-outgoing = { $mention }, { $number }: исходящий номер и дата письма? Например: 01-25/134 от 24.11, без номера: б/н от 24.11. Напишите ответом на это сообщение.
prompt-no_reply_reason = { $mention }, { $number }: почему ответ не даётся? Напишите причину ответом на это сообщение.
prompt-draft = { $mention }, { $number }: что ответить жителю? Напишите ответом на это сообщение. Можно с фото.
prompt-address = { $mention }, { $number }: где это? Напишите адрес ответом на это сообщение.
prompt-gist = { $mention }, { $number }: в чём суть? Напишите одной строкой ответом на это сообщение.
prompt-former = { $mention }, { $number }: к какому сообщению это повторное? Напишите его номер ответом на это сообщение.
prompt-remark = { $mention }, { $number }: напишите замечание ответом на это сообщение.
prompt-mayor_reason = { $mention }, { $number }: почему это Главе? Напишите ответом на это сообщение.
prompt-instruction_term = { $mention }, { $number }: к какому сроку? Ответьте, например: завтра, 24.11, до 15:00.
prompt-proof = { $mention }, { $number }: пришлите фото, видео или документ ответом на это сообщение. Без подписи: подпись заменит текст ответа.
placeholder-proof = Фото, видео или документ
# $lacks: what is missing, «срок, кто отвечает»; $clause: where it is demanded; $example: how to write it.
prompt-commitment =
    { $mention }, { $number }: промежуточному ответу не хватает: { $lacks } ({ $clause }). Напишите одним сообщением в ответ на это, каждое с новой строки или через «;».
    Например: { $example }
placeholder-commitment = Срок; кто отвечает; что делаете
# $lack: term, responsible, actions.
commitment-lack =
    { $lack ->
        [term] срок
        [responsible] кто отвечает
       *[actions] что делаете
    }
# $lack: term, responsible, actions.
commitment-example =
    { $lack ->
        [term] до 24.12
        [responsible] Иванов И. И., начальник участка
       *[actions] заказали трубу, меняем
    }
# $day: by which day the final answer is due, «10.03.2026».
commitment-too-late = ⚠️ Названный срок позже, чем нужен окончательный ответ: до { $day }.
prompt-extension_reason = { $mention }, { $number }: почему нужно время? Причину прочтёт и житель. Напишите ответом на это сообщение.
prompt-extension_term = { $mention }, { $number }: до какого числа? Напишите ответом на это сообщение, например: 24.12. Или кнопкой на карточке.
prompt-extension_refusal = { $mention }, { $number }: почему срок остаётся прежним? Напишите ответом на это сообщение.
placeholder-extension_reason = Почему нужно время
placeholder-extension_term = 24.12, +5 дней
placeholder-extension_refusal = Почему не продлеваем
placeholder-mayor_reason = Причина
placeholder-instruction_term = Завтра, 24.11, до 15:00
prompt-part = { $mention }, { $number }: что ответит ваш отдел? Напишите ответом на это сообщение. Можно с фото.
prompt-tasks = { $mention }, { $number }: кому что? Ответьте на это сообщение строками «Отдел: что сделать». Число вопросов можно указать в скобках: «Отдел (2): …».
placeholder-tasks = Отдел: что сделать
placeholder-return_reason = Причина: почему не ваше
placeholder-revision_reason = Что доработать
placeholder-clarification = Вопрос жителю
placeholder-contact = Телефон или адрес
placeholder-outgoing = 01-25/134 от 24.11
placeholder-no_reply_reason = Почему ответ не даётся
placeholder-draft = Ответ жителю
placeholder-address = Адрес: улица и дом
placeholder-gist = Суть одной строкой
placeholder-former = Номер, например 2026-00042
placeholder-remark = Замечание

## Главе и руководителям. $topic — тема; $usual — сколько сообщений в час обычно, «0,5»; $street — улица; $numbers — номера через запятую; $due — срок, «24.11, 15:00»; $words — поручение; $report — что доложили; $reason — причина; $count — сколько;
## $department — отдел; $what — тема и адрес; $status — что с сообщением сейчас (код).

mayor-told = Доложено Главе: { $time }, { $name }
mayor-told-reason = Доложено Главе: { $time }, { $name } — { $reason }
mayor-unreachable = Лично Главе бот пока написать не может, поэтому карточка здесь.
mayor-instead = Вы замещаете Главу, поэтому карточка у вас.
# $stands: стоят ли часы, пока житель молчит (yes, no).
citizen-is-silent =
    ❓ { $number }: житель три рабочих дня не отвечает на вопрос. { $stands ->
        [yes] Срок всё это время стоит и сам о себе не напомнит.
       *[no] Срок ответа идёт.
    }
    Что можно сделать: позвонить жителю («Телефон» на карточке), ответить по тому, что известно, или, если без его слов ответить не на что, закрыть без ответа. Карточка: /card { $number }
mayor-not-reached = { $number }: лично Главе бот написать не может, карточка ушла в чат руководства. Пусть Глава откроет бота и нажмёт «Старт».
mayor-not-listed = Главы нет среди сотрудников: карточка здесь.
card-instruction = ❗ Поручение ({ $name }) до { $due }: { $words }
card-instruction-done = ✅ Поручение исполнено ({ $name }, { $time }): { $words } — { $report }
instruction-offer = { $number }: передать как поручение? Исполнитель: { $department }
instruction-offer-coordinators = { $number }: передать как поручение? Отдела пока нет, получат координаторы.
instruction-due = Срок: до { $due }
instruction-due-unknown = Срок не назван: выберите или нажмите «Передать как поручение», и бот спросит.
notice-instruction = ❗ { $number }: поручение ({ $name }), срок до { $due }
notice-instruction-report = Исполнили — ответьте на это сообщение.
report-offer = { $number }: доложить об исполнении поручения?
surge =
    📈 Всплеск: { $topic }, { $count ->
        [one] { $count } сообщение
        [few] { $count } сообщения
       *[many] { $count } сообщений
    } за час (обычно { $usual })
surge-street = Чаще всего: { $street } ({ $count })
surge-numbers = { $numbers }. Показать: /card и номер
surge-numbers-more = { $numbers } и ещё { $count }. Показать: /card и номер
urgent-list = Срочные за сегодня: { $count }. Новые карточки приходят без звука.
urgent-list-line = { $number } · { $what } — { $status ->
        [registered] ждёт направления
        [assigned] в отделе
        [in_progress] готовят ответ
        [on_approval] на согласовании
        [approved] ответ согласован
        [closed] закрыто без ответа
       *[answered] ответ дан
    }

## Закреплено наверху чата. $count — сколько; $since — с какого времени, «02.03 09:15»; $until — до какого; $what — тема и адрес; $who — у кого
## или что с этим; $status — что с сообщением сейчас (код или словами); $due — срок поручения; $urgent — срочное ли (yes, no).

pinned-queue = Ждут направления: <b>{ $count }</b>, первое — с { $since }
pinned-queue-urgent = 🔴 Срочных: { $count }
pinned-queue-empty = Очередь пуста
pinned-work = В работе: <b>{ $count }</b>
pinned-work-line = { $urgent ->
        [yes] 🔴 { $number } · { $what } · { $who }
       *[no] { $number } · { $what } · { $who }
    }
pinned-work-empty = В работе ничего нет
pinned-return = не принято, вернуть до { $until }
pinned-not-accepted = не принято
pinned-part-given = часть сдана
pinned-on-approval = на согласовании
pinned-approved = ответ согласован
pinned-control = На контроле: <b>{ $count }</b>
pinned-control-line = { $urgent ->
        [yes] 🔴 { $number } · { $what } — { $status }
       *[no] { $number } · { $what } — { $status }
    }
pinned-status = { $status ->
        [registered] ждёт направления
        [assigned] в отделе
        [in_progress] готовят ответ
        [on_approval] на согласовании
        [approved] ответ согласован
        [closed] закрыто без ответа
       *[answered] ответ дан
    }
pinned-control-by = контроль: { $name }
pinned-control-instruction = поручение ({ $name }) до { $due }
pinned-control-empty = На контроле ничего нет
pinned-more = и ещё { $count }
pinned-moved = Здесь больше не ведётся: работа этого чата в другом.

## Дежурство. $names — кто; $whom — за кого; $since, $until — с какого и до какого времени; $count — сколько ждут.

duty-end = Снять: { $name }
duty-end-instead = Снять: { $name } за: { $whom }
duty-coordinators = Координаторы: { $names }
duty-approvers = Согласующие: { $names }
duty-nobody = никого
duty-on = Дежурит { $name }: { $since } – { $until }
duty-instead = { $name } за: { $whom }, { $since } – { $until }
duty-how = Назначить: /duty Иванова за Петрова до 30.11. Дежурство: /duty Иванова с 24.11 по 28.11.
queue-call =
    { $count ->
        [one] { $count } сообщение ждёт координатора
        [few] { $count } сообщения ждут координатора
       *[many] { $count } сообщений ждут координатора
    } с { $time }: 30 рабочих минут очередью никто не занимался.
# $name — кто взял на себя.
queue-taken-over = Очередью до конца дня занимается { $name }

## Предпросмотр, слова согласующего и коллег. $names — чьи ответы ещё ждут; $who — кто предложил; $reason — причина; $count — сколько фото.

preview-heading = { $number }. Так увидит житель:
preview-part = { $number }. Ваша часть общего ответа:
preview-continued = { $number }. Так увидит житель, окончание (начало выше):
preview-others = Здесь же ждёт отправки ответ, который пишет: { $names }
preview-needs-words = { $number }: нужны слова. Напишите ответ жителю ответом на карточку, можно вместе с фото.
card-moved = { $number }: карточка теперь в другом чате.
card-went-home = { $number }: карточка снова в чате отдела.
card-duplicate = { $number }: это копия карточки, работайте с той, что есть в чате.
answer-numbers-closed = Номера, закрытые точками, житель увидит целиком.
silence-question = { $number }: { $who } предлагает не отвечать (п. 21). Причина: { $reason }
silence-confirmed = { $number }: подтверждено, ответ не даётся.
silence-over = { $number }: предложение не отвечать снято.
remark-question = { $number }: что это?
proof-attach = Приложить { $count } фото
proof-offer = { $number }: вы прислали это рядом с ответом. Приложить?
words-talk = { $number }: похоже на переписку, жителю это не уйдёт.
words-not-ours = { $number }: вернуть координаторам с этой причиной?
remark-one-of = Замечание вернёт проект исполнителю, текст заменит его слова.

## Слова, которых не взяли. $status — что с сообщением сейчас (код); $state — что с частью или с правленым текстом (код);
## $case — чего ждёт сообщение (код); $department — отдел.

hint-pin-by-hand = 📌 Боту здесь нельзя закреплять сообщения. Чтобы счётчик выше стоял наверху, закрепите его сами, один раз: нажмите на него → «Закрепить». Дальше бот его правит.
hint-comments-wait = 💬 Под постами ждут ещё комментарии, похожие на сообщения: здесь их уже много, остальные карточками не приходят. Разберите эти («Зарегистрировать», «Не нужно»), потом откройте группу; нужный комментарий вносит ответ на него командой /add.
# $number — номер; $reason — почему бот не смог сам (код).
comment-not-published = ❗ { $number }: бот не опубликовал ответ под постом: { $reason ->
        [reply_gone] комментарий удалён
        [thread_gone] обсуждение этого поста закрыто
        [no_rights] в этой группе боту нельзя писать
        [kicked] бота удалили из группы обсуждения
        [not_a_member] бота нет в группе обсуждения
        [group_deleted] группу обсуждения удалили
        [chat_not_found] группа обсуждения не найдена
       *[other] Telegram не принял сообщение
    }. Ответьте сами: задача ниже.
hint-reply = { $number }: ответ на это сообщение бота никому не уйдёт. { $case ->
        [waits] Что делать — кнопками под карточкой координаторов: выберите отдел или ответьте сами («Ответить», «Уточнить»).
        [call] Ответ согласован и ждёт звонка: «Дозвонились» или «Не дозвонились» — кнопками под задачей.
        [letter] Ответ согласован и ждёт письма: нажмите «Исх. № и дата» под задачей, бот спросит номер.
        [in_person] Ответ согласован и ждёт встречи: «Ответили лично» — кнопкой под задачей.
        [undelivered] Ответ не дошёл до жителя: под карточкой координаторов есть «Позвонить» и «Написать письмо».
        [approval] Ответ на согласовании: слова к нему — ответом на его карточку в чате согласования.
        [department] Жителю отвечает отдел ({ $department }): ответом на свою карточку в своём чате. Остальное — кнопками под карточкой координаторов.
       *[over] Что ещё можно — кнопками под карточкой координаторов.
    }
edit-too-late = { $number }: правка не считается. { $state ->
        [submitted] На согласовании прежний текст. Пришлите новый ответом на карточку: это будет новая версия.
        [approved] Ответ уже согласован и отправляется таким, каким его видел согласующий.
        [published] Ответ уже у жителя.
        [returned] Этот текст вернули на доработку. Пришлите новый ответом на карточку.
        [given] Ваша часть уже передана. Пришлите её заново ответом на карточку.
        [taken] Ваши слова уже приняты такими, какими были.
       *[replaced] Действует более новый текст. Пришлите ещё один ответом на карточку, если он нужен.
    }
refusal-not-found = Непонятно, к чему эти слова. Ответьте на карточку или на вопрос бота.
refusal-stale-version = Слова не приняты: это прошлая версия проекта. Ответьте на карточку новой.
refusal-not-possible-now =
    { $number }: слова не приняты. Сейчас { $status ->
        [registered] сообщение ждёт направления в отдел
        [assigned] сообщение направлено в отдел, ещё не принято
        [in_progress] готовится ответ
        [on_approval] ответ на согласовании
        [approved] ответ согласован. Отправку ещё можно отменить, пока под карточкой в чате согласования стоит «Отменить отправку»
        [closed] сообщение закрыто
       *[answered] ответ уже дан
    }.
refusal-part-not-possible-now =
    Слова не приняты. Эта часть сейчас: { $state ->
        [assigned] направлена в отдел, ещё не принята
        [accepted] принята
        [given] готова и передана ведущему отделу
        [returned] возвращена координаторам
        [withdrawn] снята координатором
       *[over] не нужна, ответ уже дан
    }.
refusal-no-longer-asked =
    { $number }: слова не приняты, этот вопрос уже закрыт. Сейчас { $status ->
        [registered] сообщение ждёт направления в отдел
        [assigned] сообщение направлено в отдел, ещё не принято
        [in_progress] готовится ответ
        [on_approval] ответ на согласовании
        [approved] ответ согласован
        [closed] сообщение закрыто
       *[answered] ответ уже дан
    }.

## Продление срока. $department — отдел; $old, $new, $day — даты, «24.12.2026»; $reason — причина; $who — кто решил.

extension-request = ⏳ { $number }: { $name } ({ $department }) просит продлить срок
extension-dates = Сейчас до { $old }, нужно до { $new }. Причина:
extension-is-told = «Продлить» — и житель сразу узнает новую дату и эту причину.
extension-granted = { $number }: срок продлён.
extension-refused = { $number }: срок не продлён.
# $place — отдел, у которого сообщение теперь.
extension-over-assigned = { $number }: передано: { $place }, продление не нужно.
extension-over-registered = { $number }: отдел вернул сообщение, продление не нужно.
extension-over-answered = { $number }: ответ дан, продление не нужно.
extension-over-closed = { $number }: сообщение закрыто, продление не нужно.
notice-extended = ⏳ { $number }: срок продлён до { $day }.
notice-extended-by-hand = ⏳ { $number }: срок продлён до { $day }: { $reason }. У заявителя нет чата с ботом: сообщите ему дату и причину.
notice-not-extended = ⏳ { $number }: срок не продлён ({ $who }): { $reason }
state-extended = ⏳ Срок продлён до { $day }: { $reason }
state-extension-asked = ⏳ Просит время ({ $name }): { $reason }. Ждёт решения согласующего.

## Очередь и карточка по номеру. $place — которое по счёту; $count — сколько ждут.

queue-place = Очередь: { $place } из { $count }
queue-empty = Очередь пуста: ничего не ждёт направления.
queue-done = Очередь пройдена: ничего больше не ждёт направления.
card-which = Напишите номер: /card 2026-00042
card-unknown = Сообщения { $number } нет.
card-not-yours = Карточка { $number } здесь вам недоступна.
card-is-below = { $number }: карточка ниже.

## Отдельные сообщения. $department — отдел; $who — от кого; $reason — причина; $count — сколько ждут; $others — что с частями остальных отделов (код).

notice-returned = ↩️ { $number } вернули: { $reason }
notice-returned-late = ↩️ { $number } вернули позже срока, он был до { $time } ({ $who }): { $reason }
notice-returned-by = ↩️ { $number } вернули ({ $who }): { $reason }
notice-part-returned =
    ↩️ { $number }: { $department }, часть вернули ({ $who }): { $reason }
    { $others ->
        [work] Остальные работают.
        [done] Остальные части готовы.
       *[none] Больше над сообщением никто не работает: направьте его.
    }
notice-lead-wanted =
    { $others ->
        [work] Остальные отделы работают, но собрать ответ некому: выберите, кто ведёт.
       *[done] Части остальных отделов готовы, но собрать ответ некому: выберите, кто ведёт.
    }
notice-part-returned-late = Позже срока: он был до { $time }.
notice-parts-in = { $number }: все части на месте. Нажмите «Собрать ответ» на карточке.
notice-part-late = { $number }: часть отдела «{ $department }» пришла, когда ответ был уже отправлен на согласование. Слова сохранены:
notice-part-withdrawn = { $number }: ваша часть больше не нужна, координатор её снял.
notice-revision = ✏️ { $number } на доработку ({ $who }): { $reason }
notice-urgent = 🔴 { $number } теперь срочное
notice-edited = ✏️ { $number }: житель изменил сообщение, { $time }
notice-edited-old = Было
notice-edited-new = Стало
notice-added = ➕ { $number }: житель дополнил
notice-second-look-edit = ✏️ { $number }: житель изменил сообщение, а ответ уже согласуют. Новое — на карточке: ответ ещё подходит?
notice-second-look-addition = ➕ { $number }: житель дополнил сообщение, а ответ уже согласуют. Новое — на карточке: ответ ещё подходит?
notice-blocked = { $number }: ответ не доставлен, житель заблокировал бота
notice-ended-withdrawn = ✖️ { $number }: житель отозвал сообщение, отвечать не нужно
notice-ended-not_needed = ✖️ { $number }: закрыто, ответ не требуется
notice-ended-no_reply = ✖️ { $number }: закрыто, ответ не даётся (п. 21)
notice-no-reply-rejected = ↩️ { $number }: предложение не отвечать отклонено ({ $who }), нужен обычный порядок
notice-life-at-risk = 🆘 { $number }: человек пишет о самоубийстве. Прочитайте сейчас, свяжитесь с ним, при угрозе жизни звоните 112. Телефон доверия ему уже отправлен.
notice-failed = { $number }: ответ не доставлен
notice-unconsented =
    { $count ->
        [one] { $count } сообщение ждёт согласия жителя. Прочитать его пока нельзя.
        [few] { $count } сообщения ждут согласия жителей. Прочитать их пока нельзя.
       *[many] { $count } сообщений ждут согласия жителей. Прочитать их пока нельзя.
    }

## Группа, из которой бота удалили. $place — чат, как его зовут люди; $department — отдел; $about — о чём; $need — что нужно.

chat-coordinators = чат координаторов
chat-approvals = чат согласования
chat-leadership = чат руководителей
chat-department = чат отдела «{ $department }»
chat-other = чат не из настроек
chat-private = личный чат
lost-heading = Бот не может писать в { $place }. Там открыто:
lost-line = { $number } · { $about } · { $need }
lost-what-to-do = Нажмите номер, и карточка придёт сюда. Новые сообщения этого чата тоже придут сюда, пока бота не вернут.
lost-found = Бот снова в своём чате: карточки там.
lost-need-registered = направить
lost-need-assigned = принять
lost-need-in_progress = ответить ({ $name })
lost-need-on_approval = на согласовании
lost-need-approved = ответ согласован
lost-need-approval = согласовать
lost-need-leadership = срочное, для руководителей

## Работа того, кого нет. $numbers — номера через запятую; $count — сколько их.

handover-left = { $name } больше не работает в отделе.
handover-away = { $name } отсутствует.
held-list = На руках ({ $count }): { $numbers }. Нажмите номер или передайте всё: снова примет отдел.
handover-done = Передано отделам.
notice-released = Освободилось: { $numbers }. Кто возьмёт — нажмите «Принять» на карточке.
button-release-all = Передать отделу

## Готовые причины: строка на кнопке, она же причина.

reason-return-1 = Не наша территория
reason-return-2 = Не в наших полномочиях
reason-return-3 = Это к другому отделу
reason-return-4 = Мало сведений: нет адреса
reason-no_reply-1 = Нецензурные либо оскорбительные выражения
reason-no_reply-2 = Угроза должностному лицу или его семье
reason-no_reply-3 = Намерение причинить вред другому лицу
reason-revise-1 = Ответить по существу вопроса
reason-revise-2 = Написать проще и короче
reason-revise-3 = Указать срок
reason-revise-4 = Приложить фото

reason-extend-1 = Запросили материалы, ждём их
reason-extend-2 = Нужен осмотр на месте
reason-extend-3 = Ждём поставку материалов для работ
reason-extend-4 = Погода не даёт вести работы

reason-mayor-1 = Общественно значимое
reason-mayor-2 = Много сообщений об одном
reason-mayor-3 = Угроза жизни или здоровью

## Всплывающие строки: до 200 знаков. $department — отдел; $seconds — сколько секунд можно отменить; $waiting — сколько ещё ждут; $count — сколько (отделов, фото, недозвонов);
## $phone — телефон жителя; у номеров жителя $number — сам номер; $topic — тема; $former — номер прежнего; $kind — вид сообщения; $words — слова, по которым его угадали.

toast-card-shown = Карточка { $number } — в этом чате.
toast-card-below = Карточка { $number } — внизу чата.
toast-taken = Взято: { $name }
toast-routed = Направлено: { $department }
# $number: the number of the message.
toast-taken-back = Отменено: { $number } снова ждёт направления.
toast-urgent = Срочное. Руководителям отправлено.
toast-urgent-already = Уже срочное.
toast-category-ordinary = Обычное.
toast-category-fast_track = Решаемое.
toast-topic = Тема: { $topic }
toast-no-topic = Без темы.
# $territory — название территории.
toast-territory = Территория: { $territory }
toast-no-territory = Без территории.
toast-repeat = Повторное к { $former }
toast-no-repeat = Не повторное.
# $number: the number of the new message.
toast-separated = Теперь отдельное сообщение { $number }. Житель узнает номер.
toast-queue-last = Больше ничего не ждёт.
toast-no-address = Адрес убран.
toast-words-asked = Напишите словами: бот спросил ниже.
toast-kind-asked = Вид: { $kind }. Выберите другой.
toast-kind-guessed = Вид: { $kind }, по словам «{ $words }». Выберите другой.
toast-kind-set = Вид: { $kind }
toast-kind-already = Вид уже такой: { $kind }
toast-applicant-set = Вид заявителя: { $kind }
toast-applicant-already = Вид заявителя уже такой: { $kind }
toast-control = На контроле: { $name }
revealed-phone = { $number }
revealed-passport = паспорт { $number }
revealed-snils = СНИЛС { $number }
toast-mayor = Главе отправлено.
toast-mayor-already = Глава уже знает.
toast-instructed = Поручение передано.
toast-term-asked = Напишите срок: бот спросил ниже.
toast-stint-ended = Снято.
toast-took-over = Сегодня вы координатор: карточки в чате координаторов.
toast-reported = Исполнено: { $name }
toast-phone = { $phone }
toast-accepted = Принято. Ответьте на карточку — это и будет проект.
toast-reason-asked = Напишите причину или нажмите готовую.
toast-draft-asked = Напишите ответ жителю: бот спросил ниже.
toast-way-chosen = Способ ответа записан.
toast-task-opened = Задача в чате: текст ответа и контакт ниже.
toast-contact-asked = Контакт неизвестен. Напишите его, если знаете: бот спросил ниже.
toast-task-done = Отвечено.
toast-task-missed = Не дозвонились: { $count }
toast-outgoing-asked = Напишите исходящий номер и дату: бот спросил ниже.
toast-clarification-asked = Напишите вопрос жителю: бот спросил ниже.
toast-several = Отметьте отделы. Первый ведёт.
toast-tasks-asked = Напишите, кому что: бот спросил ниже.
toast-shared =
    { $count ->
        [one] Работает { $count } отдел.
        [few] Работают { $count } отдела.
       *[many] Работают { $count } отделов.
    }
toast-part-accepted = Принято. Ответьте на карточку — это и будет ваша часть.
toast-part-asked = Напишите вашу часть: бот спросил ниже.
toast-part-given = Ваша часть записана.
toast-part-late = Ответ уже на согласовании или отправлен без этих слов. Они сохранены, ведущий отдел их видит.
toast-collected = Ответ собран ниже: проверьте и отправьте.
toast-released =
    { $count ->
        [one] { $count } сообщение снова ждёт в отделе.
        [few] { $count } сообщения снова ждут в отделах.
       *[many] { $count } сообщений снова ждут в отделах.
    }
toast-released-already = Уже передано: за этим человеком ничего не осталось.
# $lacks: what is missing, «срок, кто отвечает»; $clause: the clause that demands it, «п. 20 абз. 2».
toast-commitment-asked = Не хватает: { $lacks } ({ $clause }). Ответьте боту ниже одним сообщением.
# $clause: the clause that demands it, «п. 20 абз. 1».
toast-proof-asked = Такой ответ отправляют с фото, видео или документом ({ $clause }). Пришлите: бот спросил ниже.
toast-extension-reason-asked = Напишите причину или нажмите готовую на карточке.
toast-extension-requested = Запрос у согласующего.
# $day: the new date, «24.12.2026».
toast-extension-granted = Срок продлён до { $day }.
toast-extension-refusal-asked = Напишите причину: бот спросил ниже.
toast-submitted = Отправлено на согласование.
toast-approved =
    { $seconds ->
        [0] Согласовано, отправляется.
        [one] Согласовано. Отменить можно { $seconds } секунду.
        [few] Согласовано. Отменить можно { $seconds } секунды.
       *[many] Согласовано. Отменить можно { $seconds } секунд.
    }
toast-still-waiting = Ещё ждут: { $waiting }
toast-next = { $number } — внизу чата.
toast-undone = Отправка отменена.
toast-revision-asked = Напишите или наговорите, что доработать, или нажмите готовую причину.
toast-reason-given = Причина записана.
toast-not-needed = Закрыто: ответ не требуется.
toast-handed-over = Отмечено: передано ({ $name })
toast-no-reply-confirmed = Подтверждено, ответ не даётся.
toast-no-reply-rejected = Отклонено: обычный порядок.
toast-attached = Приложено: { $count }. Ответ показан заново.
toast-answer-shown = Посмотрите, как это увидит житель, и выберите исход.
toast-returned = Возвращено, причина записана.
toast-revised = Возвращено на доработку.
toast-replaced = Текст заменён. Согласуйте новую версию.
toast-dropped = Хорошо, это просто переписка.
toast-cancelled = Отменено.
