"""What the buttons of citizens' questions carry."""

from aiogram.filters.callback_data import CallbackData


class ForgetCallback(CallbackData, prefix="fo"):
    """`Стереть мои данные`, `Не стирать`."""

    wanted: bool
