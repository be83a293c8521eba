"""A fragment such as "and in 2023?" and the question before it -> that question, asked of what the fragment names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.about import aspect_of
from index.following_words import BEFORE_NAMES, ENGLISH, PERSIAN, TONGUES, TURKIC, Tongue
from index.phrases import Kind, Phrase, Word, joined, names, question_words, span, times
from index.time_signs import folded

_MOST_WORDS = 6  # of a fragment
_MOST_COMMON = 3  # of what is no name in it, and of what that takes the place of
_MOST_BARE = 2  # of it behind a mere "and", where more may be a sentence; without articles to tell, one
_TIMES = (Kind.YEAR, Kind.MONTH, Kind.DAY, Kind.WEEKDAY, Kind.ADVERB)
_MARKS = " ?؟!.…"
_ASKING_END = ("?", "؟")
_ARTICLES = ("the", "a", "an")
_NO_PART = BEFORE_NAMES.union(*(one.asking | one.doing | one.pointing | one.never for one in TONGUES))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a fragment: "in the US" is whole, "the US" its body; `kind` is None for what is no name."""

    kind: Kind | None
    whole: str
    body: str
    preposition: str | None
    article: bool = False


def completed(text: str, words: Sequence[Word], tongue: Tongue, asked: str) -> str | None:
    """Return the question `asked` with what `text` names where it named its like; None where `text` is no fragment."""
    pieces = _pieces(text, words, tongue)
    if not pieces or aspect_of(asked) is not None or not _is_question(asked):
        return None
    for piece in pieces:
        if piece.kind and f" {folded(piece.body)} " in f" {joined(asked, question_words(asked))} ":
            return None  # it is asked of that already
        put = _put_time if piece.kind in _TIMES else _put_name if piece.kind else _put_noun
        asked = put(asked, piece, "" if tongue is TURKIC else "،" if tongue is PERSIAN else ",")
    return asked if _ended(asked) < len(asked) else asked + text[_ended(text) :]


def _is_question(asked: str) -> bool:
    """Whether the last of its sentences asks: no sentence was put behind it to say what is meant."""
    return asked.endswith(_ASKING_END) or not any(word.opens for word in question_words(asked)[1:])


def _pieces(text: str, words: Sequence[Word], tongue: Tongue) -> list[_Piece]:
    """Return the time and the rest of a fragment, either of which may be missing; nothing for a sentence."""
    line = joined(text, words)
    opening, closing = tongue.opening.match(line), tongue.closing.search(line)
    first = len(opening[0].split()) if opening else 0
    rest = words[first : len(words) - (len(closing[0].split()) if closing else 0)]
    asks = text.endswith(_ASKING_END)
    if not 0 < len(rest) <= _MOST_WORDS or not (opening or closing or asks):
        return []
    named = times(rest, text)
    time = named[0] if len(named) == 1 else None
    if len(named) > 1 or (time and time.first > 0 and time.last < len(rest)):
        return []
    others = [word for at, word in enumerate(rest) if not time or not time.first <= at < time.last]
    thing = _thing(text, others, tongue) if others else None
    if others and not thing:
        return []
    if not opening and not closing and thing and not (thing.kind and thing.preposition):
        return []
    explicit = closing or (opening and len(opening[0].split()) > 1)
    if thing and not thing.kind and not explicit:
        most = _MOST_BARE if tongue is ENGLISH else 1
        if not asks or len(thing.body.split()) - thing.article > most:
            return []
    return ([_time(text, rest, time)] if time else []) + ([thing] if thing else [])


def _time(text: str, words: Sequence[Word], found: Phrase) -> _Piece:
    start, end = span(words, text, found)
    before = words[found.first].form if found.core > found.first else None
    return _Piece(found.kind, _whole(text, words[found.first], end, before), text[start:end], before)


def _thing(text: str, words: Sequence[Word], tongue: Tongue) -> _Piece | None:
    """Return what is left of a fragment without its time; None where it may be a sentence."""
    before = words[0].form if words[0].form in tongue.before_names else None
    body = words[1:] if before else words
    article = bool(body) and body[0].form in _ARTICLES
    bare = body[1:] if article else body
    found = names(bare, [])
    named = [at for one in found for at in range(one.first, one.last)]
    if not bare or any(word.form in _NO_PART for at, word in enumerate(bare) if at not in named):
        return None
    kind = found[0].kind if len(found) == 1 and found[0].last - found[0].first == len(bare) else None
    if kind is None and len(bare) > _MOST_COMMON:
        return None
    end = span(bare, text, found[0])[1] if kind else bare[-1].end
    return _Piece(kind, _whole(text, words[0], end, before), text[body[0].start : end], before, article)


def _whole(text: str, first: Word, end: int, preposition: str | None) -> str:
    """Return a piece with its preposition, which has no capital within a question."""
    whole = text[first.start : end]
    return whole[0].lower() + whole[1:] if preposition else whole


def _put_time(asked: str, piece: _Piece, comma: str) -> str:
    """Return the question with another time; of several times that of the same kind gives way."""
    words = question_words(asked)
    found = times(words, asked)
    alike = [one for one in found if one.kind is piece.kind]
    if not found or (len(found) > 1 and len(alike) != 1):
        adverbial = piece.preposition or piece.kind is Kind.ADVERB
        return _appended(asked, piece.whole, "" if adverbial else comma)
    old = alike[0] if len(found) > 1 else found[0]
    start, end = span(words, asked, old)
    owner = words[old.last - 1].end > end
    if old.core > old.first and (piece.preposition or piece.kind is Kind.ADVERB):
        return asked[: words[old.first].start] + piece.whole + asked[end:]
    whole = old.kind is Kind.ADVERB and not owner and old.core == old.first
    return asked[:start] + (piece.whole if whole else piece.body) + asked[end:]


def _put_name(asked: str, piece: _Piece, comma: str) -> str:
    """Return the question with another name: that behind the same preposition, else the only one, gives way."""
    words = question_words(asked)
    taken = times(words, asked)
    found = names(words, taken)
    alike = [one for one in found if one.kind is piece.kind]
    if piece.preposition is None:
        old = _only(alike)
        if old is None and not alike:
            old = _only(found)
            if old and piece.kind is Kind.PLACE and _before(words, old) is None and not _owns(words, asked, old):
                old = None
        if old is None:
            return _appended(asked, piece.body, comma)
        return _exchanged(asked, words, old, piece.body, from_preposition=False, article=piece.article)
    behind = [one for one in found if _preposition(words, one) == piece.preposition]
    old = _only([one for one in behind if one in alike]) or _only(behind)
    end = next((one.first for one in taken if one.last == len(words)), len(words))
    if old is None and alike and alike[-1].last == end and not _owns(words, asked, alike[-1]):
        old = alike[-1]
    if old is None:
        return _appended(asked, piece.whole, "")
    return _exchanged(asked, words, old, piece.whole, from_preposition=True, article=piece.article)


def _put_noun(asked: str, piece: _Piece, comma: str) -> str:
    """Return the question with other words behind its last preposition, if that has only common words behind it."""
    words = question_words(asked)
    taken = times(words, asked)
    named = [*taken, *names(words, taken)]
    at = max((at for at, word in enumerate(words) if word.form in BEFORE_NAMES), default=0)
    plain = not any(one.last > at for one in named) and 0 < len(words) - at - 1 <= _MOST_COMMON
    if not plain or at == 0 or piece.preposition not in (None, words[at].form):
        return _appended(asked, piece.whole, "" if piece.preposition else comma)
    return asked[: words[at + 1].start] + piece.body + asked[words[-1].end :]


def _only(found: Sequence[Phrase]) -> Phrase | None:
    return found[0] if len(found) == 1 else None


def _owns(words: Sequence[Word], asked: str, phrase: Phrase) -> bool:
    return span(words, asked, phrase)[1] < words[phrase.last - 1].end


def _before(words: Sequence[Word], phrase: Phrase) -> int | None:
    """Return the place of the preposition before a phrase, over its article."""
    at = phrase.first - 1
    at -= at >= 0 and words[at].form in _ARTICLES
    return at if at >= 0 and words[at].form in BEFORE_NAMES else None


def _preposition(words: Sequence[Word], phrase: Phrase) -> str | None:
    at = _before(words, phrase)
    return None if at is None else words[at].form


def _exchanged(
    asked: str, words: Sequence[Word], old: Phrase, new: str, *, from_preposition: bool, article: bool
) -> str:
    """Return the question with a name exchanged, its own preposition and article included where `new` has them."""
    first, before = old.first, _before(words, old)
    # "The population of the US", and Iran; but "the Iran deal", and Iraq.
    if first and words[first - 1].form in _ARTICLES and (article or old.last == len(words)):
        first -= 1
    if from_preposition and before is not None:
        first = before
    return asked[: words[first].start] + new + asked[span(words, asked, old)[1] :]


def _appended(asked: str, piece: str, comma: str) -> str:
    at = _ended(asked)
    return f"{asked[:at]}{comma} {piece}{asked[at:]}"


def _ended(text: str) -> int:
    """Return where the marks at the end of a question begin."""
    return len(text.rstrip(_MARKS))
