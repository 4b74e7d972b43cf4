"""What the buttons of letters carry."""

from aiogram.filters.callback_data import CallbackData

from views.callbacks import Count


class MailCallback(CallbackData, prefix="ml"):
    """An address under `Отправить почтой`; `to` is the recipient's key."""

    appeal: Count
    to: str
