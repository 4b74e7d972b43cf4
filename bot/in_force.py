"""The settings that hold now, for those who outlive a change of them."""

from bot.rules import MunicipalityRules
from bot.words import dictionary
from domain.municipality import Municipality
from locales.texts import Texts, Translations


class InForce:
    """The municipality as it is set up now, and what follows from it. `sends_mail`: the process has a mail server.

    Kept by whoever works longer than one transaction; a transaction reads the version that it was opened with.
    """

    def __init__(
        self, municipality: Municipality, translations: Translations, *, sends_mail: bool = False
    ) -> None:
        self.translations = translations
        self.sends_mail = sends_mail
        self.words = dictionary()
        self.replace(municipality)

    def replace(self, municipality: Municipality) -> None:
        """Other settings have been committed."""
        self.municipality = municipality
        self.rules = MunicipalityRules(municipality, self.words)

    @property
    def texts(self) -> Texts:
        """What the staff reads."""
        return self.translations.texts(self.municipality.language)
