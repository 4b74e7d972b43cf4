### Личный приём, звонки, встречи для месячного отчёта, /event. $line — сама запись; $day — день «27.01.2026»; $count — сколько человек или звонков; $more — yes: «более»; $words — слова записи.

command-event = Записать для отчёта личный приём, звонки, встречу

occasion-reception = { $day } · личный приём, принято { $more ->
        [yes] более { $count }
       *[no] { $count }
    } чел.
occasion-calls = { $day } · звонки: { $more ->
        [yes] более { $count }
       *[no] { $count }
    }
occasion-other = { $day } · { $words }
# $month — в отчёт какого месяца, «01.2026».
occasion-noted = ✅ Записано в отчёт за { $month }: { $line }
# $who — кто убрал.
occasion-dropped = Убрано из отчёта ({ $who }): <s>{ $line }</s>
occasions-head = <b>Приём, звонки, встречи</b> за этот месяц и прошлый:
occasions-line = • { $line }
occasions-none = За этот месяц и прошлый не записаны ни приём, ни звонки, ни встречи.
button-occasion-undo = Убрать запись
occasion-drop = 🗑 { $line }
button-occasion-add = Записать…
# $mention — упоминание того, кто нажал.
occasion-prompt =
    { $mention }, что записать? Ответьте на это сообщение, например:
    • <code>личный приём 27 января, принято 6 человек</code>
    • <code>звонки за январь более 90</code>
    • <code>встреча с жителями микрорайона 12.03, 40 человек</code>
toast-occasion-dropped = Убрано: в отчёт не войдёт.
# $lacks — чего не хватает.
error-occasion-not-understood = { $lacks ->
        [day] Не понял день: он должен быть один и уже прошёл. Например: «личный приём 27 января, принято 6 человек».
       *[number] Не вижу числа. Например: «личный приём 27 января, принято 6 человек», «звонки за январь более 90».
    }
# $who — кто убрал.
error-occasion-gone = Эту запись уже убрали: { $who }.
