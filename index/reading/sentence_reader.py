"""Question + candidates -> whole sentences, scored by the cosine of their vectors and the question's.

What there is without a trained reader: the most similar sentence is taken for the answer. That finds answers, and
can hardly tell when there is none.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence

import numpy as np

from index.calibration import Calibration
from index.embeddings import Encoder, Vectors
from index.passages import introduction, sentences
from index.records import Candidate, Span
from index.settings import SENTENCES

# Scores of sentences are no probabilities. Of 33 questions about something else altogether, in five languages, 25 stay
# below 0.17 on the sample, of 23 that it answers rightly 22 come above: what is added brings that to the default of
# MIN_CONFIDENCE. A related question without an answer can have 0.4: no threshold refuses that.
_CALIBRATION = Calibration(reader=SENTENCES, fused=1, intercept=0.03, weights={"span": 1}, link="identity")
# Sentences whose vectors are kept, some 30 MB of them: what is asked about today is asked about again.
_KEPT = 20_000


class SentenceReader:
    """Reads passages by the embedding model; usable from any thread."""

    def __init__(self, encoder: Encoder) -> None:
        """Read with `encoder`."""
        self.calibration = _CALIBRATION
        self.encoder = encoder
        self._lock = threading.Lock()
        self._rows: dict[str, Vectors] = {}

    def read(self, question: str, candidates: Sequence[Candidate]) -> list[Span]:
        """Return each candidate's best sentence, in the order of the candidates.

        A span's score is 1 for the question itself and 0 for a sentence that has nothing to do with it.
        """
        [vector] = self.encoder.embed_questions([question])
        places = [(candidate, start, end) for candidate in candidates for start, end in _sentences(candidate)]
        cosines = self._embed([_read_as(*place) for place in places]) @ vector
        scores = (cosines - self.encoder.unrelated) / (1 - self.encoder.unrelated)
        best: dict[int, Span] = {}
        for (candidate, start, end), score in zip(places, scores.tolist(), strict=True):
            key = id(candidate)
            if key not in best or score > best[key].score:
                best[key] = Span(candidate, start, end, min(1.0, max(0.0, score)))
        return [best[id(candidate)] for candidate in candidates if id(candidate) in best]

    def _embed(self, texts: Sequence[str]) -> Vectors:
        """Return a unit row for each text, float32 of shape (n, dimension); those seen lately cost nothing."""
        with self._lock:
            if len(self._rows) > _KEPT:
                self._rows.clear()
            new = [text for text in dict.fromkeys(texts) if text not in self._rows]
            self._rows.update(zip(new, self.encoder.embed_passages(new), strict=True))
            return np.array([self._rows[text] for text in texts]).reshape(-1, self.encoder.dimension)


def _sentences(candidate: Candidate) -> list[tuple[int, int]]:
    """Return the offsets of the candidate's sentences in what its field names."""
    passage = candidate.passage
    return [(passage.start + start, passage.start + end) for start, end in sentences(passage.text)]


def _read_as(candidate: Candidate, start: int, end: int) -> str:
    """Return a sentence as it is embedded: the item of a list behind the sentence that introduces the list."""
    text = candidate.article.read(candidate.passage.field)
    lead = introduction(text, start) if candidate.passage.field == "text" else None
    return f"{lead} {text[start:end]}" if lead else text[start:end]
