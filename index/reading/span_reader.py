"""Question + candidates -> spans, read by a network that was trained for it."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from index.calibration import Calibration
from index.reading.encoding import Encoding, Window
from index.reading.spans import best_span
from index.records import Candidate, Span, day

if TYPE_CHECKING:
    from index.reading.network import Network

# Windows that go through the network at once: more take more memory and, on two cores, no less time.
_BATCH = 4
_TITLE = 200  # characters
# What is not wanted around an answer: blanks of any kind, and what divides parts of a sentence.
_AROUND = re.compile(r"^[\s,;:]+|[\s,;:]+$")


class SpanReader:
    """An extractive reader (Devlin et al. 2019, section 4.3); usable from any thread, one at a time."""

    def __init__(self, network: Network, encoding: Encoding, calibration: Calibration) -> None:
        """Read with `network` what `encoding` makes of the passages; `calibration` is of its scores."""
        self.calibration = calibration
        self._network = network
        self._encoding = encoding
        self._lock = threading.Lock()

    def read(self, question: str, candidates: Sequence[Candidate]) -> list[Span]:
        """Return each candidate's best span, in the order of the candidates.

        Its score is by how much it answers better than nothing in the passage does, in natural units of log odds:
        above 0 where the passage answers, below where it does not.
        """
        windows = [(n, window) for n, one in enumerate(candidates) for window in self._windows(question, one)]
        best: dict[int, Span] = {}
        with self._lock:
            for (number, window), logits in self._logits(windows):
                found = best_span(logits, window)
                if number not in best or found.score > best[number].score:
                    best[number] = _span(candidates[number], found.start, found.end, found.score)
        return [best[number] for number in sorted(best)]

    def _windows(self, question: str, candidate: Candidate) -> list[Window]:
        return self._encoding.windows(question, _lead(candidate), candidate.passage.text)

    def _logits(
        self, windows: list[tuple[int, Window]]
    ) -> Iterator[tuple[tuple[int, Window], npt.NDArray[np.float32]]]:
        """Yield the logits of each window, shape (tokens, 2), those of about the same length in one batch."""
        windows = sorted(windows, key=lambda one: len(one[1].ids))
        for first in range(0, len(windows), _BATCH):
            batch = windows[first : first + _BATCH]
            yield from zip(batch, self._network.logits([window for _, window in batch]), strict=True)


def _lead(candidate: Candidate) -> str:
    """Return what the reader reads in front of a passage of the text: its title, its date, what introduces a list."""
    article = candidate.article
    if candidate.passage.field == "header":
        return ""
    date = day(article.published) if article.published else ""
    title = (article.title or "")[:_TITLE]
    # The context is the title, shortened where it is long, and then the introduction on a line of its own.
    introduction = candidate.passage.context.rpartition("\n")[2]
    introduction = "" if (article.title or "").startswith(introduction) else introduction
    return "\n".join(part for part in (". ".join(part for part in (title, date) if part), introduction) if part)


def _span(candidate: Candidate, start: int, end: int, score: float) -> Span:
    """Return passage.text[start:end], without blanks and commas around it, as a span of the article."""
    text = candidate.passage.text[start:end]
    bare = _AROUND.sub("", text)
    if bare:
        start += text.index(bare)
        end = start + len(bare)
    return Span(candidate, candidate.passage.start + start, candidate.passage.start + end, score)
