"""The language that the bot speaks: that of the person or the group that it speaks to.

Which one holds for what is said until the end of an update is kept by its context (see contextvars), so that no
sentence can be said in another one by mistake. The catalogues are those of GNU gettext, in Babel's layout.
"""

from __future__ import annotations

import gettext as gnu
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

ENGLISH = "en"
LANGUAGES = {ENGLISH: "English", "az": "Azərbaycanca", "fa": "فارسی", "ru": "Русский", "tr": "Türkçe"}
FOLDER = Path(__file__).parent / "locales"

_ISOLATE, _END = "\u2068", "\u2069"
_RIGHT_TO_LEFT = ("R", "AL")
_DAY = "d MMMM y"

_spoken: ContextVar[str] = ContextVar("spoken", default=ENGLISH)


class Message:
    """A sentence that has no values in it; a call returns it in the language spoken."""

    def __init__(self, english: str) -> None:
        """Take the sentence in English, which the catalogues know it by."""
        self._english = english

    def __call__(self) -> str:
        """Return it in the language spoken."""
        return gettext(self._english)


def speak(code: str | None) -> None:
    """Go on in the language with this IETF tag, such as "pt-br"; in English where the bot does not know it."""
    _spoken.set(known(code) or ENGLISH)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak a language within the block."""
    before = _spoken.set(code)
    try:
        yield
    finally:
        _spoken.reset(before)


def spoken() -> str:
    """Return the code of the language spoken."""
    return _spoken.get()


def known(code: str | None) -> str | None:
    """Return the code of the language with this IETF tag, None where there is none or the bot does not know it."""
    language = (code or "").replace("_", "-").partition("-")[0].lower()
    return language if language in LANGUAGES else None


def gettext(english: str, **values: object) -> str:
    """Return a sentence in the language spoken, with the values in it."""
    return _filled(_catalogue(spoken()).gettext(english), values)


def ngettext(one: str, many: str, count: int, **values: object) -> str:
    """Return a sentence about so many things in the language spoken; `{count}` in it is their number."""
    return _filled(_catalogue(spoken()).ngettext(one, many, count), {"count": number(count)} | values)


def number(value: int) -> str:
    """Return a number as the language writes it, such as "1,234"."""
    return str(format_decimal(value, locale=spoken()))


def day(published: str) -> str:
    """Return the day of an ISO 8601 date as the language writes it, such as "28 April 2025"."""
    return str(format_date(datetime.fromisoformat(published), _DAY, locale=spoken()))


def language_name(code: str) -> str:
    """Return what the language spoken calls the one with this code, such as "Persian" for "fa"."""
    return str(Locale.parse(spoken()).languages.get(code, code))


def listed(parts: Sequence[str]) -> str:
    """Return several things as the language lists them, such as "a, b, and c"."""
    return str(format_list(parts, locale=spoken()))


def isolated(text: str) -> str:
    """Return a text that stands within a line, so that the other direction of its script leaves the line as it is.

    See the Unicode Bidirectional Algorithm, UAX #9, section 2.4. What runs in the line's direction stays as it is.
    """
    rightward = Locale.parse(spoken()).text_direction == "rtl"
    directions = {unicodedata.bidirectional(character) for character in text}
    against = "L" in directions if rightward else any(one in directions for one in _RIGHT_TO_LEFT)
    return f"{_ISOLATE}{text}{_END}" if against else text


def _filled(sentence: str, values: dict[str, object]) -> str:
    return sentence.format(**{name: isolated(str(value)) for name, value in values.items()}) if values else sentence


@cache
def _catalogue(code: str) -> gnu.NullTranslations:
    if code == ENGLISH:
        return gnu.NullTranslations()
    compiled = BytesIO()
    with (FOLDER / code / "LC_MESSAGES" / "messages.po").open("rb") as lines:
        write_mo(compiled, read_po(lines, code))
    compiled.seek(0)
    return gnu.GNUTranslations(compiled)
