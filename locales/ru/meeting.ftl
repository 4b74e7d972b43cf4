### Материалы к совещанию у главы, report meeting.
### $number — номер сообщения; $numbers, $named — номера через запятую; $count — сколько; $what — тема и адрес; $who — отдел, или кто дал поручение; $words — слова поручения, меры, причины; $day — день «20.03.2026»; $topic — тема; $usual — сколько обычно;
### $measure — мера; $state — состояние (код); $late — прошёл ли срок (yes, no); $item — пункт повестки (код); $given, $answered, $overdue — сколько поступило, отвечено, просрочено.

meeting-agenda = { $item ->
        [figures] Итоги работы с обращениями
        [decisions] Вопросы, требующие решения главы
        [growth] О чём стали писать чаще и почему
        [control] Обращения на контроле и поручения
        [promises] Обещания жителям
        [road] Исполнение дорожной карты
       *[departments] Просроченное и вопросы к подразделениям
    }
meeting-number = { $count ->
        [0] { $number } (сегодня)
       *[other] { $number } ({ $count } дн.)
    }
meeting-numbers = { $named } и ещё { $count }
meeting-controlled = На контроле с { $day } ({ $who })
meeting-control-state = в работе
meeting-ordered = { $words } ({ $who })
meeting-order-state = { $state ->
        [done] исполнено { $day }
        [late] не исполнено к { $day }
       *[open] в работе до { $day }
    }
meeting-promise-state = { $late ->
        [yes] { $count ->
            [0] не выполнено
           *[other] не выполнено, переносов: { $count }
        }
       *[no] { $count ->
            [0] срок близко
           *[other] срок близко, переносов: { $count }
        }
    }
## Что решить.

# $name — у кого.
meeting-named = { $name } – { $count }
meeting-measure = «{ $words }» ({ $who })
meeting-quoted = «{ $words }»
meeting-cause = { $topic } – «{ $words }»
meeting-grown = { $topic } ({ $count } за неделю против обычных { $usual })
meeting-decide-promises = Обещания жителям, которые не выполнены в срок: { $named }. Назвать новый день или другое решение.
meeting-decide-instructions = Поручения, которые не исполнены в срок: { $named }. Продлить, передать или снять.
meeting-decide-late = Просроченные обращения: { $named }. Заслушать и назначить день, к которому ответят на все.
meeting-decide-measures = Меры, срок которых прошёл: { $named }. Перенести срок или заменить меру.
meeting-decide-unset = Меры без срока или отдела: { $named }. Назначить.
meeting-decide-causes = Первопричины, против которых нет мер: { $named }. Назначить меру, срок и ответственных.
meeting-decide-growth = Рост без указанной причины: { $named }. Поручить её найти.

## Вопросы к подразделениям.

meeting-department = { $given } / { $answered } / { $overdue }
meeting-ask-late = Когда ответ: { $numbers }?
meeting-ask-promise = Будет ли обещанное к { $day } ({ $number })?
meeting-ask-instruction = Исполнено ли поручение к { $day } ({ $number })?
meeting-ask-growth = Почему о теме «{ $topic }» пишут чаще: { $count } за неделю против обычных { $usual }?
meeting-ask-measure = { $late ->
        [yes] Почему мера «{ $measure }» не выполнена к { $day }?
       *[no] Успеваете ли к { $day }: «{ $measure }»?
    }
