"""The first chapters: how a message goes when everybody does the own work."""

from sandbox.story.stage import Stage

MINUTE = 60


async def from_message_to_answer(stage: Stage) -> None:
    anna = stage.life.city.resident("Анна Соколова")
    await stage.starts(anna)
    await stage.says(
        anna, "Здравствуйте! На ул. Ленина, 5 второй день слабый напор, вода еле течёт. Когда починят?", photo=True
    )
    matter = await stage.reaches_department(anna)
    petrov, *_ = stage.cast.executors(matter.department)
    await stage.waits(2 * MINUTE)
    await stage.presses(petrov, "Принять", matter.card)
    await stage.waits(35 * MINUTE, "Через полчаса напор восстановили. Ответить просто: обычный ответ на карточку.")
    words = "Добрый день, Анна! На Ленина, 5 заменили задвижку, напор в норме с 9:30. Спасибо, что написали."
    await stage.drafts(petrov, matter, words)
    await stage.approves(matter)
    await stage.waits(stage.undo_seconds + 1, f"{stage.undo_seconds} секунд отправку ещё можно отменить. Прошли.")
    stage.answered(matter, words)
    answer = stage.find(anna.chat, words)
    await stage.presses(anna, "Да, решено", answer)
    await stage.presses(anna, "5", stage.find(anna.chat, "Оцените"))


async def the_wrong_department(stage: Stage) -> None:
    matter = await stage.writes("Борис Ким", "После дождя на Советской, 12 вода стоит по щиколотку, не пройти к остановке.")
    executor = stage.cast.executors(matter.department)[-1]
    await stage.waits(3 * MINUTE)
    await stage.presses(executor, "Не наше", matter.card)
    reason = "Наши сети сухие, это забита ливнёвка у проезжей части. Это к дорожникам."
    await stage.says(executor, reason, to=stage.find(executor.chat, "Напишите причину"))
    stage.find(stage.cast.coordinators, reason)
    other = stage.cast.other_than(matter.department)
    await stage.waits(MINUTE)
    await stage.sends_to(other, matter.number)
    moved = stage.matter_at(other, matter)
    await stage.tell("Дальше как в первой главе: приняли, ответили, согласовали.")
    with stage.quietly():
        await stage.answers(moved, "Борис, ливнёвку прочистили сегодня к 14:00, вода ушла.")


async def something_urgent(stage: Stage) -> None:
    matter = await stage.writes("Вера Лапина", "Прорвало трубу на ул. Мира, 8! Кипяток бьёт во двор, там дети!")
    copy = stage.find_quietly(stage.cast.leadership, matter.number, "Взять на контроль")
    if copy is None:
        card = stage.find(stage.cast.coordinators, matter.number, "Срочно")
        await stage.presses(stage.cast.coordinator, "Срочно", card)
        copy = stage.find(stage.cast.leadership, matter.number, "Взять на контроль")
    await stage.presses(stage.cast.leader, "Взять на контроль", copy)
    executor, *_ = stage.cast.executors(matter.department)
    await stage.presses(executor, "Принять", matter.card)
    with stage.quietly():
        await stage.waits(40 * MINUTE)
        await stage.answers(matter, "Вера, трубу перекрыли через 20 минут, воду вернули к 11:40. Двор безопасен.")


async def sent_back_and_rewritten(stage: Stage) -> None:
    matter = await stage.writes("Глеб Зуев", "В подъезде на ул. Гагарина, 3 месяц нет света, мама упала на лестнице.")
    executor, *_ = stage.cast.executors(matter.department)
    approver = stage.cast.approver
    draft = await stage.drafts(executor, matter, "Ваша заявка принята к сведению.", "Разъяснено")
    await stage.presses(approver, "На доработку", draft)
    remark = "Извинитесь и напишите, когда будет свет."
    await stage.says(approver, remark, to=stage.find(approver.chat, "что доработать"))
    stage.find(executor.chat, remark)
    await stage.tell("Второй проект лучше, но согласующий дописывает его сам: отвечает на проект своим текстом.")
    draft = await stage.drafts(executor, matter, "Извините за ожидание. Свет в подъезде будет до пятницы.", "Меры приняты")
    words = "Глеб, простите за долгое ожидание, маме здоровья. Электрик придёт завтра до 12:00, свет будет в тот же день."
    await stage.says(approver, words, to=draft)
    await stage.presses(approver, "Заменить текст", stage.find(approver.chat, "что это?", "Заменить текст"))
    await stage.approves(matter)
    await stage.tell("Согласовал и передумал: пока идут секунды, отправку можно отменить.")
    await stage.presses(approver, "Отменить отправку", stage.find(approver.chat, words, "Отменить отправку"))
    await stage.waits(stage.undo_seconds + 1)
    stage.ensure(not stage.find_quietly(matter.citizen.chat, words), "отменённый ответ всё-таки ушёл")
    await stage.approves(matter)
    await stage.waits(stage.undo_seconds + 1)
    stage.answered(matter, words)
