"""Words per language that say how much a sentence is worth checking; an editor may extend them."""

from claimdesk.worth.words.germanic import ENGLISH, GERMAN
from claimdesk.worth.words.romance import FRENCH, ITALIAN, ROMANIAN, SPANISH
from claimdesk.worth.words.slavic import POLISH, RUSSIAN, UKRAINIAN
from claimdesk.worth.words.table import Words

__all__ = ["TABLES", "Words"]

TABLES: dict[str, Words] = {
    "de": GERMAN,
    "en": ENGLISH,
    "es": SPANISH,
    "fr": FRENCH,
    "it": ITALIAN,
    "pl": POLISH,
    "ro": ROMANIAN,
    "ru": RUSSIAN,
    "uk": UKRAINIAN,
}
