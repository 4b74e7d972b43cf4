### Просроченное: один список в каждом чате, куда дошло. $count — сколько; $department — отдел; $number — номер сообщения.
### $reason — причина возврата; $counts — сколько чего не сделали в срок; $who — у кого; $names — кому не сказано или кого замещают.

late-head = <b>❗ { $counts }</b>
late-none = ✅ Просроченного больше нет.
late-approvers = согласующие
late-not-accepted = { $who }, не принято в срок
late-not-read = { $who }, не прочитано в срок
late-curator-none = Куратору не сказано ({ $department }): куратор отдела не назначен.
late-curator-closed = Куратору не сказано ({ $department }; { $names }): бот не может написать в личный чат. Узнало руководство.
late-in-place-of = Список пришёл вам, потому что вы замещаете: { $names }
late-reworked =
    ⚠️ { $number }: ответ возвращён на доработку { $count ->
        [one] { $count } раз
        [few] { $count } раза
       *[many] { $count } раз
    } ({ $department })
late-bounced = Возвращали уже дважды:
late-bounced-reason = { $department }: { $reason }
