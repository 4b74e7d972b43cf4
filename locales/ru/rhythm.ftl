### Ритм дня: сводка руководству и Главе, справки-напоминания руководителям отделов. Главное в первой строке.
### $day — день, «пн, 2 марта»; $moment, $since, $until — дата и время, «27.02 17:00»; $count — сколько; $list — перечень через запятую.

# $weekday — «пн»; $day — число; $month — «марта».
date-in-words = { $weekday }, { $day } { $month }

## Сводка. $received — поступило; $answered — ответили; $overdue — просрочено.

summary-verdict = <b>Поступило { $received }, ответили { $answered }, просрочено { $overdue }.</b>
summary-needs =
    { $count ->
        [0] <b>От вас ничего не требуется.</b>
       *[other] <b>Требует вас: { $count }.</b>
    }
summary-quiet = <b>Ничего не поступило, просроченных нет. От вас ничего не требуется.</b>
summary-day = Сводка за { $day }
summary-with-days-off = Сводка за { $day }, с выходными: с { $since }
summary-so-far = Сводка сейчас, { $until }: с { $since }
summary-late = С опозданием, { $moment }
summary-shelved = Из файла без ответа, в работу никто не взял: { $count }
summary-in-hand = В работе { $count }: { $list }
summary-status-registered = ждут направления { $count }
summary-status-assigned = не приняты отделом { $count }
summary-status-in_progress = готовят ответ { $count }
summary-status-on_approval = на согласовании { $count }
summary-status-approved = отправляются { $count }
summary-urgent = срочных { $count }
summary-channels = По каналам: { $list }
summary-closed = Закрыто без ответа: { $count }
summary-overdue = Просрочено: { $list }
summary-needed = Ждут вашего решения: { $list }
summary-more = и ещё { $count }
summary-earlier = Раньше, с опозданием:
summary-earlier-last = Раньше, с опозданием, дней: { $count }, последние из них:
summary-earlier-day = { $day }: поступило { $received }, ответили { $answered }, просрочено { $overdue }
# $names — кого замещает тот, кто это читает.
summary-in-place-of = Сводка пришла вам, потому что вы замещаете: { $names }
button-overdue = Просроченные
button-by-department = По отделам
button-summary = ‹ Сводка

## Что за сводкой. $department — отдел; $given — получили; $answered — ответили; $hand — в работе; $overdue — просрочено.

overdue-head = <b>Просрочено: { $count }</b>, на { $moment }
overdue-none = <b>Просроченных нет</b>, на { $moment }
departments-head = <b>По отделам</b>, { $day }
departments-so-far = <b>По отделам</b>, на { $moment }
department-figures =
    { $overdue ->
        [0] { $department }: получили { $given }, ответили { $answered }, в работе { $hand }
       *[other] <b>{ $department }: просрочено { $overdue }</b>, получили { $given }, ответили { $answered }, в работе { $hand }
    }

## Одно сообщение строкой. $urgent — срочное ли (yes, no); $number — номер; $what — тема и адрес; $who — у кого.

work-overdue = { $urgent ->
    [yes] 🔴 { $number } · { $what } · { $who } · срок был { $moment }
   *[no] { $number } · { $what } · { $who } · срок был { $moment }
    }
work-due = { $urgent ->
    [yes] 🔴 { $number } · { $what } · { $who } · до { $moment }
   *[no] { $number } · { $what } · { $who } · до { $moment }
    }
work-coordinators = координаторы
work-approvers = согласующий

## Справка-напоминание. $department — отдел или отделы; $name — руководитель.

note-overdue = <b>{ $department }: просрочено { $count }</b>
note-in-time = <b>{ $department }: просроченных нет</b>
note-nothing = <b>{ $department }: всё в срок</b>, на этой неделе ничего не истекает
note-due = <b>На этой неделе: { $count }</b>
note-in-hand = Всего в работе: { $count }
note-late = Справка за начало недели, с опозданием
note-instead = Справка для руководителя: { $name } ещё не открыл бота, поэтому она здесь.

## Картинка сводки: крупные числа, таблица отделов, столбцы по дням, темы. Подписи короткие: место на картинке узкое.

picture-received = поступило
picture-answered = ответили
picture-overdue = просрочено
picture-needs = требует вас
picture-head-department = Отдел, полосой — в работе
picture-head-late = просрочено
picture-head-hand = в работе
picture-head-given = получили
picture-head-done = ответили
picture-departments-rest = и ещё отделов: { $count }
picture-arrivals = Поступило по рабочим дням
picture-topics = О чём пишут
picture-topics-rest = по другим темам: { $count }
picture-no-topics = За это время ничего не поступило

## Отказы. $day — какой день спросили, «08.03»; $next — с каким рабочим днём о нём сказано.

error-day-not-understood = За какой день? Напишите, например: /report вчера или /report 12.03. Без дня — как дела сейчас.
error-day-is-off = { $day } не работали: всё, что пришло, вошло в сводку за { $next }.
