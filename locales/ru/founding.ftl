### Настройка в чате: страницы /setup, приглашения, /bind. Читает администратор и тот, кого пригласили.
### $name — название или человек; $value — что сейчас; $names — через запятую; $chat — название группы.

## Кнопки. $step — шаг (код); $zone — город часового пояса (код); $number — какой из готовых режимов.

setup-back = ‹ Назад
setup-next = Дальше: { setup-step } ›
setup-step =
    { $step ->
        [name] название
        [timezone] часовой пояс
        [regulation] регламент
        [hours] часы работы
        [departments] отделы
        [coordinators] чаты
        [people] люди
       *[opening] открытие
    }
setup-open = ✅ Открыть приём
setup-zone =
    { $zone ->
        [Kaliningrad] Калининград
        [Moscow] Москва
        [Samara] Самара
        [Yekaterinburg] Екатеринбург
        [Omsk] Омск
        [Krasnoyarsk] Красноярск
        [Irkutsk] Иркутск
        [Yakutsk] Якутск
        [Vladivostok] Владивосток
        [Magadan] Магадан
       *[Kamchatka] Камчатка
    }
setup-ready-hours =
    { $number ->
        [0] Пн–пт 8–17, обед 12–13
        [1] Пн–пт 9–18, обед 13–14
        [2] Пн–чт 8–17, пт 8–16, обед 12–13
       *[3] Пн–чт 9–18, пт 9–16:45, обед 13–13:45
    }
setup-own-hours = ✏️ Свои часы
setup-new-department = ➕ Отдел
setup-new-topic = ➕ Тема
setup-rename = ✏️ Название
setup-short = ✏️ Коротко
setup-phone = ✏️ Телефон
setup-mail = ✏️ Почта
setup-words = ✏️ Слова
setup-drop = 🗑 Убрать
setup-drop-yes = Да, убрать
setup-invite = ➕ Пригласить
# $kind — вид исполнителя, которым отдел станет (код)
setup-kind =
    { $kind ->
        [enterprise] Это предприятие
        [institution] Это учреждение
       *[division] Это подразделение
    }
# $who — кто отвечает за отдел (код)
setup-members =
    { $who ->
        [chat] Пусть отвечает любой в группе
       *[listed] Пусть отвечают только названные
    }
# $on — 1: сделать срочной, 0: обычной
setup-urgent =
    { $on ->
        [1] Сделать срочной
       *[0] Больше не срочная
    }
# $to — категория (код)
setup-category =
    { $to ->
        [fast_track] Сделать решаемой
       *[ordinary] Сделать обычной
    }

## Страницы. $hours — часы работы строкой; $short — короткое имя; $phone — телефон; $who — кто отвечает (код);
## $words — слова темы; $category — категория (код); $urgent — 1, если срочная; $post — чем служит чат (код); $topic — номер темы группы;
## $count — сколько; $roles, $departments — через запятую; $day — день недели (код).

setup-home = <b>Настройка</b>. Приём открыт. Что изменить?
setup-home-closed = <b>Настройка</b>. Приём ещё закрыт: жителям бот отвечает, что откроется позже. Пройдите строки с ▫️, потом нажмите «Открыть приём».
setup-has = ✅ { setup-step }: { $value }
setup-lacks = ▫️ { setup-step }
setup-timezone = <b>Часовой пояс</b>. По нему считаются часы работы и время на карточках.
setup-regulation = <b>Регламент</b>: по чьим срокам работаем.
setup-regulation-name =
    { $name ->
        [grozny] Грозный
        [chaikovsky] Чайковский
        [krasnoufimsk] Красноуфимск
       *[federal59] 59-ФЗ: 30 дней
    }
setup-hours = <b>Часы работы</b>. Сейчас: { $hours }
setup-day =
    { $day ->
        [mon] пн
        [tue] вт
        [wed] ср
        [thu] чт
        [fri] пт
        [sat] сб
       *[sun] вс
    }
setup-departments = <b>Отделы</b>: управления, предприятия и учреждения, которые готовят ответы.
# $name — название; $short — короткое имя; $phone — телефон; $mail — почта; $kind — вид исполнителя (код)
setup-department =
    <b>{ $name }</b>
    { $kind ->
        [enterprise] Муниципальное предприятие
        [institution] Муниципальное учреждение
       *[division] Структурное подразделение
    }
    На кнопках: { $short }
    Телефон дежурного: { $phone }
    Почта: { $mail }
setup-department-chat = Работает: { $chat }
setup-department-people =
    { $who ->
        [chat] Отвечает любой в группе. Названы: { $names }
       *[listed] Отвечают: { $names }
    }
setup-department-topics = Темы: { $names }
setup-drop-department = Убрать отдел «{ $name }»? Его темы уйдут вместе с ним, люди останутся.
setup-topic =
    <b>{ $name }</b>
    Слова: { $words }
    { $category ->
        [fast_track] Решаемая
       *[ordinary] Обычная
    }, { $urgent ->
        [1] срочная
       *[0] не срочная
    }
setup-chats = <b>Чаты</b>. Добавьте бота в группу и напишите в ней /bind. Темы форума подключаются так же, из самой темы.
setup-chat = { bind-post }: { $chat }
setup-chat-department = { $name }: { $chat }
setup-with-coordinators = вместе с координаторами
setup-in-topic = { $chat }, тема { $topic }
setup-no-chat = нет
# $chat — номер чата в Telegram
setup-chat-unheard = название пока неизвестно (чат { $chat })
setup-people =
    <b>Люди</b>: { $count }. Чтобы приём открылся, нужны хотя бы координатор, исполнитель в отделе и согласующий. Это может быть и один человек в двух ролях, но свой проект согласует другой.
setup-silent = Не нажали «Старт», лично бот им написать не может: { $names }
setup-thin = Меньше двух человек, и отпуск остановит работу: { $roles }
setup-person =
    <b>{ $name }</b>
    Роли: { $roles }
    Отделы: { $departments }
setup-person-silent = «Старт» не нажат: лично бот написать не может.
setup-remove-person = Убрать из сотрудников: { $name }? Все роли снимутся, открытые сообщения назовём координаторам.
setup-invite-as = Кем пригласить?
setup-invite-to = В какой отдел?
setup-departments-first = Сначала заведите отдел.
# $role — роль (код)
role-name =
    { $role ->
        [coordinator] координатор
        [executor] исполнитель
        [approver] согласующий
        [leader] руководитель
        [mayor] глава
        [curator] куратор
        [department_head] начальник отдела
        [block_head] глава блока
        [observer] наблюдатель
       *[admin] администратор
    }

## Условия работы. $page — страница (код); $mode, $to — как берётся согласие (код); $days — дней; $version — версия текста; $on — 1: да, 0: нет;
## $seconds — секунд; $phone — телефон; $region — код региона; $url — адрес страницы; $what — что меняет кнопка (код); $position — должность; $email — почта.

setup-terms =
    { $page ->
        [consent] согласие
        [approval] согласование
        [details] регион и телефоны
       *[channels] каналы
    }
setup-consent =
    <b>Согласие на обработку данных</b>
    { $mode ->
        [required] Отдельным сообщением с кнопкой, до регистрации. Без согласия храним { $days } дн., потом стираем.
       *[notice] Текстом в первой расписке, без кнопки.
    }
    Что пришло от заблокированного жителя, храним без номера тоже { $days } дн.
    Версия текста: { $version }
setup-consent-own = Свой текст:
setup-consent-built-in = Текст встроенный.
setup-consent-mode =
    { $to ->
        [required] Спрашивать кнопкой
       *[notice] Только текст в расписке
    }
setup-consent-text = ✏️ Свой текст
setup-consent-days = { $days } дн.
setup-approval =
    <b>Согласование</b>
    { $on ->
        [1] Автор может согласовать и свой проект.
       *[0] Свой проект согласует другой человек.
    }
    Отправку можно отменить: { $seconds } с.
setup-self-approval =
    { $on ->
        [1] Разрешить согласовать свой
       *[0] Пусть согласует другой
    }
setup-undo-seconds = { $seconds } с
setup-details =
    <b>Регион и телефоны</b>
    Регион: { $region }
    Если опасно, звонить: { $phone }
    Обращение по 59-ФЗ: { $url }
setup-detail =
    { $what ->
        [region] ✏️ Регион
        [emergency] ✏️ Телефон
       *[url] ✏️ Страница обращений
    }
setup-channels = <b>Каналы</b>, по которым приходят сообщения кроме этого бота. Что не входит в итог месячного отчёта, показывается отдельно. 👀 — о канале напоминаем каждое утро: оттуда сообщения никто не приносит, их ищут сами.
# $watched — 1: координаторы смотрят его сами каждый рабочий день; $account — страница, телефон, none — нет.
setup-channel =
    { $watched ->
        [1] 👀 { $name }
       *[0] { $name }
    }: { $on ->
        [1] в итоге отчёта
       *[0] отдельно
    }{ $account ->
        [none] .
       *[other] ; { $account }
    }
setup-watched =
    { $on ->
        [1] 👀 { $name }: напоминать
       *[0] { $name }: не напоминать
    }
setup-account = ✏️ { $name }: аккаунт
setup-counted =
    { $on ->
        [1] { $name }: в итог
       *[0] { $name }: отдельно
    }
setup-drop-channel = 🗑 { $name }
setup-new-channel = ➕ Канал
setup-person-contacts =
    Должность: { $position }
    Телефон: { $phone }
    Почта: { $email }
setup-contact =
    { $what ->
        [per_post] ✏️ Должность
        [per_phone] ✏️ Телефон
       *[per_mail] ✏️ Почта
    }

## Слова. $what — о чём спрашиваем (код); $mention — кого.

setup-question =
    { $what ->
        [name] { $mention }, как называется муниципалитет? Например: Городской округ Примерск
        [own_hours] { $mention }, напишите часы работы. Например: пн-чт 8:00-12:00, 13:00-17:00; пт 8:00-16:00
        [dep_new] { $mention }, как называется отдел? Например: Управление ЖКХ
        [dep_name] { $mention }, как теперь называется отдел?
        [dep_short] { $mention }, короткое имя для кнопок, до 40 знаков. Чтобы убрать, напишите «-».
        [dep_phone] { $mention }, телефон дежурного, до 40 знаков. Чтобы убрать, напишите «-».
        [dep_mail] { $mention }, адрес почты отдела, вида zhkh@primersk.ru. Если у отдела нет своего чата, карточки пойдут на этот адрес. Чтобы убрать, напишите «-».
        [top_new] { $mention }, тема и её слова через двоеточие. Например: Водоснабжение: вода, прорыв трубы
        [top_name] { $mention }, как теперь называется тема?
        [top_words] { $mention }, слова темы через запятую; формы подберутся сами. Например: вода, прорыв трубы. Чтобы убрать, напишите «-».
        [per_name] { $mention }, фамилия, имя и отчество?
        [day_off] { $mention }, какой день нерабочий и почему? Например: 21 апреля, Радоница. Или несколько подряд: 9–11 апреля, Ураза-байрам
        [day_work] { $mention }, какой день рабочий и почему? Например: 25.04 как в понедельник, перенос с 27.04. Без «как в …» берутся обычные часы.
        [day_short] { $mention }, какой день короче и почему? Например: 30 апреля на час, перед праздником
        [per_post] { $mention }, должность? Чтобы убрать, напишите «-».
        [per_phone] { $mention }, рабочий телефон этого человека? Чтобы убрать, напишите «-».
        [per_mail] { $mention }, рабочая почта этого человека? Чтобы убрать, напишите «-».
        [con_text] { $mention }, свой текст согласия: кто, зачем и какие данные обрабатывает. Чтобы вернуть встроенный, напишите «-».
        [region] { $mention }, код региона, как RU-SVE: по нему берутся региональные выходные. Чтобы убрать, напишите «-».
        [emergency] { $mention }, по какому телефону звонить, если опасно? Обычно 112.
        [url] { $mention }, адрес страницы, где подают обращение по 59-ФЗ? Он начинается с https://. Чтобы убрать, напишите «-».
        [cha_new] { $mention }, как называется канал? Например: Телефон доверия
        [cha_acc] { $mention }, какой у канала аккаунт: страница, адрес или телефон? Например: vk.com/primersk. Чтобы убрать, напишите «-».
       *[own] { $mention }, как вас подписывать на карточках? Ответьте на это сообщение: фамилия, имя, отчество.
    }
setup-placeholder =
    { $what ->
        [name] Название муниципалитета
        [own_hours] пн-пт 8:00-12:00, 13:00-17:00
        [dep_new] Название отдела
        [dep_name] Название отдела
        [dep_short] Короткое имя
        [dep_phone] Телефон
        [dep_mail] zhkh@primersk.ru
        [top_new] Тема: слово, слово
        [top_name] Название темы
        [top_words] слово, слово
        [per_post] Должность
        [per_phone] Телефон
        [per_mail] Почта
        [con_text] Текст согласия
        [region] RU-SVE
        [emergency] 112
        [url] https://
        [cha_new] Название канала
        [cha_acc] Страница, адрес, телефон
        [day_off] 21 апреля, Радоница
        [day_work] 25.04 как в понедельник, перенос
        [day_short] 30 апреля на час, перед праздником
       *[own] Фамилия Имя Отчество
    }
toast-setup-asked = Напишите ответом на сообщение ниже.
toast-setup-changed = Записано.
toast-setup-invited = Ссылка — в новом сообщении.

## Сообщения. $post — роль и отдел, «исполнитель, ЖКХ»; $numbers — номера; $municipality — муниципалитет; $code — код.

setup-came-in = ✅ Вход по приглашению: { $name }, { $post }
setup-welcome = Теперь вы сотрудник: { $post }.
setup-name-noted = Записано: { $name }
setup-opened = ✅ Приём открыт. Напишите боту сами, как житель, и пройдите путь до ответа.
setup-invitation = Приглашение: { $municipality }, { $post }. Перешлите одному человеку. Ссылка годится три дня, войдёт первый, кто её откроет.
setup-invitation-code = Или пусть отправит боту код: <code>{ $code }</code>

## /bind. $names — чем служит чат; $post — чем он может служить (код).

bind-post =
    { $post ->
        [coordinators] Координаторы
        [approvals] Согласование
       *[leadership] Руководство
    }
bind-now = Здесь работает: { $names }
bind-nothing = Этот чат пока не подключён.
bind-choose = Чем будет этот чат?
bind-topic = В теме может работать только отдел.
bind-basic = Это обычная группа: работать будет. Если нужна история для новых участников, сделайте её супергруппой — новый номер бот узнает сам.
# $what — отдел или роль чата
bind-elsewhere = { $what } сейчас в другом чате: { $chat }. Перенести сюда?
bind-move = Перенести сюда
bind-leave = Не надо

# $title — название группы
bind-no-rights = Не могу писать в группе «{ $title }». Разрешите участникам писать или сделайте бота администратором, потом повторите там /bind.

## Доступ. $mention — кто просит; $department — отдел; $name — кто решил.

access-button-ask = Попросить доступ
access-offer = { $mention }, вас нет среди сотрудников: { $department }, поэтому бот не принял это от вас. Работаете здесь?
access-asked = { $mention } просит доступ: { $department }. Ждём решения.
access-granted = ✅ { $mention } теперь среди сотрудников: { $department }. Можно нажимать.
access-refused = { $mention }: в доступе отказано ({ $department }).
access-question = { $mention } просит доступ к работе отдела: { $department }. С доступом можно принимать сообщения и писать ответы.
access-decided-granted = ✅ { $mention }: доступ дан ({ $department }). Решение: { $name }.
access-decided-refused = { $mention }: в доступе отказано ({ $department }). Решение: { $name }.
access-button-grant = Дать доступ
access-button-refuse = Отказать
toast-access-asked = Запрос отправлен.
toast-access-granted = Доступ дан.
toast-access-refused = Отказано.

## Меню команд.

command-setup = Настройка
command-queue = Что ждёт, по одному
command-card = Карточка: /card и номер
command-find = Поиск: слова, фамилия, номер
command-report = Сводка: сейчас, или /report вчера
command-duty = Кто дежурит и кто кого замещает
command-calendar = Рабочий календарь
command-bind = Чем будет этот чат

## Отказы. $at — когда.

error-only-administrator = Настраивает только администратор.
error-only-in-private = Эта команда — для личного чата: откройте бота и напишите её там.
error-only-in-group = Эту команду пишут в группе, которую надо подключить.
error-write-as-yourself = Вы пишете от имени группы или канала, и бот не видит, кто вы. Напишите от своего имени: выберите себя слева от строки ввода или отключите анонимность в правах администратора.
error-no-longer-staff = Слова не приняты: вас больше нет среди сотрудников. Если это ошибка, скажите администратору.
error-not-in-topic = В теме работает только отдел. Для остального нужна группа или её общий раздел.
error-code-unknown = Такого кода нет. Проверьте, всё ли скопировано.
error-code-expired = Срок кода вышел. Попросите новый: приглашение даёт администратор в /setup, код администратора — перезапуск бота.
error-code-used = По этому коду уже вошёл другой человек. Попросите новый.
error-settings-changed = Пока вы смотрели, настройку изменили: { $name }, { $at }. Вот как сейчас; решите ещё раз.
# $problem — что не так и что сделать
error-bad-setting = Не записано: { $problem }
error-hours-unread = Непонятно, какие часы. Пример: пн-чт 8:00-12:00, 13:00-17:00; пт 8:00-16:00
error-day-unread = Непонятно, какой день. Пример: 21 апреля, Радоница; или 9–11 апреля, Ураза-байрам. Год можно добавить: 21.04.2027.
error-already-decided = Уже решено: { $name }, { $at }
error-year-unread = Непонятно, какой год. Напишите его четырьмя цифрами, например: /calendar 2028
error-already-there = Уже есть: { $name }. Возьмите другое название.
error-department-has-work = У отдела есть открытые сообщения. Сначала передайте их другому отделу.
error-last-administrator = Это последний администратор. Сначала назначьте ещё одного.
error-still-lacking = Ещё не всё: смотрите строки с ▫️.
