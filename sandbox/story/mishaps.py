"""The other chapters: what people do at the same time, think better of, and what breaks on the way."""

from sandbox.story.stage import Stage

MINUTE = 60


async def two_press_at_once(stage: Stage) -> None:
    matter = await stage.writes("Дарья Белова", "На ул. Садовой, 1 с крыши свисают сосульки над самой дверью.")
    executors = stage.cast.executors(matter.department)[:2]
    await stage.waits(MINUTE)
    await stage.press_together(executors, "Принять", matter.card)
    with stage.quietly():
        await stage.answers(matter, "Дарья, сосульки сбили в 10:40, проход открыт.")


async def added_and_corrected(stage: Stage) -> None:
    city = stage.life.city
    elena = city.resident("Елена Орехова")
    first = "На ул. Лесной, 7 в квартире холодные батареи, 14 градусов."
    message = await stage.says(elena, first)
    matter = await stage.reaches_department(elena)
    executor, *_ = stage.cast.executors(matter.department)
    with stage.quietly():
        await stage.presses(executor, "Принять", matter.card)
    await stage.waits(city.municipality.intake.gather_seconds + MINUTE)
    await stage.says(elena, "Дома грудной ребёнок, помогите скорее.")
    await stage.edits(elena, message, first.replace("7", "17"))
    await stage.waits(10)
    stage.find(executor.chat, "житель изменил")
    with stage.quietly():
        await stage.answers(matter, "Елена, воздушную пробку в стояке убрали, батареи тёплые.")


async def cut_off_and_restarted(stage: Stage) -> None:
    words = "Фёдор, светильник заменили, вечером проверим ещё раз."
    with stage.quietly():
        matter = await stage.writes("Фёдор Ильин", "У дома 4 на ул. Заречной не горит фонарь.")
        executor, *_ = stage.cast.executors(matter.department)
        await stage.drafts(executor, matter, words)
    await stage.tell(f"Ответ Фёдору ({matter.number}) готов. Его согласуют, и тут же пропадает связь с Telegram.")
    await stage.approves(matter)
    stage.life.cut()
    await stage.event("связь с Telegram пропала")
    galina = stage.life.city.resident("Галина Юдина")
    await stage.says(galina, "На ул. Победы, 2 открыт люк, рядом школа! Нужна крышка.")
    await stage.waits(stage.undo_seconds + 5)
    stage.ensure(not stage.find_quietly(matter.citizen.chat, words), "ответ ушёл без связи")
    await stage.life.stop()
    await stage.event("сервер перезагружен: бот остановлен…")
    await stage.life.start()
    await stage.event("…и запущен снова на той же базе. Связи всё ещё нет")
    await stage.waits(30)
    stage.life.mend()
    await stage.event("связь вернулась")
    await stage.waits(MINUTE)
    stage.answered(matter, words)
    await stage.reaches_department(galina)


async def blocked_and_back(stage: Stage) -> None:
    words = "Игорь, контейнер вывезли, график повесили на площадке."
    with stage.quietly():
        matter = await stage.writes("Игорь Панов", "На ул. Озёрной, 9 переполнен мусорный контейнер.")
        executor, *_ = stage.cast.executors(matter.department)
        await stage.drafts(executor, matter, words)
    await stage.approves(matter)
    await matter.citizen.block_bot()
    await stage.event("Игорь Панов заблокировал бота, не дождавшись ответа")
    await stage.waits(stage.undo_seconds + 1)
    stage.find(executor.chat, "заблокировал бота")
    await stage.waits(20 * MINUTE, "Ответ не потерян: он ждёт. Через 20 минут Игорь возвращается.")
    await stage.starts(matter.citizen)
    stage.answered(matter, words)
