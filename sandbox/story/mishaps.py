"""The other chapters: what people do at the same time, think better of, and what breaks on the way."""

from sandbox.story.matters import (
    answer,
    approve,
    draft,
    ensure_answered,
    reach_department,
    undo_seconds,
    write,
)
from sandbox.story.stage import Stage

MINUTE = 60


async def two_press_at_once(stage: Stage) -> None:
    matter = await write(
        stage, "Дарья Белова", "На ул. Садовой, 1 с крыши свисают сосульки над самой дверью."
    )
    executors = stage.cast.executors(matter.department)[:2]
    await stage.waits(MINUTE)
    await stage.press_together(executors, "Принять", matter.card)
    with stage.quietly():
        await answer(stage, matter, "Дарья, сосульки сбили, проход открыт.")


async def added_and_corrected(stage: Stage) -> None:
    elena = stage.life.city.resident("Елена Орехова")
    first = "На ул. Лесной, 7 в квартире холодные батареи, 14 градусов."
    message = await stage.says(elena, first)
    matter = await reach_department(stage, elena)
    executor, *_ = stage.cast.executors(matter.department)
    with stage.quietly():
        await stage.presses(executor, "Принять", matter.card)
        await stage.waits(stage.life.city.municipality.intake.gather_seconds + MINUTE)
    await stage.tell("Отдел принял. Через две минуты Елена пишет ещё, а потом исправляет номер дома.")
    await stage.says(elena, "Дома грудной ребёнок, помогите скорее.")
    await stage.edits(elena, message, first.replace("7", "17"))
    await stage.waits(10)
    _ = stage.find(executor.chat, "житель изменил сообщение")
    with stage.quietly():
        await answer(stage, matter, "Елена, воздушную пробку в стояке убрали, батареи тёплые.")


async def cut_off_and_restarted(stage: Stage) -> None:
    words = "Фёдор, светильник заменили, вечером проверим ещё раз."
    with stage.quietly():
        matter = await write(stage, "Фёдор Ильин", "У дома 4 на ул. Заречной не горит фонарь.")
        executor, *_ = stage.cast.executors(matter.department)
        await draft(stage, executor, matter, words)
    await stage.tell("Фёдору Ильину готов ответ про фонарь, его согласуют.")
    await approve(stage, matter)
    stage.life.cut()
    await stage.event("связь с Telegram пропала, ответ Фёдору ещё не ушёл")
    galina = stage.life.city.resident("Галина Юдина")
    await stage.says(galina, "На ул. Победы, 2 у школы открыт люк! Закройте, пока никто не упал.")
    await stage.waits(undo_seconds(stage) + 5)
    stage.ensure(not stage.find_quietly(matter.citizen.chat, words), "ответ ушёл без связи")
    await stage.life.stop()
    await stage.event("сервер перезагружается, бот остановлен")
    await stage.life.start()
    await stage.waits(20)
    await stage.event("бот запущен снова на той же базе, связи всё ещё нет")
    await stage.life.mend()
    await stage.event("связь вернулась")
    await stage.waits(10)
    _ = ensure_answered(stage, matter, words)
    _ = await reach_department(stage, galina)
    await stage.tell(
        "Ответ пришёл один раз. Сообщение Галины ждало в Telegram и получило номер первым же делом."
    )


async def blocked_and_back(stage: Stage) -> None:
    words = "Игорь, контейнер вывезли, график повесили на площадке."
    with stage.quietly():
        matter = await write(stage, "Игорь Панов", "На ул. Озёрной, 9 переполнен мусорный контейнер.")
        executor, *_ = stage.cast.executors(matter.department)
        await draft(stage, executor, matter, words)
    await stage.tell("Игорю Панову готов ответ про мусорный контейнер, его согласуют.")
    await approve(stage, matter)
    await matter.citizen.block_bot()
    await stage.event("Игорь Панов заблокировал бота, не дождавшись ответа")
    await stage.waits(undo_seconds(stage) + 1)
    _ = stage.find(executor.chat, "заблокировал бота")
    with stage.quietly():
        await stage.waits(20 * MINUTE)
    await stage.event("через двадцать минут Игорь Панов возвращается")
    await stage.starts(matter.citizen)
    _ = ensure_answered(stage, matter, words)
