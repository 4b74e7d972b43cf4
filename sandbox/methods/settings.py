"""What a bot says of itself: commands, descriptions, the menu button."""

import re

from sandbox.call import Call, method
from sandbox.errors import bad
from sandbox.model import Json

COMMAND = re.compile(r"[a-z0-9_]{1,32}$")
MOST_COMMANDS = 100
TEXT_LIMITS = {"description": 512, "short_description": 120, "name": 64}


@method("setMyCommands")
def set_commands(call: Call) -> bool:
    commands: list[Json] = call.json("commands") or []
    if len(commands) > MOST_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not COMMAND.match(str(command.get("command", "")).removeprefix("/")):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", "")).strip()) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    call.bot.commands[_scope(call)] = commands
    return True


@method("getMyCommands")
def get_commands(call: Call) -> list[Json]:
    return call.bot.commands.get(_scope(call), [])


@method("deleteMyCommands")
def delete_commands(call: Call) -> bool:
    call.bot.commands.pop(_scope(call), None)
    return True


@method("setMyDescription", "setMyShortDescription", "setMyName")
def set_text(call: Call) -> bool:
    name = _text_name(call)
    value = call.text(name)
    if len(value) > TEXT_LIMITS[name]:
        raise bad(f"bot {name.replace('_', ' ')} is too long")
    call.bot.texts[f"{name}|{call.text('language_code')}"] = value
    return True


@method("getMyDescription", "getMyShortDescription", "getMyName")
def get_text(call: Call) -> Json:
    name = _text_name(call)
    default = call.bot.user.first_name if name == "name" else ""
    return {name: call.bot.texts.get(f"{name}|{call.text('language_code')}", default)}


@method("setChatMenuButton")
def set_menu_button(call: Call) -> bool:
    call.bot.menu[call.number("chat_id")] = call.json("menu_button") or {"type": "default"}
    return True


@method("getChatMenuButton")
def get_menu_button(call: Call) -> Json:
    return call.bot.menu.get(call.number("chat_id"), call.bot.menu.get(0, {"type": "commands"}))


@method("setMyDefaultAdministratorRights")
def set_default_rights(call: Call) -> bool:
    call.bot.texts["rights|"] = call.text("rights")
    return True


@method("logOut", "close")
def close(call: Call) -> bool:
    """Accepted and without effect: the stand-in has no other server to go to."""
    return bool(call.bot)


def _scope(call: Call) -> str:
    scope: Json = call.json("scope") or {"type": "default"}
    parts = [str(scope[key]) for key in ("type", "chat_id", "user_id") if key in scope]
    return f"{':'.join(parts)}|{call.text('language_code')}"


def _text_name(call: Call) -> str:
    name = call.method[len("setMy") :].lower()
    return {"shortdescription": "short_description"}.get(name, name)
