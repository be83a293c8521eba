"""Question + candidates -> spans: the most similar sentence of each."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from index import Article, Settings
from index.embeddings import Encoder, Vectors
from index.evidence import Evidence
from index.reading import sentence_reader
from index.reading.sentence_reader import SentenceReader
from index.settings import SENTENCES
from tests.samples import BRIDGE, PORT

from .found import candidate

_LIST = Article(
    "Presidents who came to the opening of the canal:\n1998: Ann Lee cut the ribbon.\n2007: Bo Dahl gave a speech."
)


def test_the_most_similar_sentence_is_the_span(encoder: Encoder) -> None:
    """The span is the sentence that is nearest to the question, its score their cosine."""
    [span] = SentenceReader(encoder).read("How much did the new terminal cost?", [candidate(PORT)])
    assert span.text == "The new terminal cost 310 million euros."
    question = encoder.embed_questions(["How much did the new terminal cost?"])[0]
    cosine = float(encoder.embed_passages([span.text])[0] @ question)
    assert span.score == pytest.approx(cosine, abs=1e-5)


def test_offsets_are_those_of_the_article(encoder: Encoder) -> None:
    """In a passage from the middle of an article the span's offsets count from the article's beginning."""
    start = PORT.text.index("The new")
    [span] = SentenceReader(encoder).read("Who opened it on Monday?", [candidate(PORT, start)])
    assert PORT.text[span.start : span.end] == "Mayor Ines Falk opened it on Monday."


def test_each_candidate_has_one_span_in_order(encoder: Encoder) -> None:
    """Spans come in the order of the candidates, not of their scores."""
    candidates = [candidate(BRIDGE), candidate(PORT), candidate(PORT, field="header")]
    spans = SentenceReader(encoder).read("Who opened the terminal?", candidates)
    assert [span.candidate for span in spans] == candidates
    assert spans[1].score > spans[0].score


def test_a_header_is_read_by_its_own_offsets(encoder: Encoder) -> None:
    """A fact about the article is found in its header."""
    [span] = SentenceReader(encoder).read("Who wrote it?", [candidate(PORT, field="header")])
    assert "Ada Byrne and Tom Reed" in span.text


def test_an_item_is_read_behind_what_introduces_its_list(encoder: Encoder) -> None:
    """An item of a list scores like the item with the sentence before the list, and is shown alone."""
    start = _LIST.text.index("2007")
    [span] = SentenceReader(encoder).read("Which president came to the canal in 2007?", [candidate(_LIST, start)])
    assert span.text == "2007: Bo Dahl gave a speech."
    question = encoder.embed_questions(["Which president came to the canal in 2007?"])[0]
    lead = "Presidents who came to the opening of the canal:"
    cosine = float(encoder.embed_passages([f"{lead} {span.text}"])[0] @ question)
    assert span.score == pytest.approx(cosine, abs=1e-5)


def test_scores_are_clipped(encoder: Encoder) -> None:
    """A score is never above 1, and never below 0 where the cosine is."""
    sentence = candidate(BRIDGE, 0, 67)
    [same] = SentenceReader(encoder).read(sentence.passage.text, [sentence])
    assert same.score == pytest.approx(1.0, abs=1e-5)
    assert same.score <= 1.0
    foreign = "how many goals did Messi score?"
    assert encoder.embed_questions([foreign])[0] @ encoder.embed_passages([sentence.passage.text])[0] < 0
    [span] = SentenceReader(encoder).read(foreign, [sentence])
    assert span.score == 0.0


def test_nothing_to_read_gives_nothing(encoder: Encoder) -> None:
    """Without candidates there are no spans."""
    assert SentenceReader(encoder).read("Why?", []) == []


def test_sentences_seen_lately_are_not_embedded_again(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second question about the same passages embeds only what is new, and scores as a new reader does."""
    embedded: list[str] = []
    embed = encoder.embed_passages

    def record(texts: Sequence[str]) -> Vectors:
        embedded.extend(texts)
        return embed(texts)

    monkeypatch.setattr(encoder, "embed_passages", record)
    reader = SentenceReader(encoder)
    reader.read("Why was it closed?", [candidate(BRIDGE)])
    both = reader.read("Why was it closed?", [candidate(PORT), candidate(BRIDGE)])
    assert len(embedded) == len(set(embedded)) == 5
    anew = SentenceReader(encoder).read("Why was it closed?", [candidate(PORT), candidate(BRIDGE)])
    assert [span.score for span in both] == pytest.approx([span.score for span in anew], abs=1e-5)


def test_what_is_kept_is_bounded(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that has kept too many begins anew, and reads as before."""
    monkeypatch.setattr(sentence_reader, "_KEPT", 1)
    reader = SentenceReader(encoder)
    first = reader.read("Why was it closed?", [candidate(PORT), candidate(BRIDGE)])
    assert [span.start for span in first] == [
        span.start for span in reader.read("Why was it closed?", [candidate(PORT), candidate(BRIDGE)])
    ]


def test_its_score_is_its_confidence(encoder: Encoder) -> None:
    """A score counts as a probability, moved so that 0.17 reaches the default of MIN_CONFIDENCE."""
    calibration = SentenceReader(encoder).calibration
    assert calibration.reader == SENTENCES
    scores = {score: Evidence(score, 0.5, 0.5, 1.0, 1.0) for score in (0.0, 0.17, 0.5, 1.0)}
    found = [calibration.confidence(one) for one in scores.values()]
    assert found == pytest.approx([0.03, 0.2, 0.53, 1.0])
    assert Settings.load().min_confidence == 0.2
