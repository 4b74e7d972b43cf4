### What a citizen reads. $number: the number of the message, «2026-00042». $reason: why the citizen is blocked.

## Buttons

button-write = Write
button-my = My messages
button-help = Help
button-send-place = Send location
button-consent = I agree
button-new-question = New question
button-addition = Addition
button-just-thanks = Just thanks
button-solved-yes = Yes, solved
button-solved-partly = Partly
button-solved-no = Not solved
withdraw-button = Yes, take back { $number }

## Introduction and help.
## $municipality: its name; $phone: number for emergencies; $url: where a formal appeal can be filed.

citizen-start =
    Hello! This is the reception desk: { $municipality }.

    Write what happened and where, in one message, with a photo if you like. We will give you a number, pass it to the right department and send the answer here.
citizen-not-open = This service is not open yet and takes no messages for now. Please write later. In danger, call { $phone }.
citizen-not-formal = This is a message, not a formal appeal under Federal Law 59-FZ. In danger, call { $phone }.
citizen-formal-link = To file a formal appeal: <a href="{ $url }">{ $url }</a>
citizen-commands = There is no such command. There are /new, /my, /status with a number, /withdraw to take a message back, /forget to erase your data, /language and /help.
citizen-help =
    How it works

    1. Write what happened and where. You may add a photo, a video, a voice message or a location.
    2. You get a number. The button “My messages” shows what is being done.
    3. To add something, just write again.
    4. For a new question press “Write”.
    5. The answer comes here. Then tell us whether the matter is solved.
    6. No longer needed? Take the message back: /withdraw.
    7. To erase your data: /forget.
citizen-write = Write what happened and where, in one message, with a photo if you like. It will be a new message.
citizen-barred =
    Thank you, your message is kept, but it is not registered now: our staff have stopped taking your messages in this bot. The reason: { $reason }.

    If this is a mistake or the matter is important, please contact us in another way. You can still answer our questions about your earlier messages here.
citizen-unbarred = We take your messages again. Write what happened and where.
citizen-greeting = Hello! Please write what happened and where. You may add a photo.
citizen-unsupported = The bot cannot read this. Please write in words or send a photo, a video, a voice message or a location.
citizen-helpline =
    It sounds as if things are very hard for you right now. Please do not stay alone with this.

    Call <b>{ $phone }</b> if you need help at once. To talk, at any hour: <b>8 (495) 989-50-50</b>, psychologists of the emergency ministry; <b>8-800-2000-122</b>, the helpline for children, teenagers and parents, free of charge.

    We have called a member of the staff. But do not wait for the answer: please call.
citizen-language = Which language shall we use?
citizen-language-chosen = From now on in English. Answers come in the language in which they are written.
citizen-not-taken = Your message has arrived but could not be recorded at once. The administrator has been told. If no number comes, please write again.

## The receipt.
## $former: number of the earlier message; $when: when work begins, «on Mon, 2 March, at 08:00».

receipt-accepted = We have your message. Its number: <b>{ $number }</b>. The answer will come here.
# $day: by which day, «10 March».
receipt-accepted-until = We have your message. Its number: <b>{ $number }</b>. The answer will come here by { $day }.
receipt-thanks = We have your message, thank you for your kind words! Its number: <b>{ $number }</b>.
receipt-again = Opened again: number <b>{ $number }</b>, a repeat of { $former }. It goes to those who answered before.
# $day: by which day, «10 March».
receipt-until = We will answer by { $day }.
receipt-what-is-left = Please write what is still wrong.
receipt-opens = We are closed now. Work begins { $when }.
receipt-address = Where is it? Write the address or press “Send location”.
receipt-spoken = We will listen to your voice message. Writing is quicker.

## Consent to the processing of personal data.
## $municipality: its name; $days: after how many days we erase.

consent-notice = By sending messages you agree that { $municipality } uses your name and what you write to answer you (Federal Law 152-FZ).
consent-request = We have your message. For us to read it, please press “I agree”.
consent-request-again = A reminder: your message waits for your consent. Press “I agree” and we will begin.
consent-text = Consent: { $municipality } processes my name, contacts and what I write and send, to consider my messages and answer them (Federal Law 152-FZ). The consent can be withdrawn by writing here.
consent-keep =
    Without consent nobody reads the message, and after { $days ->
        [one] { $days } day
       *[other] { $days } days
    } it is erased.
citizen-consent-given = Thank you, we have your consent.

## Additions and questions about what came.
## $time: «14:05»; $phone: number for emergencies.

addition-noted = Added to message { $number }.
addition-opened-again = Noted. Message { $number } is open again: your words go to those who answered.
addition-place = The place is noted on message { $number }. Thank you!
addition-answers = Your reply has gone to those who work on message { $number }.
topic-question =
    Is this an addition to message { $number } or a new question?

    If you press nothing, in 15 minutes it becomes a new message.
after-answer-question =
    We have already answered message { $number }. Is it not solved, or is this a new question?

    If you press nothing, in 15 minutes it becomes a new message.
limit-reached = Your message is kept, no need to send it again. There were many within the hour, so it will get its number at { $time }. In danger, call { $phone }.
citizen-made-new = It is a new message now: { $number }.
citizen-added = Added to your message { $number }.
citizen-opened-again = Opened again: { $number }.
citizen-thanks-noted = Thank you, too!

## The answer

answer-final = The answer to your message { $number }
# $day: the new date, «24 December»; $reason: why, as the staff wrote it.
citizen-extended = The answer to your message { $number } needs more time, until { $day }. The reason: { $reason }. The answer will come here.
answer-interim = An interim answer to your message { $number }. Work goes on: when it is done, we will write here again.
# $day: by which day, «10 March».
answer-commitment-term = By when: { $day }
# $who: who answers for it, in the staff's words.
answer-commitment-responsible = In charge: { $who }
# $what: what is being done, in the staff's words.
answer-commitment-actions = What is being done: { $what }
answer-clarification = To answer your message { $number } we need to know:
# $day: by which day, «24 December».
answer-moved = On your message { $number } we promised an earlier day, but we cannot keep it: it will be done by { $day }.
answer-kept = What we promised is done. Your message { $number }
answer-continued = { $number }, continued
answer-is-it-solved = Is the matter solved?
# $day: by which day, «10 March».
answer-final-until = The final answer comes by { $day }.
answer-reply-here = Write your reply here, with a photo if you like.
rating-too-late-to-reopen = We are sorry that it did not help. More than 30 days have passed since the answer, so this message can't be opened again. Please write here what is still wrong: it will get a new number.
rating-question = Please rate our work on message { $number }: 1 is bad, 5 is excellent.
citizen-rating-noted = Thank you for the rating! ({ $number })

## My messages and where they are.
## $about: what about; $status: where it is, in words; $time: when, «09:15» or «2 March, 09:15»; $department: who works on it;
## $files: «3 photos»; $regulation: the rules by which the municipality works; $way: how an answer was asked for (code).

citizen-my = Your messages, the newest first. Press a number to see the whole message.
citizen-my-line = { $number } · { $about } · { $status }
citizen-my-empty = You have no messages yet. Write what happened and where.
citizen-status-unknown = You have no message with this number. Press “My messages” to see all numbers.
citizen-without-words = no words
own-headline = <b>{ $number }</b> · { $about }
own-number = Message <b>{ $number }</b>
own-since = { $status } — since { $time }
own-at = { $status }, { $time }
own-department = Who works on it: { $department }
# $day: the new date, «24 December»; $reason: why.
own-extended = More time is needed, until { $day }. The reason: { $reason }.
# $day: by which day, «13 March».
own-until = The answer comes by { $day }.
own-received = You wrote ({ $time }):
own-files = You sent: { $files }
own-answer = Our answer ({ $time }):
own-interim = An interim answer ({ $time }):
own-kept = What we promised is done, we wrote to you ({ $time }):
own-moved = The promised day was moved, we wrote to you ({ $time }):
own-question = We asked you ({ $time }):
own-not-solved = Not solved? Just write here.
own-withdraw = No longer needed? Take it back: /withdraw
own-button = { $number } · { $about }
own-button-list = To all messages
own-button-newer = ‹ Newer
own-button-older = Older ›
status-registered = We are choosing who will handle it
status-assigned = Passed to a department
status-in_progress = The department is preparing an answer
status-on_approval = The answer is written and being checked
status-approved = The answer is checked and on its way
status-asked = We are waiting for your reply to our question
status-task-call = The answer is ready, we will call you
status-task-letter = The answer is ready, we will send a letter
status-task-in_person = The answer is ready, we will give it to you in person
status-answered = Answered
# $day: by which day, «24 December».
status-promised = Answered, promised to be done by { $day }
status-closed-withdrawn = You took it back
status-closed-not_needed = Read, no answer is needed
status-closed-no_reply =
    Read, there will be no answer ({ $regulation ->
        [krasnoufimsk] clause 21 of the rules
       *[other] article 11 of law 59-FZ
    })
next-registered = Next: we pass it to the department in charge.
next-assigned = Next: somebody in the department takes it up.
next-in_progress =
    Next: we check the answer and { $way ->
        [call] call you
        [letter] send it by letter
        [in_person] give it to you in person
       *[bot] send it here
    }.
next-on_approval =
    Next: { $way ->
        [call] we call you
        [letter] we send the answer by letter
        [in_person] we give you the answer in person
       *[bot] we send the answer here
    }.
next-approved =
    Next: { $way ->
        [call] we call you
        [letter] we send the answer by letter
        [in_person] we give you the answer in person
       *[bot] the answer comes here
    }.
next-asked = Write your reply here and the work goes on.

## Taking a message back. $about: what it is about; $status: where it is now, in words.

withdraw-one = <b>{ $number }</b>: { $about }
withdraw-question = Take it back? Nobody will work on it any more, and there will be no answer.
withdraw-nothing = There is nothing to take back: you have no open messages.
withdraw-too-late = Message { $number } cannot be taken back any more. { $status }.
citizen-withdrawn = Message { $number } has been taken back. If the matter comes up again, just write.

## Erasing one's own data. $count — messages that are settled; $open — numbers of those that are not.

forget-question =
    { $count ->
        [0] We will erase what we know of you: your name, phone and all that you wrote here.
        [one] We will erase your name, phone, texts and files, with { $count } settled message. Its number, topic and dates stay in the register without you.
       *[other] We will erase your name, phone, texts and files, with { $count } settled messages. Their numbers, topics and dates stay in the register without you.
    }

    It cannot be undone. What stands in this chat you can erase yourself: “Delete chat”.
forget-question-open =
    We will erase your name, phone, texts and files, but first what we are working on has to end: { $open }. If you do not want to wait, take it back: /withdraw.

    Numbers, topics and dates stay in the register without you. It cannot be undone.
forget-asked = You have asked us to erase your data. It will be done within minutes.
forget-asked-open = You have asked us to erase your data. It will be done when what we are working on has ended: { $open }.
forget-button = Erase my data
forget-no-button = Do not erase
citizen-forget-now = It will be erased within minutes. If you need us again, just write here: we will start anew.
# $number — numbers of those that are still worked on
citizen-forget-later = It will be erased as soon as what we are working on has ended: { $number }. Changed your mind? /forget.
citizen-kept = All right, nothing is erased.

## Toasts

toast-consent = Thank you!
toast-registered = It is a new message now: number { $number }.
toast-added = Added.
toast-opened-again = Opened again.
toast-withdrawn = Taken back: { $number }.
toast-noted = Noted.
toast-thanks = Thank you!

## The menu of commands

command-start = Start
command-new = Write about a new question
command-my = My messages
command-withdraw = Take a message back
command-forget = Erase my data
command-status = Where a message is: /status and its number
command-help = Help
command-language = Язык · Language

## What is seen before the first word. $municipality is the municipality's name; $phone is for danger.

bot-description-closed = This reception is not open yet.
bot-description =
    Citizens' reception: { $municipality }.

    Write what has happened and where, with a photo if you like. You get a number, the right department gets your message, the answer comes here. This is a message, not a formal appeal under Federal Law 59-FZ. In danger, call { $phone }.
bot-short-closed = This reception is not open yet.
bot-short = Citizens' reception: { $municipality }
