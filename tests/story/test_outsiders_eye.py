"""What a stranger to the code noticed first, so that it stays mended."""

from tests.city import labels


async def test_a_card_that_needs_a_coordinator_goes_before_silent_copies(town):
    """Product 2.3: what a rule has routed stands last in the coordinators' line."""
    for number in range(30):
        await town.world.user(f"Житель {number}").send(f"Нет воды, Мира {number}")
    await town.boris.send("Собаки лают на Мира, 99")
    await town.settle()
    await town.world.clock.advance(5)
    waiting = town.coordinators.find("Собаки")
    assert waiting is not None
    assert "Взять" in labels(waiting)
    assert len(town.coordinators.visible) < 31


async def test_an_unknown_kind_of_update_is_set_aside_and_its_words_stay_out_of_the_log(town, caplog):
    """Guarantees 6 and 28."""
    town.world.push_raw({"brand_new_thing": {"text": "канарейка +79120000000"}})
    await town.says(town.anna, "Нет воды на ул. Мира, 5")
    await town.settle()
    assert "канарейка" not in caplog.text
    assert town.anna.chat.find("2026-00001")
    rows = await town.app.units._database.reader.run(
        [("SELECT state FROM inbox WHERE state = 'set_aside'", {})]
    )
    assert len(rows) == 1


async def test_a_command_that_is_none_becomes_no_part_of_a_message(town):
    await town.says(town.anna, "Нет воды на ул. Мира, 5")
    await town.says(town.anna, "/weather")
    assert "/my" in town.anna.chat.last_message.text
    await town.redraw()
    assert "/weather" not in town.zhkh.last_message.text


async def test_a_wall_of_emoji_is_a_message(town):
    """Guarantee 19."""
    await town.says(town.anna, "🔥" * 500)
    assert town.anna.chat.find("2026-00001")


async def test_a_neighbours_contact_is_closed_on_the_card_and_opened_to_who_asks(town):
    await town.says(town.anna, "Нет воды на ул. Мира, 5")
    await town.anna.send_contact("+79161112233", town.boris)
    await town.redraw()
    card = town.zhkh.find("2026-00001")
    assert "+79161112233" not in card.text
    assert await town.clicks(town.petrov.in_(town.zhkh), "Телефон", on=card) == "+79161112233"


async def test_who_answers_under_anothers_question_means_the_own_one(town):
    await town.says(town.anna, "Нет воды на ул. Мира, 5")
    petrov, sidorova = town.petrov.in_(town.zhkh), town.sidorova.in_(town.zhkh)
    await town.clicks(petrov, "Не наше")
    asked = town.zhkh.last_message
    await sidorova.reply(asked, "Не наш дом")
    await town.settle()
    assert "Петров" in town.zhkh.last_message.text
    assert "Возвращено" not in town.zhkh.find("Водоснабжение").text
    await town.clicks(sidorova, "Не наше")
    await sidorova.reply(asked, "Не наш дом")
    await town.redraw()
    assert "Не наш дом" in town.coordinators.last_message.text
    assert town.coordinators.last_message.reply_to is not None


async def test_a_button_of_a_version_that_was_sent_already_sends_nothing(town):
    """An interim answer was published, its copy still stands somewhere: its `Согласовать` is of an old version."""
    await town.says(town.anna, "Нет воды на ул. Мира, 5")
    petrov, galina = town.petrov.in_(town.zhkh), town.galina.in_(town.approvals)
    card = town.zhkh.find("2026-00001")
    await petrov.reply(card, "Ищем порыв, напишем завтра.")
    await town.settle()
    await town.clicks(petrov, "Промежуточный ответ")
    first = town.approvals.last_message
    approve = first.keyboard[0][0]["callback_data"] if hasattr(first, "keyboard") else ""
    await town.clicks(galina, "Согласовать", on=first)
    await town.wait(31)
    await petrov.reply(card, "Починили, вода есть.")
    await town.settle()
    await town.clicks(petrov, "Решено")
    await galina.press_data(first, approve)
    await town.wait(40)
    assert town.galina.toast.text != "Согласовано. Отменить можно 30 секунд."
    assert len([one for one in town.anna.chat.visible if "Ищем порыв" in one.text]) == 1
    assert "На согласовании" in card.text


async def test_one_thing_that_fails_keeps_nothing_else_waiting(town, monkeypatch):
    """What is due is done one by one; a fault is told to the administrator."""
    await town.admin.start()
    await town.says(town.anna, "Нет воды на ул. Мира, 5")
    petrov = town.petrov.in_(town.zhkh)
    await petrov.reply(town.zhkh.find("2026-00001"), "Починили, вода есть.")
    await town.settle()
    await town.clicks(petrov, "Решено")
    await town.clicks(town.galina.in_(town.approvals), "Согласовать")

    async def fails(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr("services.citizen.registration.settle", fails)
    await town.boris.forward_hidden("Яма на дороге", "Сосед")
    await town.wait(31)
    assert town.anna.chat.find("Починили, вода есть.")
    assert "ZeroDivisionError" in town.admin.chat.last_message.text
