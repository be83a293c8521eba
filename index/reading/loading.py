"""The name of a reader -> the reader, and one for questions in other languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from index.calibration import Calibration, load_calibration
from index.embeddings import Encoder
from index.reading.cross_lingual import CrossLingualReader
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


@dataclass(frozen=True, slots=True)
class Readers:
    """The reader for questions in the language of the passages, and the one for questions in another."""

    own: Reader
    foreign: Reader


def load_readers(name: str, encoder: Encoder) -> Readers:
    """Return the reader `name`, with what reads other languages. Raises ModelError where it can't be loaded.

    `encoder` may lend them what they share.
    """
    sentences = SentenceReader(encoder)
    if name == SENTENCES:
        return Readers(sentences, sentences)
    if name == SHIPPED_READER:
        from index.reading.shipped import FOLDER, FOREIGN, load_shipped

        own = load_shipped(encoder)
        return Readers(own, CrossLingualReader(sentences, own, load_calibration(FOLDER, FOREIGN)))
    from index.reading.hub import load_hub

    # Most readers on the hub know one language.
    return Readers(load_hub(name), sentences)
