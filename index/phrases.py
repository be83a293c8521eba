"""A question -> its words, and the times, places and other proper names in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from index.following_names import NO_NAMES, PLACE
from index.following_words import TONGUES, TURKIC
from index.time_signs import folded, marked
from index.time_words import MONTHS, NUMBERS, WEEKDAYS

_WORD = re.compile(r"\w+(?:[-'’.\u200c]\w+)*")
_POSSESSIVE = re.compile(r"['’]s$")
_NEW_SENTENCE = re.compile(r"[.?!:؟…]\W*$")
_LONGEST_TIME = 7  # words

_UNIT = "(?:HOUR|DAY|WEEK|MONTH|YEAR|WEEKEND)"
_ENDING = "(?:['-]?[a-zа-я]{1,5})?"
_DAY_OF_MONTH = r"\d{1,2}(?:st|nd|rd|th|['-][a-zа-я]{1,4})?"
_YEAR = rf"(?:YEAR )?(?:19|20)\d\d{_ENDING}(?: YEAR)?"
_MONTH = rf"(?:{'|'.join(MONTHS)}){_ENDING}(?: MONTH)?"
_WEEKDAY = f"(?:{'|'.join(WEEKDAYS)})"
_COUNT = rf"(?:\d{{1,3}}|an?|FEW|{'|'.join(NUMBERS)})"
# The English "on" and the Turkish ten are one sign.
_BEFORE = "(?:IN|SINCE|TEN|on|at|by|until|till|before|after|from|for|to|на|до|после|к|تا|برای)"


class Kind(Enum):
    """What a phrase names."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    WEEKDAY = "weekday"
    ADVERB = "adverb"  # "last week", "yesterday"
    PLACE = "place"
    NAME = "name"


# Over marked text, where only the signs have capitals.
_TIMES = [
    (kind, re.compile(rf"(?:{form})(?: SINCE)?"))
    for kind, form in (
        (Kind.YEAR, _YEAR),
        (Kind.MONTH, rf"{_MONTH}(?:,? (?:of )?{_YEAR})?|{_YEAR} {_MONTH}"),
        (Kind.DAY, rf"(?:{_DAY_OF_MONTH} (?:of )?{_MONTH}|{_MONTH} {_DAY_OF_MONTH})(?:,? {_YEAR})?"),
        (Kind.WEEKDAY, _WEEKDAY),
        (
            Kind.ADVERB,
            rf"(?:LAST|THIS|NEXT|PAST)[ _](?:{_UNIT}|{_MONTH}|{_WEEKDAY})|{_UNIT} (?:GONE|ONGOING|NEXT|AGO)"
            rf"|{_COUNT} {_UNIT} AGO|YESTERDAY|TODAY|BEFORE_YESTERDAY|(?:(?:LAST|THIS) )?WEEKEND",
        ),
    )
]
_BEFORE_TIME = re.compile(rf"(?:{_BEFORE} (?:the )?)+")


@dataclass(frozen=True, slots=True)
class Word:
    """The [start, end) of a word, its form without case and marks, and whether it begins with a capital."""

    start: int
    end: int
    form: str
    capital: bool
    opens: bool  # a sentence, where a capital says nothing


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words [first, last) of a question that name something, prepositions of time before `core`."""

    kind: Kind
    first: int
    core: int
    last: int


def question_words(text: str) -> list[Word]:
    """Return the words of `text` in order; "'s" belongs to its word."""
    return [
        Word(found.start(), found.end(), folded(found[0]), found[0][0].isupper(), _opens(text[: found.start()]))
        for found in _WORD.finditer(text)
    ]


def joined(text: str, words: Sequence[Word]) -> str:
    """Return the forms of `words` with a blank between them, and a comma where `text` has one or the like."""
    line = ""
    for at, word in enumerate(words):
        gap = text[words[at - 1].end : word.start] if at else ""
        line += ("," if any(sign in gap for sign in ",;:،—–") else "") + (" " if at else "") + word.form
    return line


def span(words: Sequence[Word], text: str, phrase: Phrase) -> tuple[int, int]:
    """Return the [start, end) of a phrase in `text` without the preposition of time and the "'s" around it."""
    start, end = words[phrase.core].start, words[phrase.last - 1].end
    return start, end - (2 if _POSSESSIVE.search(text[start:end]) else 0)


def times(words: Sequence[Word], text: str) -> list[Phrase]:
    """Return the times in order, each as long as it goes."""
    found: list[Phrase] = []
    at = 0
    while at < len(words):
        one = next(_times_at(words, text, at), None)
        found += [one] if one else []
        at = one.last if one else at + 1
    return found


def names(words: Sequence[Word], taken: Sequence[Phrase]) -> list[Phrase]:
    """Return the proper names in order, those within the phrases `taken` left out."""
    free = [not any(phrase.first <= at < phrase.last for phrase in taken) for at in range(len(words))]
    named = [free[at] and _is_name(words, at) for at in range(len(words))]
    found: list[Phrase] = []
    for at in range(len(words)):
        if not named[at]:
            continue
        one = Phrase(Kind.PLACE if PLACE.fullmatch(words[at].form) else Kind.NAME, at, at, at + 1)
        before = found[-1] if found else None
        # One blank between them: "Iran, Iraq" are two, and so are "Iran's President".
        goes_on = before and before.last == at and words[at].start == words[at - 1].end + 1
        if before and goes_on and not words[at - 1].form.endswith("'s"):
            kind = Kind.PLACE if before.kind is one.kind is Kind.PLACE else Kind.NAME
            found[-1] = Phrase(kind, before.first, before.first, at + 1)
        else:
            found.append(one)
    return [one for one in found if one.last - one.first > 1 or words[one.first].form not in NO_NAMES]


def _opens(before: str) -> bool:
    """Whether a sentence begins behind `before`."""
    return not before.strip("\"'“”«»‘’(- ") or bool(_NEW_SENTENCE.search(before))


def _times_at(words: Sequence[Word], text: str, first: int) -> Iterator[Phrase]:
    """Yield the times that begin with a word, longest first."""
    for last in range(min(first + _LONGEST_TIME, len(words)), first, -1):
        end = words[last - 1].end
        core, kind = next(
            ((core, kind) for core in range(first, last) if (kind := _kind(text[words[core].start : end]))),
            (first, None),
        )
        before = marked(text[words[first].start : words[core].start]) + " "
        # "Who may win" and "who will march" name no month.
        verb = core == first == last - 1 and words[core].form in ("may", "march") and not words[core].capital
        if kind and not verb and (core == first or _BEFORE_TIME.fullmatch(before)):
            yield Phrase(kind, first, core, last)


def _kind(text: str) -> Kind | None:
    """Return which kind of time the whole of `text` is."""
    signs = _POSSESSIVE.sub("", marked(text))
    return next((kind for kind, form in _TIMES if form.fullmatch(signs)), None)


def _is_name(words: Sequence[Word], at: int) -> bool:
    """Whether a word is a proper name or part of one."""
    word = words[at]
    if PLACE.fullmatch(word.form):
        # "Us" is no country where it has no capitals, and "turkey" is one anyhow.
        return word.form != "us" or word.capital
    # "Kim" asks in two languages, and is a name in others.
    tongues = TONGUES if word.opens else [tongue for tongue in TONGUES if tongue is not TURKIC]
    if not word.capital or any(word.form in tongue.asking | tongue.doing | tongue.pointing for tongue in tongues):
        return False
    follows = at + 1 < len(words) and words[at + 1].capital
    return not word.opens or (follows and not words[at + 1].opens)
