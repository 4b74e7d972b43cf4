"""How updates reach the bot: getUpdates, webhooks; presses answered; files fetched."""

import re

from sandbox.bot_account import Webhook
from sandbox.call import Call, method
from sandbox.errors import TERMINATED_BY_WEBHOOK, WEBHOOK_ACTIVE, bad, conflict
from sandbox.model import Json
from sandbox.presses import Toast
from sandbox.updates import MOST

SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}$")
TOAST_LIMIT = 200


@method("getUpdates")
async def get_updates(call: Call) -> list[Json]:
    queue = call.bot.queue
    if call.bot.webhook is not None:
        raise conflict(WEBHOOK_ACTIVE)
    queue.allow(call.json("allowed_updates"))
    return await queue.poll(call.number("offset"), call.number("limit", MOST), call.number("timeout"))


@method("setWebhook")
def set_webhook(call: Call) -> bool:
    url, secret = call.text("url"), call.text("secret_token")
    if not SECRET.match(secret):
        raise bad("secret token contains unallowed characters")
    if call.flag("drop_pending_updates"):
        call.bot.queue.clear()
    call.bot.queue.allow(call.json("allowed_updates"))
    call.bot.webhook = Webhook(url, secret, call.number("max_connections", 40)) if url else None
    if url:
        call.bot.queue.interrupt(conflict(TERMINATED_BY_WEBHOOK))
    return True


@method("deleteWebhook")
def delete_webhook(call: Call) -> bool:
    if call.flag("drop_pending_updates"):
        call.bot.queue.clear()
    call.bot.webhook = None
    return True


@method("getWebhookInfo")
def webhook_info(call: Call) -> Json:
    webhook, queue = call.bot.webhook, call.bot.queue
    body: Json = {
        "url": webhook.url if webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(queue.pending),
    }
    if webhook is not None:
        body["max_connections"] = webhook.max_connections
        if webhook.last_error_date is not None:
            body |= {"last_error_date": webhook.last_error_date, "last_error_message": webhook.last_error}
    return body | {"allowed_updates": sorted(queue.allowed)} if queue.allowed else body


@method("answerCallbackQuery")
def answer_callback(call: Call) -> bool:
    text = call.text("text")
    if len(text) > TOAST_LIMIT:
        raise bad("MESSAGE_TOO_LONG")
    call.world.presses.answer(
        call.text("callback_query_id"), Toast(text, call.flag("show_alert"), call.text("url"))
    )
    return True


@method("getFile")
def get_file(call: Call) -> Json:
    return call.world.files.link(call.text("file_id"), call.world.clock.now())
