"""How well an answer agrees with the accepted ones, and whether a passage holds one of them."""

from __future__ import annotations

import re
import string
import unicodedata
from collections import Counter
from collections.abc import Sequence

_ARTICLES = re.compile(r"\b(a|an|the)\b")
_QUOTES = re.compile("[‘’“”\"'`]")
_OTHER_MARKS = re.compile(r"[^\w\s.%$]|(?<!\d)\.|\.(?!\d)")
_PUNCTUATION = str.maketrans("", "", string.punctuation + "“”‘’")
_RIGHT_F1 = 0.5
_WORDS_AROUND = 15  # an accepted answer within a sentence is an answer, within a page it is not


def normalise(text: str) -> str:
    """Return what passages are compared by: lower case, no articles, no quotation marks, punctuation as blanks.

    Percent and dollar signs stay, as does the point within a number.
    """
    text = _QUOTES.sub("", unicodedata.normalize("NFKC", text).lower())
    return " ".join(_ARTICLES.sub(" ", _OTHER_MARKS.sub(" ", text)).split())


def holds(passage: str, answers: Sequence[str]) -> bool:
    """Return whether one of the answers stands in the passage as whole words."""
    words = normalise(passage)
    return any(_within(answer, words) for answer in map(normalise, answers) if answer)


def normalise_answer(text: str) -> str:
    """Return what answers are compared by: lower case, no punctuation, no articles (SQuAD; curly quotes go too)."""
    return " ".join(_ARTICLES.sub(" ", text.lower().translate(_PUNCTUATION)).split())


def exact_match(answer: str, accepted: Sequence[str]) -> bool:
    """Return whether the answer is one of the accepted ones (Rajpurkar et al. 2016, section 6.1)."""
    said = normalise_answer(answer)
    return any(said == normalise_answer(one) for one in accepted)


def f1(answer: str, accepted: str) -> float:
    """Return the harmonic mean of precision and recall over words, 0 to 1 (Rajpurkar et al. 2016, section 6.1)."""
    said, wanted = normalise_answer(answer).split(), normalise_answer(accepted).split()
    shared = (Counter(said) & Counter(wanted)).total()
    return 2 * shared / (len(said) + len(wanted)) if shared else 0.0


def best_f1(answer: str, accepted: Sequence[str]) -> float:
    """Return the F1 with the accepted answer that it agrees with best, 0 where there is none."""
    return max((f1(answer, one) for one in accepted), default=0.0)


def is_right(answer: str, accepted: Sequence[str]) -> bool:
    """Return whether the answer would satisfy a person who expects one of the accepted ones.

    They share an F1 of at least 0.5, or one stands in the other as whole words, with at most 15 words around
    the accepted one.
    """
    return any(_agree(answer, one) for one in accepted)


def _agree(answer: str, accepted: str) -> bool:
    said, wanted = normalise_answer(answer), normalise_answer(accepted)
    if not said:
        return False
    short = len(said.split()) <= len(accepted.split()) + _WORDS_AROUND  # an article of the accepted one counts
    return f1(answer, accepted) >= _RIGHT_F1 or (short and _within(wanted, said)) or _within(said, wanted)


def _within(inner: str, outer: str) -> bool:
    """Return whether normalised words stand in others, one behind the other."""
    return f" {inner} " in f" {outer} "
