### Перенаправление в другой орган: телефон, почта и сайт (R25). $body, $name — орган; $lacks — чего не хватает; $lack, $part — что именно (код); $value — телефон, адрес или сайт; $contacts — всё вместе; $clause — пункт регламента.

referring-add = ➕ Контакты: { $body }
referring-lacks = ⚠️ Не хватает контактов органа: { $lacks }
referring-lack = { $lack ->
    [phone] телефон
    [email] эл. почта
   *[site] сайт
}
referring-contacts = { $name }: { $contacts }
referring-contact = { $part ->
    [phone] тел. { $value }
    [email] эл. почта { $value }
   *[site] сайт { $value }
}
toast-contacts-lacking = Не хватает контактов органа ({ $clause }). Добавьте их или нажмите «Перенаправить» ещё раз.
toast-contacts-added = Контакты добавлены.
