"""What the bot says is said in the language of whoever reads it, whole and with the same values in it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from string import Formatter

import pytest
from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from bot import texts
from bot.languages import FOLDER, LANGUAGES, day, isolated, known, ngettext, number, speak, speaking, spoken
from tests.samples import ROOT

FOREIGN = sorted(LANGUAGES.keys() - {"en"})
_KEYWORDS = {"Message": None, "gettext": None, "ngettext": (1, 2)}
_KEPT = re.compile(r"/\w+|@\w+|[A-Z]+_[A-Z]+|python -m \w+|\.env")


def catalogue(code: str) -> Catalog:
    """Return a catalogue as it is stored."""
    with (FOLDER / code / "LC_MESSAGES" / "messages.po").open("rb") as lines:
        return read_po(lines, code)


def extracted() -> set[str | tuple[str, ...]]:
    """Return every message in the code, as `make translations` finds it."""
    found = extract_from_dir(ROOT / "bot", [("**.py", "python")], keywords=_KEYWORDS)
    return {message for _, _, message, _, _ in found}


def written() -> Iterator[ast.Call]:
    """Yield every place in the code that names a message, also where none is found, such as in an f-string."""
    for path in (ROOT / "bot").rglob("*.py"):
        if path.stem != "languages":
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _KEYWORDS:
                    yield node


def forms(value: str | Sequence[str] | None) -> tuple[str, ...]:
    """Return the forms of a message, several where it counts."""
    return (value,) if isinstance(value, str) else tuple(value or ())


def faults(found: Catalog, messages: set[str | tuple[str, ...]]) -> list[str]:
    """Return what is wrong with a catalogue: what is not translated, or has other values than the English message."""
    translated = {message.id: message for message in found if message.id}
    wrong = [f"missing: {one!r}" for one in messages - translated.keys()]
    wrong += [f"not in the code: {one!r}" for one in translated.keys() - messages]
    for id, message in translated.items():
        strings = forms(message.string)
        if message.fuzzy or not all(strings) or len(strings) != (found.num_plurals if message.pluralizable else 1):
            wrong.append(f"not translated: {id!r}")
        for string in filter(None, strings):
            if values(string) != values(forms(id)[-1]):
                wrong.append(f"other values: {string!r}")
            if sorted(_KEPT.findall(string)) != sorted(_KEPT.findall(forms(id)[-1])):
                wrong.append(f"other commands: {string!r}")
    return wrong


def values(sentence: str) -> set[str]:
    """Return the names of the values in a sentence; raises ValueError where its braces are wrong."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_every_message_in_the_code_is_found() -> None:
    """What a catalogue does not get could never be translated."""
    named = {ast.unparse(call) for call in written() if not isinstance(call.args[0], ast.Constant)}
    assert named == set()
    first = {forms(message)[0] for message in extracted()}
    assert {call.args[0].value for call in written() if isinstance(call.args[0], ast.Constant)} == first


@pytest.mark.parametrize("code", FOREIGN)
def test_every_message_is_translated_with_its_values(code: str) -> None:
    """Nothing is missing, empty, doubtful or left over, and commands and settings keep their names."""
    assert faults(catalogue(code), extracted()) == []


def test_a_broken_translation_is_found() -> None:
    """Each kind of fault is told."""
    broken = Catalog("ru")
    broken.add("Hello, {name}!", "Привет, {nam}!")
    broken.add("Ask /help", "Спросите /pomosh")
    broken.add(("{count} day", "{count} days"), ("{count} день", "", "{count} дней"))
    broken.add("Yes", "Да", flags=["fuzzy"])
    broken.add("Old", "Старое")
    told = faults(broken, {"Hello, {name}!", "Ask /help", ("{count} day", "{count} days"), "Yes", "New"})
    kinds = ["missing", "not in the code", "other values", "other commands", "not translated", "not translated"]
    assert sorted(one.partition(":")[0] for one in told) == sorted(kinds)


@pytest.mark.parametrize("code", FOREIGN)
def test_a_translation_is_none_of_the_english(code: str) -> None:
    """No message was left in English."""
    same = {forms(one.id) for one in catalogue(code) if one.id and set(forms(one.string)) & set(forms(one.id))}
    assert same == set()


@pytest.mark.parametrize(
    ("tag", "code"),
    [("ru", "ru"), ("pt-br", None), ("az-Latn", "az"), ("FA", "fa"), ("tr_TR", "tr"), ("", None), (None, None)],
)
def test_a_language_is_known_by_its_tag(tag: str | None, code: str | None) -> None:
    """The region and the script do not matter."""
    assert known(tag) == code


def test_a_language_is_spoken_until_another_is() -> None:
    """One that is not known is English; within a block another one may be spoken."""
    with speaking("en"):
        speak("ru")
        with speaking("tr"):
            assert (spoken(), texts.NO_SOURCES()) == ("tr", "Henüz makale yok.")
        assert texts.NO_SOURCES() == "Статей пока нет."
        speak("pt-br")
        assert texts.NO_SOURCES() == "There are no articles yet."


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("en", ("28 April 2025", "1,234", "1 other", "2 others")),
        ("ru", ("28 апреля 2025", "1\xa0234", "ещё 1 источник", "ещё 2 источника")),
        ("tr", ("28 Nisan 2025", "1.234", "1 kaynak daha", "2 kaynak daha")),
        ("az", ("28 aprel 2025", "1.234", "daha 1 mənbə", "daha 2 mənbə")),
        ("fa", ("28 آوریل 2025", "1,234", "1 منبع دیگر", "2 منبع دیگر")),
    ],
)
def test_days_numbers_and_plurals_are_those_of_the_language(code: str, shown: tuple[str, ...]) -> None:
    """A day, a number, and a sentence about one thing and about two."""
    with speaking(code):
        assert (day("2025-04-28T10:48:00+04:00"), number(1234), texts.others(1), texts.others(2)) == shown


def test_each_plural_of_russian_has_its_form() -> None:
    """1, 21; 2, 24; 5, 11."""
    with speaking("ru"):
        said = [texts.sources(count, 1, 1).split(",")[0] for count in (1, 21, 2, 24, 5, 11)]
    assert said == ["1 статья", "21 статья", "2 статьи", "24 статьи", "5 статей", "11 статей"]


def test_what_runs_the_other_way_is_isolated() -> None:
    """Latin words within Persian, and Persian ones within English, keep the line around them as it is."""
    title = "Trade – a target"
    assert isolated(title) == title
    assert isolated("هدف تجارت") == "\u2068هدف تجارت\u2069"
    with speaking("fa"):
        assert isolated("هدف تجارت") == "هدف تجارت"
        assert texts.when_published(title) == f"«\u2068{title}\u2069» کی منتشر شد؟"
        assert "\u2068/help\u2069" in texts.UNKNOWN_COMMAND()


def test_a_value_is_no_pattern() -> None:
    """Braces in a title stay as they are."""
    assert texts.who_wrote("{count} {0} {") == "Who wrote “{count} {0} {”?"
    assert ngettext("{count} a", "{count} b", 2) == "2 b"


def test_catalogues_are_where_the_languages_are() -> None:
    """Each language but English has one, and there is no other."""
    assert sorted(path.name for path in Path(FOLDER).iterdir()) == FOREIGN
