## «Почему такой срок». $span — сколько времени; $clause — пункт; $start — с чего считают; $since, $until — с какого и до какого момента;
## $days — даты, в «why-extended» — сколько дней; $said — начало фразы; $number — номер; $act — документ; $stage — что сделать; $whose — чьи часы работы; $day — день;
## $to — на какой день; $times — часы; $length — сколько вышло; $hours, $minutes — часы и минуты; $why — причина (код), в «why-none» — словами;
## $reason — основание; $count — сколько ещё; $who — фамилия с инициалами.

button-why = Почему такой срок
button-why-at-length = Подробно
why-alert = { $span }, { $clause }: { $start } { $since } — до { $until }.
why-alert-promise = Обещано в ответе жителю ({ $since }): { $day }. Выполнить до { $until }, это конец рабочего дня.
why-alert-off = { $said } Не считали: { $days }.
why-alert-paused = { $said } Вопрос жителю: часы стояли с { $since } до { $until }.
why-title = <b>{ $number }: почему такой срок</b>
why-rule = Правило: { $stage } — { $span }. { $act }, { $clause }
why-rule-promise = Правило: выполнить то, что обещали в ответе. День назван в самом ответе, не в регламенте
why-since-promise = Обещано { $since }: { $day }
why-since = Считаем { $start }: { $since }
why-hours = Рабочее время — { $whose }; ночь и обед не считаются
why-counted =

    <b>Что засчитано</b>
why-day = { $day }: { $times } — { $length }
why-length = { $hours ->
        [0] { $minutes } мин
       *[other] { $minutes ->
            [0] { $hours } ч
           *[other] { $hours } ч { $minutes } мин
        }
    }
why-more-days = и ещё { $count ->
        [one] { $count } день
        [few] { $count } дня
       *[many] { $count } дней
    }
why-not-counted =

    <b>Что не засчитано</b>
why-off = { $days } — { $why ->
        [weekend] выходной по графику
        [holiday] праздник или перенос выходного
       *[decreed] объявлен нерабочим: { $reason }
    }
why-paused = Вопрос жителю: часы стояли с { $since } до { $until }
why-more-off = и ещё промежутков без работы: { $count }
why-extended = Срок продлён, дней: { $days }. Был до { $until }
why-rolled = Последний день, { $day }, нерабочий: срок переходит на { $to }
why-until =

    <b>Срок: { $until }</b>
why-other = Есть и другой срок: { $span }, { $clause } — до { $until }. Действует тот, что раньше
why-kept = В карточке стоит { $until }: задним числом срок не сокращают
why-none = { $number }: { $why }
hint-open-private = { $who }, бот не может вам написать: откройте личный чат с ним (нажмите на имя бота) и нажмите «Старт», потом здесь ещё раз «Подробно».
toast-explained = Расчёт отправлен вам в личный чат с ботом.
toast-explained-once-open = Бот не может вам написать. Откройте личный чат с ним и нажмите «Старт», потом здесь ещё раз «Подробно».
error-no-term-now = { $number }: срока, который ждут от этого чата, сейчас нет.
