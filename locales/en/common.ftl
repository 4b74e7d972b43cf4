### Words for citizens and staff alike: time, refusals, languages.

## When something will begin.
## $time: «08:00»; $weekday: the day with its preposition; $day: day of the month; $month: its name.

moment-today = today at { $time }
moment-tomorrow = tomorrow at { $time }
moment-on = { $weekday }, { $day } { $month }, at { $time }
moment-day = { $day } { $month }

weekday-0 = on Mon
weekday-1 = on Tue
weekday-2 = on Wed
weekday-3 = on Thu
weekday-4 = on Fri
weekday-5 = on Sat
weekday-6 = on Sun

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Refusals: a toast of at most 200 characters, no markup.
## $number: the number; $status: where the message is now (a code); $name: who accepted; $at: when, «09:42»;
## $state: what is so with a part (a code); $department: the department; $departments: departments with commas.
## $way: how it was to be answered (a code); $gender: by which form a verb agrees with the name (a code).

error-forbidden = You cannot do this here.
error-own-draft = Somebody else has to approve your draft.
error-own-request = Another approver has to decide: you asked for the time.
error-extension-over =
    { $number }: this request for time is settled. Now { $status ->
        [registered] the message waits to be sent to a department
        [assigned] the message is with a department
        [in_progress] the answer is being prepared
        [on_approval] the answer is being approved
        [approved] the answer is approved
        [closed] the message is closed
       *[answered] the answer is given
    }.
# $limit: days by which the term was moved in all.
error-no-extension =
    { $number }: { $limit ->
        [0] the regulation moves no term.
       *[other] the term was moved by { $limit } days, and the regulation allows no more.
    }
error-extension-asked = { $number }: time was asked for already, the approver decides.
error-new-day-unclear = { $number }: until which day? Reply to this message once more, for example: 24.12 or +5 дней.
# $flaw: what is wrong with the day (a code); $due, $last: dates, «24.12.2026».
error-extension-too-long =
    { $flaw ->
        [past] { $number }: that day is over.
        [early] { $number }: the term is { $due } as it is.
       *[far] { $number }: the term cannot be moved beyond { $last }.
    } Name a day after { $due } and not after { $last }, in reply to this message.
# $flaw: what is wrong with the day (a code).
error-promised-day =
    { $flaw ->
        [past] { $number }: this day is over. Reply to the same message with a day to come, with its year where it is another one.
        [too_far] { $number }: this is more than a year away. Reply to the same message with a nearer day.
        [several] { $number }: these are several days. Reply to the same message with one, for example: 24.12.
       *[unclear] { $number }: which day is it? Reply to the same message once more, for example: 24.12.
    }
# $day: the promised day, «24.12.2026».
error-promise-not-later = { $number }: promised by { $day }, it can only be moved to a later day.
# $day: the promised day, «24.12.2026».
error-promise-is-over = { $number }: the promised day { $day } is over. Choose another one or return the draft.
error-no-promise = { $number }: nothing is promised to the citizen now.
error-own-proposal = Somebody else has to confirm what you proposed.
error-asked-of-another = Somebody else was asked here: { $name }.
error-anothers-words = Whoever wrote these words decides: { $name }.
error-not-possible-now =
    This button is out of date. { $number } now: { $status ->
        [registered] waiting to be sent to a department
        [assigned] sent to a department
        [in_progress] an answer is being prepared
        [on_approval] the answer is being approved
        [approved] the answer is about to be sent
        [closed] closed
       *[answered] the answer has been sent
    }.
error-handed-on = { $number } was passed on: { $department }, { $at }
error-already-accepted =
    { $gender ->
       *[unknown] Already accepted by { $name }, { $at }
    }
error-not-a-leader = Instructions are given by leaders. Pass your words on to them.
error-no-appeal-here = This is no card of a message. An instruction is a reply to a card; which message is it about?
error-not-replied-here = A reply to this message goes nowhere. Reply to the card in the group where you work.
error-term-not-understood = { $number }: the day was not understood. Reply to this message once more, for example: завтра, 24.11, до 15:00.
error-stint-not-understood = Until which day? For example: /duty Иванова за Петрова до 30.11, or /duty Иванова с 24.11 по 28.11.
# $day: the day with its year, «24.02.2027».
error-stint-far-away = That day has just passed. If the next year is meant, write it: до { $day }.
error-stands-in-for-himself = Nobody stands in for himself: name two different people.
error-lends-to-himself = You can't put yourself on duty or in another's place: ask another coordinator or an administrator.
error-nobody-named = Who is «{ $name }»? Write the family name as it stands in the list of the staff.
error-no-chat = They did not write to the bot: ask them by telephone or letter.
error-nothing-waits = Nothing else waits for approval.
error-part-not-possible-now =
    This button is out of date. The part is now: { $state ->
        [assigned] with the department, not accepted yet
        [accepted] accepted
        [given] ready and with the leading department
        [returned] returned to the coordinators
        [withdrawn] taken away by a coordinator
       *[over] not needed, the answer has been sent
    }.
error-parts-awaited = Parts are still missing: { $departments }. Wait, send an interim answer, or ask a coordinator to take the department away.
error-lead-stays = { $department } leads. To let another department lead, choose it under “More…”.
error-unknown-department = There is no such department: { $name }. Begin the line with the name on the button.
error-contact-not-understood = This does not look like a contact. Answer the bot's question once more: a phone to call, or a short address for a letter.
# $missing: what is not there: number, day or both (code)
error-outgoing-not-understood =
    { $missing ->
        [number] The date is clear, the number is not there. Please write both, for example: 01-25/134 of 24.11.
        [future] That day is still to come. Please write both once more, for example: 01-25/134 of 24.11.
        [day] The date is not clear. Please write both, for example: 01-25/134 of 24.11.
       *[both] The number and the date are not clear. For example: 01-25/134 of 24.11.
    }
error-stale-version = This is an old version. Press the button under the new one.
error-not-found = Not found. The button may be out of date.
error-no-such-former = This citizen has no earlier message with that number. Write the number, e.g. 2026-00042.
error-voice-needs-words = A voice message cannot be the answer: words are needed. Please write them in reply to the card.
error-proof-needed = A photo, a video or a document is needed. Send it as a reply to the bot's question.
error-words-needed = Words are needed: please write the reason or the text.
press-stale = This button is out of date.
press-failed = That did not work, please try again. The administrator has been told.
someone = somebody else

## Languages, each in itself.

language-ru = Русский
language-en = English
