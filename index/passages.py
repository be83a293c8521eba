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
class _Run:
    """The units [first, last) as one passage."""

    first: int
    last: int
    passage: Passage


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
        runs = [self._longest(units, 0)] if units else []
        while runs and runs[-1].last < len(units):
            runs.append(self._following(units, runs[-1]))
        return [run.passage for run in runs]

    def _following(self, units: list[_Unit], before: _Run) -> _Run:
        """Return the run that comes after `before`, and shares as many units with it as the overlap allows."""
        starts = range(max(before.first + 1, before.last - self.budget.overlap), before.last + 1)
        run = next(run for start in starts if (run := self._longest(units, start)).last > before.last)
        while run.last == len(units) and run.first - 1 > before.first and self._is_tiny(run.passage):
            longer = self._longest(units, run.first - 1)
            if longer.last < run.last:
                break
            run = longer
        return run

    def _is_tiny(self, passage: Passage) -> bool:
        """Whether `passage` has too few words to stand at the end."""
        return len(passage.text.split()) * _TINY_SHARE < self.budget.words

    def _longest(self, units: list[_Unit], first: int) -> _Run:
        """Return the longest run within the budget that begins with units[first]."""
        start, context = units[first].start, self._context(units[first])
        [title] = self.budget.count([self.title])
        room = self.budget.tokens - title
        last = first
        while last < len(units) and (last == first or units[last].tokens - title <= room):
            room -= units[last].tokens - title
            last += 1
        # That was a guess: it left out the words, and texts can have more tokens together than apart.
        passage = self._passage(start, units[last - 1].end, context)
        while last > first + 1 and not self.budget.fits(passage):
            last -= 1
            passage = self._passage(start, units[last - 1].end, context)
        return _Run(first, last, passage)

    def _context(self, unit: _Unit) -> str:
        """Return the title, and the sentence that introduces `unit` where there is one, and room for it."""
        lead = introduction(self.text, unit.start) if self.field == "text" else None
        if lead is None:
            return self.title
        context = f"{self.title}\n{lead}" if self.title else lead
        return context if self.budget.fits(self._passage(unit.start, unit.end, context)) else self.title

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
