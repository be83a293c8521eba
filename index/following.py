"""A follow-up and the question before it -> the whole question that it asks.

It is made of the words of both and of the answer between them; only "'s" is added. What may be a question of its own
is left alone: asked as it is, it is answered or refused, while a wrong reading answers what nobody asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.about import aspect_of
from index.ellipses import completed
from index.following_names import (
    AND,
    CASES,
    COPULAS,
    OF_SEVERAL,
    PERSONS,
    WHICH,
    WHO,
    WHO_ANYWHERE,
    Case,
    stands_alone,
)
from index.following_words import BEFORE_NAMES, TONGUES, Tongue
from index.normal import one_line
from index.phrases import Kind, Word, joined, names, question_words, span, times
from index.time_signs import folded

_MOST_CHARS = 1_000
_MOST_WORDS = 14  # of a follow-up
_MOST_BARE = 5  # words of one that names nothing
_MOST_ANSWER = 6  # words of an answer that a pronoun stands for
_SURPRISE = {folded(word) for word in ("what", "что", "nə", "چی", "چه")}
_ARABIC = re.compile("[\u0600-\u06ff]")
_MARKS = " ?؟!.…,;:،"


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question, and the words and the sentence that answered it; None where nothing did."""

    question: str
    answer: str | None
    quote: str | None


def understood(question: str, before: Exchange) -> str | None:
    """Return the whole question that a follow-up asks, at most 1,000 characters; None where it stands alone."""
    text, asked = one_line(question), one_line(before.question)
    if not text or not asked or max(len(text), len(asked)) > _MOST_CHARS or aspect_of(text) is not None:
        return None
    words = question_words(text)
    if not 0 < len(words) <= _MOST_WORDS or any(word.opens for word in words[1:]):
        return None
    exchange = Exchange(asked, one_line(before.answer), one_line(before.quote))
    for tongue in TONGUES:
        whole = _understood(text, words, tongue, exchange)
        if whole:
            return whole if len(whole) <= _MOST_CHARS else None
    return None


def _understood(text: str, words: list[Word], tongue: Tongue, before: Exchange) -> str | None:
    """Return the whole question, if `text` is a follow-up in this tongue."""
    whole = completed(text, words, tongue, before.question)
    if whole:
        return whole
    opening = tongue.opening.match(joined(text, words) + " ")
    rest = words[len(opening[0].split()) if opening else 0 :]
    if not rest:
        return None
    text = text[rest[0].start :]
    rest = question_words(text)
    if _says_nothing(rest, tongue):
        return _with_quote(text, before)
    return _about_somebody(text, rest, tongue, before)


def _says_nothing(words: list[Word], tongue: Tongue) -> bool:
    """Whether it asks about a sentence without a word of its own: "why?", "who said that?"."""
    forms = [part for word in words for part in word.form.split("'")]
    if len(forms) > _MOST_BARE or not tongue.asking & set(forms) or (len(forms) == 1 and forms[0] in _SURPRISE):
        return False
    bare = tongue.asking | tongue.beside_asking
    points = bool(tongue.pointing & set(forms))
    return all(form in bare or (points and form in tongue.doing | tongue.pointing) for form in forms)


def _about_somebody(text: str, words: list[Word], tongue: Tongue, before: Exchange) -> str | None:
    """Return a question with what its pronoun stands for, where it names nobody before that."""
    line = joined(text, words)
    found = next(filter(None, (pattern.match(line) for pattern in tongue.backward)), None)
    if not found:
        return None
    pronoun = found["pronoun"]
    at = len(line[: found.start("pronoun")].split())
    case = CASES.get(pronoun, Case.THING)
    # "Why is it called Scotland?" means Scotland.
    named = words if case is Case.THING else words[:at]
    if any(word.capital and not word.opens for word in named):
        return None
    name = None if case is Case.THING else _meant(pronoun, before)
    if name is None:
        return _with_quote(text, before)
    if case is Case.OTHER:
        return f"{name}: {text[0].lower()}{text[1:]}"
    owner = case is Case.OWNER or (pronoun == "her" and at < len(words) - 1)
    return text[: words[at].start] + name + ("'s" if owner else "") + text[words[at].end :]


def _meant(pronoun: str, before: Exchange) -> str | None:
    """Return whom a pronoun stands for: the answer if it is a person or a group, else the one name in the question."""
    asked = before.question
    words = question_words(asked)
    found = names(words, times(words, asked))
    named = [at for one in found for at in range(one.first, one.last)]
    # "Who is Ann Lee?", the mayor: a name says more.
    who_is = len(found) == 1 and all(at in named or word.form in WHO | COPULAS for at, word in enumerate(words))
    if before.answer and not who_is and _asks_who(words) and len(before.answer.split()) <= _MOST_ANSWER:
        return before.answer.strip(_MARKS)
    pair = len(found) == 2 and found[0].last + 1 == found[1].first and words[found[0].last].form in AND
    first, last = (found[0], found[-1]) if (pair and pronoun in OF_SEVERAL) or len(found) == 1 else (None, None)
    if first is None or last is None or (first.kind is Kind.PLACE and pronoun not in OF_SEVERAL):
        return None
    if first.first and words[first.first - 1].form in BEFORE_NAMES:
        return None
    name = asked[words[first.first].start : span(words, asked, last)[1]]
    return name if stands_alone(name, pronoun) else None


def _asks_who(words: list[Word]) -> bool:
    """Whether it asks for a person or a group."""
    pairs = list(zip([None, *words], words, strict=False))
    return any(
        (word.form in WHO_ANYWHERE and (word.opens or not word.capital))
        or (word.form.removesuffix("'s") in WHO and (word.opens or (before and before.opens)))
        or (word.form in PERSONS and before and before.form in WHICH)
        for before, word in pairs
    )


def _with_quote(text: str, before: Exchange) -> str | None:
    """Return the question and behind it the sentence that it is about; None where there is none.

    The sentence says what "that" is in any language, and a reader looks for the rest of it.
    """
    if not before.quote:
        return None
    bare = text.rstrip(_MARKS)
    mark = "؟" if _ARABIC.search(bare) else "?"
    room = _MOST_CHARS - len(bare) - len(mark) - 1
    quote = before.quote
    if len(quote) > room:
        quote = quote[: room + 1].rpartition(" ")[0] or quote[:room]
    return f"{bare}{mark} {quote}"
