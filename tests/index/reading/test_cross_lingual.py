"""Questions in another language than the passages."""

from __future__ import annotations

import pytest

from index import Article
from index.calibration import load_calibration
from index.embeddings import Encoder
from index.reading import load_readers
from index.reading.cross_lingual import CrossLingualReader
from index.reading.sentence_reader import SentenceReader
from index.reading.shipped import FOLDER, FOREIGN, NAME
from index.reading.span_reader import SpanReader
from index.settings import SENTENCES, SHIPPED_READER
from tests.samples import BRIDGE, HARVEST, PORT

from .found import candidate

_LIST = Article(
    "They agreed on three things:\n- a port in Elmsford\n- two trains a day\n- cheaper visas", title="Talks"
)


@pytest.fixture(scope="module")
def foreign(e5: Encoder, reader: SpanReader) -> CrossLingualReader:
    """Return the reader for other languages, on the default models."""
    return CrossLingualReader(SentenceReader(e5), reader, load_calibration(FOLDER, FOREIGN))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Сколько стоил новый терминал?", "310 million euros"),
        ("Yeni terminal ne kadara mal oldu?", "310 million euros"),
        ("Yeni terminal neçəyə başa gəldi?", "310 million euros"),
        ("ترمینال جدید چقدر هزینه داشت؟", "310 million euros"),
    ],
)
def test_the_words_within_the_nearest_sentence_answer(foreign: CrossLingualReader, question: str, answer: str) -> None:
    """In the passage that answers, the few words that do are found, and that passage comes first."""
    candidates = [candidate(BRIDGE), candidate(PORT), candidate(HARVEST)]
    spans = foreign.read(question, candidates)
    assert [span.candidate for span in spans] == candidates
    best = max(spans, key=lambda span: span.score)
    assert answer in best.text
    assert len(best.text.split()) <= 6


def test_spans_stand_in_the_article(foreign: CrossLingualReader) -> None:
    """Their places are the article's, also where the passage begins within it, and in a header."""
    start = PORT.text.index("The new terminal")
    candidates = [candidate(PORT, start), candidate(PORT, field="header"), candidate(_LIST)]
    for span in foreign.read("Сколько стоил новый терминал?", candidates):
        passage = span.candidate.passage
        assert passage.start <= span.start < span.end <= passage.end
        assert span.text == span.candidate.article.read(passage.field)[span.start : span.end]


def test_nothing_to_read_is_no_answer(foreign: CrossLingualReader) -> None:
    """Without passages there are no spans."""
    assert foreign.read("Сколько?", []) == []


def test_which_reader_is_for_other_languages(e5: Encoder, foreign: CrossLingualReader) -> None:
    """With the shipped reader it is this one, with a calibration of its own; without a trained one the sentences."""
    shipped = load_readers(SHIPPED_READER, e5)
    assert isinstance(shipped.foreign, CrossLingualReader)
    assert shipped.foreign.calibration == foreign.calibration
    assert shipped.foreign.calibration.reader == f"{NAME}-foreign"
    sentences = load_readers(SENTENCES, e5)
    assert sentences.own is sentences.foreign
