### Отчёт отдела о принятых мерах на имя главы, где его требует регламент (R12). $number — номер; $mention — упоминание того, кто отвечал жителю; $clause — пункт регламента; $name — кто; $time — когда; $who, $at — кто и когда успел раньше.

button-measures-report = Отчёт о мерах
prompt-measures = { $mention }, { $number }: какие меры приняты? Напишите отчёт на имя главы ответом на это сообщение, можно с фото или документом ({ $clause }).
placeholder-measures = Какие меры приняты
measures-awaited = 📋 Отчёт о мерах: ждём, { $name } ({ $clause })
measures-given = 📋 Отчёт о мерах получен: { $name }, { $time }
error-measures-known = Отчёт о мерах уже есть: { $who }, { $at }.
error-no-measures = { $number }: отчёт о мерах здесь не нужен. Его просят, когда дан ответ и отчёта требует регламент.
error-measures-awaited = { $number }: отчёта о мерах ещё нет, отдел его не прислал.
