### Просроченное: один список в каждом чате, куда дошло. $count — сколько; $department — отдел; $number — номер сообщения.
### $reason — причина возврата.

late-head = <b>❗ Просрочено: { $count }</b>
late-none = ✅ Просроченного больше нет.
late-approvers = согласующие
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
