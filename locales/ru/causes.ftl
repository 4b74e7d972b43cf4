### Первопричины и дорожная карта, /causes: тема → причина → мера → срок → ответственный.

### $topic — тема; $words — слова причины или меры; $who — кто записал, закрыл, отметил, отвечает; $day, $due — день «20.03.2026»; $count — сколько; $department — отдел; $name — имя; $mention — упоминание того, кто нажал;
### $state — состояние (код); $said — слова: что сделано или почему; $line — готовая строка; $number — порядковый номер; $late — сколько просрочено, или просрочено ли (код); $usual — сколько обычно; $causes, $measures — сколько причин и мер;
### $ask — о чём спрашивают (код); $how — чем кончилось (код); $why — что не так с днём (код); $most — сколько знаков можно.

command-causes = Первопричины и дорожная карта
causes-head = <b>Первопричины и дорожная карта</b>
causes-none = Пока не записано ни одной. Начните с темы, о которой пишут чаще всего.
causes-none-read = Пока не записано ни одной.
causes-grown = 📈 { $topic }: за неделю { $count }, обычно { $usual } — <b>причина не указана</b>
causes-grown-named = 📈 { $topic }: за неделю { $count }, обычно { $usual }
causes-surged = 📈 { $topic }: внезапный рост { $day } — <b>причина не указана</b>
causes-surged-named = 📈 { $topic }: внезапный рост { $day }
causes-topic = • { $topic }: причин { $causes }, мер в работе { $measures }
causes-topic-late = • { $topic }: причин { $causes }, мер в работе { $measures }, <b>просрочено { $late }</b>
topic-button = { $topic } · { $causes }
topic-button-grown = 📈 { $topic }: указать причину
button-cause-add = Добавить первопричину
button-roadmap = Дорожная карта
button-causes = Первопричины
cause-choice = <b>Новая первопричина.</b> По какой теме?
cause-no-topics = Тем пока нет: их добавляет администратор в /setup.
topic-head = <b>{ $topic }</b>: первопричины
topic-none = Первопричины по этой теме не записаны.
topic-cause = { $state ->
        [removed] <b>{ $number }.</b> { $words } — ✅ устранена
        [refuted] <b>{ $number }.</b> { $words } — не подтвердилась
       *[open] <b>{ $number }.</b> { $words }
    }
cause-button = { $number }. { $words }
cause-head = <b>Первопричина</b> · { $topic }
cause-words = <b>{ $words }</b>
cause-noted = Записано: { $who }, { $day }
cause-closed = { $state ->
        [removed] ✅ Устранена
       *[refuted] Не подтвердилась
    }: { $who }, { $day }
cause-no-measures = Мер пока нет.
measure-line = { $state ->
        [done] ✅ { $words } — выполнено
        [dropped] ✖️ { $words } — снято
        [late] ❗ { $words } — <b>просрочено, срок был { $due }</b> · { $who }
        [unset] • { $words } — срок или отдел не указан
       *[open] • { $words } — до { $due } · { $who }
    }
measure-button = { $state ->
        [done] ✅ { $words }
        [dropped] ✖️ { $words }
        [late] ❗ { $words }
       *[open] { $words }
    }
button-measure-add = Добавить меру
button-cause-removed = Устранена
button-cause-refuted = Не подтвердилась
button-cause-reopen = Открыть снова
measure-head = <b>Мера</b> · { $topic }
measure-of = Первопричина: { $words }
measure-term = { $late ->
        [yes] Срок: до { $due } — <b>просрочено</b>
       *[no] Срок: до { $due }
    }
measure-moves = Срок переносили раз: { $count }
measure-who = Отвечает: { $who }
measure-people = { $department }, { $name }
measure-said = { $state ->
        [done] ✅ Выполнено
        [dropped] ✖️ Снято
       *[open] Срок перенесён
    } ({ $who }, { $day }): { $said }
measure-ask-term = <b>До какого дня?</b>
measure-ask-department = <b>Какой отдел отвечает?</b>
measure-ask-person = <b>Кто в отделе отвечает?</b> Отделу сообщили.
term-button = { $state ->
        [week] Через неделю, { $due }
        [fortnight] Через две недели, { $due }
        [month] Через месяц, { $due }
       *[quarter] До конца квартала, { $due }
    }
button-term-words = Другой день…
button-nobody = Без ответственного лица
button-measure-done = Выполнено
button-measure-move = Перенести срок
button-measure-drop = Снять
button-measure-give = Кто отвечает
button-measure-person = Ответственное лицо
button-measure-resume = Вернуть в работу
roadmap-head = <b>Дорожная карта</b>: мер в работе { $count }
roadmap-head-late = <b>Дорожная карта</b>: мер в работе { $count }, <b>просрочено { $late }</b>
roadmap-none = <b>Дорожная карта</b>: мер в работе нет.
roadmap-line = { $line } <i>({ $topic })</i>
button-leaf-back = ‹ Раньше
button-leaf-on = Дальше ›
button-causes-back = ← Назад
cause-gone = Этого больше нет.

## Вопросы словами.

cause-prompt = { $ask ->
        [c] { $mention }, почему об этом пишут? Тема: { $topic }. Ответьте на это сообщение одной причиной, например: «изношен водопровод на ул. Ленина, 1974 год».
        [m] { $mention }, что сделать, чтобы причины не стало? Ответьте на это сообщение одной мерой, например: «заменить 300 м трубы». Причина: { $words }
        [t] { $mention }, до какого дня? Ответьте на это сообщение, например: 20.04, до конца мая, через две недели. Мера: { $words }
        [v] { $mention }, до какого дня перенести и почему? Ответьте на это сообщение, например: «до 20.04, подрядчик не поставил трубы». Мера: { $words }
        [k] { $mention }, что сделано? Ответьте на это сообщение, например: «заменено 300 м, акт от 12.03». Мера: { $words }
       *[x] { $mention }, почему снимаем? Ответьте на это сообщение. Мера: { $words }
    }
cause-placeholder = { $ask ->
        [c] Первопричина
        [m] Мера
        [t] Например: 20.04
        [v] Новый день и почему
        [k] Что сделано
       *[x] Почему снимаем
    }

## Отделу и координаторам.

measure-given = 🛠 <b>Мера дорожной карты: { $words }</b>
measure-due-today = ⏰ <b>Срок меры сегодня: { $words }</b>
measure-due-soon = ⏰ <b>Срок меры { $due }: { $words }</b>
measure-due-over = ❗ <b>Срок меры был { $due }: { $words }</b>
measure-over-line = Мера: { $words }
measure-needless = { $state ->
        [removed] Делать её больше не нужно: первопричина устранена ({ $who }).
       *[refuted] Делать её больше не нужно: первопричина не подтвердилась ({ $who }).
    }
measure-handed-on = Теперь за неё отвечает: { $who }
measure-reported = ✅ <b>Мера выполнена: { $words }</b>
measure-reported-by = { $department }, { $who }: { $said }
digest-measures = <b>Просрочены меры дорожной карты: { $count }</b>
digest-measure = 🛠 { $words } · { $who }, срок был { $due }
digest-measures-more = Остальные: /causes

## Ответы на нажатия.

toast-cause-asked = Ответьте словами на сообщение бота
toast-cause-decided = Записано
error-cause-over = { $how ->
        [removed] Первопричина уже закрыта как устранённая: { $who }.
       *[refuted] Первопричина уже закрыта как неподтвердившаяся: { $who }.
    } Её можно открыть снова: /causes
error-cause-is-open = Первопричина уже открыта.
error-measure-over = { $how ->
        [done] Мера уже отмечена как выполненная: { $who }.
       *[dropped] Мера уже снята: { $who }.
    }
error-measure-is-open = Мера уже в работе.
error-measure-is-set = Срок уже поставлен: { $due }. Изменить его можно кнопкой «Перенести срок».
error-measure-day = { $why ->
        [past] Этот день уже прошёл. Ответьте днём, который ещё будет, например: 20.04.
        [far] Это дальше трёх лет. Ответьте более близким днём, например: 20.04.
       *[unclear] Не понял, до какого дня: он должен быть один. Ответьте, например: 20.04, до конца мая, через две недели.
    }
error-cause-question-over = На этот вопрос уже ответили, или вместо него задан другой. Как сейчас: /causes
error-cause-words-long = Слишком длинно: одна строка дорожной карты, до { $most } знаков. Ответьте короче.
