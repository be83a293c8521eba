"""Article -> passages: runs of whole sentences, each with what the embedding model needs in front of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from index.budget import Budget, longest, word_ends
from index.lists import introduction
from index.records import Article, Field, Passage
from index.sentences import quoted, sentences

__all__ = ["Budget", "cut", "introduction", "quoted", "sentences"]

# The title has at most one in so many of the tokens: what stands behind it matters more.
_TITLE_SHARE = 4
# A last passage with less than one in so many of the words begins earlier: a few words are found by chance.
_TINY_SHARE = 4


def cut(article: Article, budget: Budget) -> list[Passage]:
    """Return the passages of the header, then those of the text, in order.

    Each is within `budget`, its context included. Those of the header (none where it is empty) and those of
    the text hold every character but blanks.
    """
    header = _Cutter(article.header, "header", "", budget)
    text = _Cutter(article.text, "text", _shortened(article.title or "", budget), budget)
    return [*header.passages(), *text.passages()]


def _shortened(title: str, budget: Budget) -> str:
    """Return as many whole words of `title` as may stand in front of a passage."""
    end = longest(
        word_ends(title, 0, len(title)), lambda end: budget.count([title[:end]])[0] * _TITLE_SHARE <= budget.tokens
    )
    return title[:end] if end else ""


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence, or a part of one that is too long; `tokens` are its own and those of the title."""

    start: int
    end: int
    tokens: int


@dataclass(frozen=True, slots=True)
class _Cutter:
    """A line of characters to cut, and the title in front of each of its passages."""

    text: str
    field: Field
    title: str
    budget: Budget

    def passages(self) -> list[Passage]:
        """Return the passages in order."""
        units = self._units()
        found: list[Passage] = []
        first, last = -1, 0
        while last < len(units):
            first, last = self._following(units, first, last)
            found.append(self._joined(units, first, last))
        return found

    def _following(self, units: list[_Unit], first: int, last: int) -> tuple[int, int]:
        """Return which units make the passage that comes behind the one of units[first:last]."""
        starts = range(max(first + 1, last - self.budget.overlap), last + 1)
        start, end = next((start, end) for start in starts if (end := self._reach(units, start)) > last)
        if end == len(units):
            while start - 1 > first and self._is_tiny(units, start) and self._reach(units, start - 1) == end:
                start -= 1
        return start, end

    def _is_tiny(self, units: list[_Unit], start: int) -> bool:
        """Whether units[start:] have too few words for a passage of their own."""
        return len(self.text[units[start].start :].split()) * _TINY_SHARE < self.budget.words

    def _reach(self, units: list[_Unit], first: int) -> int:
        """Return where the longest passage that begins with units[first] ends."""
        [title] = self.budget.count([self.title])
        room = self.budget.tokens - title
        last = first
        while last < len(units) and (last == first or units[last].tokens - title <= room):
            room -= units[last].tokens - title
            last += 1
        # That was a guess: it left out the words, and texts can have more tokens together than apart.
        while last > first + 1 and not self.budget.fits(self._joined(units, first, last)):
            last -= 1
        return last

    def _joined(self, units: list[_Unit], first: int, last: int) -> Passage:
        """Return units[first:last] as a passage, behind the sentence that introduces it where there is room."""
        start, end = units[first].start, units[first].end
        lead = introduction(self.text, start) if self.field == "text" else None
        context = "\n".join(part for part in (self.title, lead) if part)
        if lead and not self.budget.fits(self._passage(start, end, context)):
            context = self.title
        return self._passage(start, units[last - 1].end, context)

    def _passage(self, start: int, end: int, context: str) -> Passage:
        """Return text[start:end] as a passage."""
        return Passage(self.text[start:end], self.field, start, end, context)

    def _units(self) -> list[_Unit]:
        """Return the sentences, those that are too long in parts, in order."""
        whole = [self._passage(start, end, self.title) for start, end in sentences(self.text)]
        units: list[_Unit] = []
        for passage, tokens in zip(whole, self.budget.count([one.embedded for one in whole]), strict=True):
            if self.budget.is_short(passage.text) and tokens <= self.budget.tokens:
                units.append(_Unit(passage.start, passage.end, tokens))
            else:
                units.extend(self._parts(passage.start, passage.end))
        return units

    def _parts(self, start: int, end: int) -> Iterator[_Unit]:
        """Yield the parts of a sentence that is too long for a passage, each as long as one can be."""
        while start < end:
            stop = self._stop(start, end)
            [tokens] = self.budget.count([self._passage(start, stop, self.title).embedded])
            yield _Unit(start, stop, tokens)
            start = stop
            while start < end and self.text[start].isspace():
                start += 1

    def _stop(self, start: int, end: int) -> int:
        """Return where the longest part that begins at `start` ends: at a blank, or anywhere if there is none."""
        end = min(end, start + self.budget.characters)

        def fits(stop: int) -> bool:
            return self.budget.fits(self._passage(start, stop, self.title))

        return longest(word_ends(self.text, start, end), fits) or longest(range(start + 1, end + 1), fits) or start + 1
