"""The name of a reader -> the reader."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from index.calibration import Calibration
from index.embeddings import Encoder
from index.reading.sentence_reader import SentenceReader
from index.records import Candidate, Span
from index.settings import SENTENCES, SHIPPED_READER


class Reader(Protocol):
    """Finds in passages what answers a question; usable from any thread.

    `calibration` is what is known of its scores where nobody has calibrated it on articles of their own.
    """

    calibration: Calibration

    def read(self, question: str, candidates: Sequence[Candidate]) -> list[Span]:
        """Return each candidate's best span, in the order of the candidates; their scores can be compared."""
        ...


def load_reader(name: str, encoder: Encoder) -> Reader:
    """Return the reader `name`; `encoder` may lend it what they share. Raises ModelError where it can't be loaded."""
    if name == SENTENCES:
        return SentenceReader(encoder)
    if name == SHIPPED_READER:
        from index.reading.shipped import load_shipped

        return load_shipped(encoder)
    from index.reading.hub import load_hub

    return load_hub(name)
