"""The first chapters: how a message goes when everybody does the own work."""

from sandbox.story.matters import (
    answer,
    approve,
    draft,
    ensure_answered,
    moved,
    reach_department,
    route,
    undo_seconds,
    write,
)
from sandbox.story.stage import Stage

MINUTE = 60


async def from_message_to_answer(stage: Stage) -> None:
    anna = stage.life.city.resident("Анна Соколова")
    await stage.starts(anna)
    await stage.says(
        anna,
        "Здравствуйте! На ул. Ленина, 5 второй день слабый напор, вода еле течёт. Когда починят?",
        photo=True,
    )
    matter = await reach_department(stage, anna)
    petrov, *_ = stage.cast.executors(matter.department)
    await stage.waits(2 * MINUTE)
    await stage.presses(petrov, "Принять", matter.card)
    with stage.quietly():
        await stage.waits(35 * MINUTE)
    await stage.tell("Через полчаса починили. Ответ жителю пишут обычным ответом на карточку.")
    words = "Добрый день, Анна! На Ленина, 5 заменили задвижку, напор в норме. Спасибо, что написали."
    await draft(stage, petrov, matter, words)
    await stage.tell("Ни один ответ не уходит без второго человека.")
    await approve(stage, matter)
    await stage.waits(undo_seconds(stage) + 1)
    received = ensure_answered(stage, matter, words)
    await stage.presses(anna, "Да, решено", received)
    await stage.presses(anna, "5", stage.find(anna.chat, "Оцените"))


async def the_wrong_department(stage: Stage) -> None:
    matter = await write(
        stage, "Борис Ким", "После дождя на Советской, 12 вода стоит по щиколотку, не пройти к остановке."
    )
    executor = stage.cast.executors(matter.department)[-1]
    await stage.waits(3 * MINUTE)
    await stage.presses(executor, "Не наше", matter.card)
    reason = "Сети сухие, забита ливнёвка у проезжей части. Это к дорожникам."
    await stage.says(executor, reason, to=stage.find(executor.chat, "Напишите причину"))
    _ = stage.find(stage.cast.coordinators, reason)
    other = stage.cast.other_than(matter.department)
    await stage.waits(MINUTE)
    await route(stage, matter.number, other)
    held = moved(stage, matter, other)
    await stage.tell("Дальше как в первой главе: ответ написан, согласован и отправлен Борису.")
    with stage.quietly():
        await answer(stage, held, "Борис, ливнёвку прочистили, вода ушла. Следим за ней до конца недели.")


async def something_urgent(stage: Stage) -> None:
    matter = await write(
        stage, "Вера Лапина", "Прорвало трубу на ул. Мира, 8! Кипяток бьёт во двор, там дети!"
    )
    if not stage.find_quietly(stage.cast.leadership, matter.number, "Взять на контроль"):
        card = stage.find(stage.cast.coordinators, matter.number, "Срочно")
        await stage.presses(stage.cast.coordinator, "Срочно", card)
    copy = stage.find(stage.cast.leadership, matter.number, "Взять на контроль")
    await stage.presses(stage.cast.leader, "Взять на контроль", copy)
    executor, *_ = stage.cast.executors(matter.department)
    await stage.presses(executor, "Принять", matter.card)
    await stage.tell("Через сорок минут трубу перекрыли, ответ ушёл Вере обычным путём.")
    with stage.quietly():
        await stage.waits(40 * MINUTE)
        await answer(stage, matter, "Вера, трубу перекрыли, двор безопасен. Горячую воду вернём к 14:00.")


async def sent_back_and_rewritten(stage: Stage) -> None:
    matter = await write(
        stage, "Глеб Зуев", "На ул. Гагарина, 3 в подъезде месяц нет света, мама упала на лестнице."
    )
    executor, *_ = stage.cast.executors(matter.department)
    approver = stage.cast.approver
    card = await draft(stage, executor, matter, "Ваша заявка принята к сведению.", "Разъяснено")
    await stage.presses(approver, "На доработку", card)
    remark = "Извинитесь и напишите, когда будет свет."
    await stage.says(approver, remark, to=stage.find(approver.chat, "что доработать"))
    _ = stage.find(executor.chat, remark)
    await stage.tell("Второй проект лучше, но согласующий пишет сам: отвечает на проект своим текстом.")
    card = await draft(stage, executor, matter, "Извините. Свет будет до пятницы.", "Меры приняты")
    words = "Глеб, простите за ожидание, здоровья маме. Электрик придёт завтра до 12:00, свет будет в тот же день."
    await stage.says(approver, words, to=card)
    await stage.presses(approver, "Заменить текст", stage.find(approver.chat, "что это?", "Заменить текст"))
    await approve(stage, matter)
    await stage.tell("Согласующий передумал: пока идут секунды, отправку можно отменить.")
    await stage.presses(approver, "Отменить отправку", stage.find(approver.chat, words, "Отменить отправку"))
    await stage.waits(undo_seconds(stage) + 1)
    stage.ensure(not stage.find_quietly(matter.citizen.chat, words), "отменённый ответ всё-таки ушёл")
    await approve(stage, matter)
    await stage.waits(undo_seconds(stage) + 1)
    _ = ensure_answered(stage, matter, words)
