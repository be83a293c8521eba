"""Question + candidates -> spans: the most similar sentence of each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from index import Article, Candidate
from index import reader as reader_module
from index.embeddings import Encoder, Vectors
from index.reader import SentenceReader
from index.records import Field, Span
from tests.samples import BRIDGE, PORT, passage

_LIST = Article(
    "Presidents who came to the opening of the canal:\n1998: Ann Lee cut the ribbon.\n2007: Bo Dahl gave a speech."
)


def _candidate(article: Article, start: int = 0, end: int | None = None, field: Field = "text") -> Candidate:
    return Candidate(passage(article, start, end, field), article, 0.5, 0.5, None)


def _read(encoder: Encoder, question: str, *candidates: Candidate) -> list[Span]:
    [vector] = encoder.embed_questions([question])
    return SentenceReader(encoder).read(vector, candidates)


def _said(span: Span) -> str:
    return span.candidate.article.read(span.candidate.passage.field)[span.start : span.end]


def test_the_most_similar_sentence_is_the_span(encoder: Encoder) -> None:
    """The span is the sentence that is nearest to the question, its score their cosine."""
    [span] = _read(encoder, "How much did the new terminal cost?", _candidate(PORT))
    assert _said(span) == "The new terminal cost 310 million euros."
    question = encoder.embed_questions(["How much did the new terminal cost?"])[0]
    cosine = float(encoder.embed_passages([_said(span)])[0] @ question)
    assert span.score == pytest.approx(cosine, abs=1e-5)


def test_offsets_are_those_of_the_article(encoder: Encoder) -> None:
    """In a passage from the middle of an article the span's offsets count from the article's beginning."""
    start = PORT.text.index("The new")
    [span] = _read(encoder, "Who opened it on Monday?", _candidate(PORT, start))
    assert PORT.text[span.start : span.end] == "Mayor Ines Falk opened it on Monday."


def test_each_candidate_has_one_span_in_order(encoder: Encoder) -> None:
    """Spans come in the order of the candidates, not of their scores."""
    candidates = [_candidate(BRIDGE), _candidate(PORT), _candidate(PORT, field="header")]
    spans = _read(encoder, "Who opened the terminal?", *candidates)
    assert [span.candidate for span in spans] == candidates
    assert spans[1].score > spans[0].score


def test_a_header_is_read_by_its_own_offsets(encoder: Encoder) -> None:
    """A fact about the article is found in its header."""
    [span] = _read(encoder, "Who wrote it?", _candidate(PORT, field="header"))
    assert "Ada Byrne and Tom Reed" in _said(span)


def test_an_item_is_read_behind_what_introduces_its_list(encoder: Encoder) -> None:
    """An item of a list scores like the item with the sentence before the list, and is shown alone."""
    start = _LIST.text.index("2007")
    [span] = _read(encoder, "Which president came to the canal in 2007?", _candidate(_LIST, start))
    assert _said(span) == "2007: Bo Dahl gave a speech."
    question = encoder.embed_questions(["Which president came to the canal in 2007?"])[0]
    lead = "Presidents who came to the opening of the canal:"
    cosine = float(encoder.embed_passages([f"{lead} {_said(span)}"])[0] @ question)
    assert span.score == pytest.approx(cosine, abs=1e-5)


def test_scores_are_clipped(encoder: Encoder) -> None:
    """A score is never below 0 and never above 1."""
    candidate = _candidate(BRIDGE, 0, 67)
    [vector] = encoder.embed_passages([candidate.passage.text])
    reader = SentenceReader(encoder)
    assert reader.read(np.float32(2) * vector, [candidate])[0].score == 1.0
    assert reader.read(-vector, [candidate])[0].score == 0.0


def test_nothing_to_read_gives_nothing(encoder: Encoder) -> None:
    """Without candidates there are no spans."""
    assert _read(encoder, "Why?") == []


def test_sentences_seen_lately_are_not_embedded_again(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second question about the same passages embeds only what is new, and scores as a new reader does."""
    embedded: list[str] = []
    embed = encoder.embed_passages

    def record(texts: Sequence[str]) -> Vectors:
        embedded.extend(texts)
        return embed(texts)

    monkeypatch.setattr(encoder, "embed_passages", record)
    [vector] = encoder.embed_questions(["Why was it closed?"])
    reader = SentenceReader(encoder)
    reader.read(vector, [_candidate(BRIDGE)])
    both = reader.read(vector, [_candidate(PORT), _candidate(BRIDGE)])
    assert len(embedded) == len(set(embedded)) == 5
    expected = [span.score for span in SentenceReader(encoder).read(vector, [_candidate(PORT), _candidate(BRIDGE)])]
    assert [span.score for span in both] == pytest.approx(expected, abs=1e-5)


def test_what_is_kept_is_bounded(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that has kept too many begins anew, and reads as before."""
    monkeypatch.setattr(reader_module, "_KEPT", 1)
    [vector] = encoder.embed_questions(["Why was it closed?"])
    reader = SentenceReader(encoder)
    first = [span.start for span in reader.read(vector, [_candidate(PORT), _candidate(BRIDGE)])]
    again = [span.start for span in reader.read(vector, [_candidate(PORT), _candidate(BRIDGE)])]
    assert first == again
