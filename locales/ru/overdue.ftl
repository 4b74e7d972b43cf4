### Просроченное: один список в каждом чате, куда дошло. $count — сколько; $department — отдел; $number — номер сообщения.
### $reason — причина возврата; $counts — сколько чего не сделали в срок; $who — у кого.

late-head = <b>❗ { $counts }</b>
late-none = ✅ Просроченного больше нет.
late-approvers = согласующие
late-not-accepted = { $who }, не принято в срок
late-not-read = { $who }, не прочитано в срок
late-curator-none = Куратору не сказано ({ $department }): куратор отдела не назначен.
late-curator-closed = Куратору не сказано ({ $department }): он не открыл бота или закрыл его.
late-reworked =
    ⚠️ { $number }: ответ возвращён на доработку { $count ->
        [one] { $count } раз
        [few] { $count } раза
       *[many] { $count } раз
    } ({ $department })
late-bounced = Возвращали уже дважды:
late-bounced-reason = { $department }: { $reason }
