### «История» одного сообщения, из /find.

## $number — номер; $page, $pages — страница; $at — «02.03.2026 09:42»; $name — кто; $instead — вместо кого; $action — что сделано; $label — что изменилось; $was, $became — было и стало; $reason — почему; $field — поле; $value — значение (код).

button-history = История
history-head = <b>{ $number }: история</b>, страница { $page } из { $pages }, сначала старое
history-program = Программа
history-citizen = Житель
history-entry = <b>{ $at } · { $name }</b>: { $action }
history-entry-instead = <b>{ $at } · { $name } (вместо: { $instead })</b>: { $action }
history-new = · { $label }: { $became }
history-gone = · { $label }: было { $was }, теперь пусто
history-changed = · { $label }: { $was } → { $became }
history-reason = · слова: { $reason }
history-yes-no = { $value ->
    [yes] да
   *[no] нет
}
history-action = { $action ->
    [take] взято координатором
    [route] направлено в отдел
    [take_back] направление отменено
    [mark_urgent] отмечено как срочное
    [classify] уточнены сведения
    [tell_mayor] передано главе
    [take_control] взято на контроль
    [instruct] дано поручение
    [report] доложено об исполнении поручения
    [accept] принято в работу
    [return] возвращено отделом
    [reveal_phone] открыт телефон жителя
    [note] заметка для своих
    [write] написан ответ
    [submit] ответ отправлен на согласование
    [approve] ответ согласован
    [revise] ответ возвращён на доработку
    [replace] текст ответа заменён
    [undo] отправка отменена
    [share] работают несколько отделов
    [contribute] отдел дал свою часть
    [release] снято с исполнителя
    [publish_answer] ответ отправлен жителю
    [publish_interim] промежуточный ответ отправлен жителю
    [write_unrouted] ответ написан координатором
    [submit_unrouted] ответ координатора отправлен на согласование
    [revise_unrouted] ответ координатора возвращён на доработку
    [publish_interim_unrouted] промежуточный ответ координатора отправлен жителю
    [choose_way] выбран способ ответа
    [hand_out] ответ передан на звонок или письмо
    [answer_by_hand] ответ доводится звонком или письмом
    [reach] ответ дошёл до жителя
    [miss] дозвониться не удалось
    [withdraw] житель снял сообщение
    [not_needed] закрыто: ответ не требуется
    [propose_no_reply] предложено не отвечать
    [confirm_no_reply] закрыто без ответа: подтверждено вторым сотрудником
    [reject_no_reply] предложение не отвечать отклонено
    [hand_over] передано в другой орган
    [ask_extension] отдел просит ещё времени
    [grant_extension] срок продлён
    [refuse_extension] в продлении отказано
    [write_promise] написано сообщение о выполнении обещания
    [submit_promise] сообщение о выполнении отправлено на согласование
    [approve_promise] сообщение о выполнении согласовано
    [revise_promise] сообщение о выполнении возвращено на доработку
    [replace_promise] текст сообщения о выполнении заменён
    [undo_promise] отправка сообщения о выполнении отменена
    [publish_promise] сообщение о выполнении отправлено жителю
    [drop_promise] обещание снято
    [inquire] запрос в другой орган
    [evidence] показано, что ответ опубликован
    [no_evidence] публикация без скриншота
    [tell_sender] отправителю сообщено об ответе
    [report_measures] отдел отчитался о мерах
    [measures_asked] отдел попросили отчитаться о мерах
    [correct] поправлены сведения в реестре
    [send_by_mail] карточка отправляется почтой
    [directory] открыт справочник ответственных
    [mailed] письмо с карточкой ушло
    [mail_failed] письмо с карточкой не доставлено
    [uploaded] результаты за месяц выгружены в ССТУ.РФ
    [occasion] записан приём, звонки или встреча
    [occasion_dropped] запись о приёме или звонках убрана
    [register] зарегистрировано
    [add] дополнение жителя
    [citizen_edit] житель исправил свой текст
    [citizen_verdict] житель сказал, решено ли
    [rate] житель поставил оценку
    [consent] согласие на обработку данных
    [delivery] доставка ответа
    [file_gone] файл больше не открывается в Telegram
    [perhaps_said_twice] ответ Telegram потерялся: сообщение могло уйти дважды
    [refused] нажатие отклонено
    [settings] изменены настройки
    [invite] выдано приглашение
    [ask_access] просьба о доступе
    [grant_access] доступ дан
    [refuse_access] в доступе отказано
    [duty] изменено дежурство
    [show_card] открыта карточка
    [find] поиск по реестру
    [history] открыта история
    [export] выгружен отчёт или реестр
    [look] просмотрены группы и страницы
    [enter] внесено координатором
    [entry_dropped] запись координатора отменена
    [cause] записана первопричина
    [cause_closed] первопричина закрыта
    [cause_reopened] первопричина открыта снова
    [measure] записана мера
    [measure_set] мере указан срок, отдел или ответственное лицо
    [measure_moved] срок меры перенесён
    [measure_done] мера выполнена
    [measure_dropped] мера снята
    [measure_resumed] мера возвращена в работу
    [separate] дополнение отделено в своё сообщение
    [let_go] время на отмену направления вышло
    [bar] житель заблокирован
    [unbar] житель разблокирован
    [kept_dropped] присланное заблокированным удалено
    [erase] стёрто то, что хранить больше нельзя
    [escalate] сообщено о пропущенном сроке или повторной доработке
    [import] внесено из файла
    [term_moved] срок пересчитан
    [promise] обещание жителю
    [promised_day] назван день обещания
    [promise_ended] обещание закрыто
   *[other] { $action }
}
history-field = { $field ->
    [number] номер
    [status] состояние
    [kind] вид
    [topic] тема
    [address] адрес
    [territory] территория
    [gist] суть
    [category] категория
    [urgent] срочное
    [department] отдел
    [executor_name] исполнитель
    [state] что стало
    [stage] что нужно сделать
    [due_at] срок
    [due] срок
    [due_on] день
    [promised_on] день
    [extended_until] продлено до
    [extension_reason] причина продления
    [no_reply_reason] почему без ответа
    [mayor_reason] почему главе
    [controlled_by] на контроле у
    [way] способ ответа
    [contact] контакт
    [channel] канал
    [account] аккаунт канала
    [detected_at] поступило
    [applicant] заявитель
    [applicant_kind] вид заявителя
    [external_number] внешний номер
    [forwarded_from] переслано из
    [collective] коллективное
    [formal] по 59-ФЗ
    [questions] вопросов
    [requests] запросов
    [outgoing_number] исходящий номер
    [outgoing_date] исходящая дата
    [outcome] исход
    [delivery] доставка
    [solved] решено ли
    [rating] оценка
    [level] кому сообщено
    [told] кто именно
    [messages] сообщений
    [files] файлов
    [sender] отправитель
   *[other] { $field }
}
history-state = { $value ->
    [assigned] направлено
    [accepted] принято
    [given] часть дана
    [returned] возвращено
    [withdrawn] снято с отдела
    [open] открыто
    [kept] выполнено
    [replaced] заменено другим
    [carried] перешло в повторное
    [dropped] снято
   *[other] { $value }
}
history-stage = { $value ->
    [read] прочитать
    [route] направить
    [return] вернуть, если не наше
    [draft] подготовить ответ
    [part] подготовить свою часть
    [approval] согласовать
    [rework] доработать
    [publication] отправить
    [answer] ответить жителю
    [final] дать итоговый ответ
    [promise] выполнить обещанное
   *[other] { $value }
}
history-level = { $value ->
    [coordinators] координаторам
    [curator] куратору
    [leadership] руководству
   *[other] { $value }
}
history-delivery = { $value ->
    [sent] отправлен
    [delivered] доставлен
    [blocked] житель заблокировал бота
    [failed] не доставлен
   *[other] { $value }
}
history-solved = { $value ->
    [yes] да
    [partly] частично
    [no] нет
   *[other] { $value }
}
