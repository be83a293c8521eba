"""Question + candidates -> spans, by the shipped reader."""

from __future__ import annotations

import pytest

from index import Article, Candidate
from index.embeddings import Encoder
from index.passages import Budget, cut, quoted
from index.reading.span_reader import SpanReader
from index.records import Span
from tests.samples import BRIDGE, HARVEST, PORT, visit

from .found import candidate

_TARGET = {
    "English": "what is the trade target?",
    "Russian": "какова цель по торговле?",
    "Persian": "هدف تجارت چیست؟",
}
_ODD = [
    Article("🙂"),
    Article("\u200b\u200b"),
    Article("..."),
    Article("1998"),
    Article("- Saudi Arabia cuts 500,000 barrels.\n\n- Russia cuts 300,000."),
    Article("Баку\u0301 , Тегеран ;\nАнкара : город"),
]
_FILLING = "The council met again on Tuesday and talked about roads, schools, parks and the price of bread. "
_LONG = Article(_FILLING * 35 + "The new bridge over the Orlen cost 310 million euros.")


@pytest.fixture(scope="module")
def found(e5: Encoder) -> list[Candidate]:
    """Return every passage of the sample."""
    [article] = visit()
    passages = cut(article, Budget(e5.max_tokens, 200, 0, e5.count_tokens))
    return [Candidate(one, article, 0.0, None, None) for one in passages]


def _quote(span: Span) -> str:
    source = span.candidate.article.read(span.candidate.passage.field)
    start, end = quoted(source, span.start, span.end)
    return source[start:end]


@pytest.mark.parametrize("question", _TARGET.values(), ids=_TARGET)
def test_the_trade_target_is_read_in_three_languages(reader: SpanReader, found: list[Candidate], question: str) -> None:
    """Of all the sample's passages the best span is one of a sentence that names the sum, in the article's words."""
    best = max(reader.read(question, found), key=lambda span: span.score)
    assert "$10 billion" in _quote(best)


def test_an_english_question_gets_the_sum(reader: SpanReader, found: list[Candidate]) -> None:
    """The span itself holds the sum, and has no room for a sentence."""
    best = max(reader.read("what is the trade target?", found), key=lambda span: span.score)
    assert "$10 billion" in best.text
    assert len(best.text.split()) <= 4


def test_scores_do_not_depend_on_the_order(reader: SpanReader, found: list[Candidate], near: float) -> None:
    """Each candidate has the same span, in whichever place it stands, and spans come in the candidates' order."""
    spans = reader.read("what is the trade target?", found)
    turned = reader.read("what is the trade target?", found[::-1])[::-1]
    assert [span.candidate for span in spans] == [span.candidate for span in turned] == found
    assert [(span.start, span.end) for span in spans] == [(span.start, span.end) for span in turned]
    assert [span.score for span in spans] == pytest.approx([span.score for span in turned], abs=near)


def test_scores_do_not_depend_on_the_company(reader: SpanReader, found: list[Candidate], near: float) -> None:
    """A passage read alone has the score that it has among others, of other lengths."""
    candidates = [*found[:3], candidate(PORT), candidate(BRIDGE, field="header")]
    together = [span.score for span in reader.read("what is the trade target?", candidates)]
    alone = [reader.read("what is the trade target?", [one])[0].score for one in candidates]
    assert together == pytest.approx(alone, abs=near)


def test_what_answers_scores_above_what_does_not(reader: SpanReader) -> None:
    """The passage that answers has a score above 0, and more than one that does not."""
    cost, frost = reader.read("How much did the new terminal cost?", [candidate(PORT), candidate(HARVEST)])
    assert cost.text == "310 million euros"
    assert cost.score > max(0.0, frost.score)


def test_offsets_are_those_of_the_article(reader: SpanReader) -> None:
    """In a passage from the middle of an article the span's offsets count from the article's beginning."""
    [span] = reader.read("Who opened it on Monday?", [candidate(PORT, PORT.text.index("The new"))])
    assert "Ines Falk" in PORT.text[span.start : span.end]


def test_a_header_is_read_by_its_own_offsets(reader: SpanReader) -> None:
    """A fact about the article is found in its header."""
    [span] = reader.read("Who wrote it?", [candidate(PORT, field="header")])
    assert "Ada Byrne and Tom Reed" in PORT.header[span.start : span.end]


def test_a_long_passage_is_read_to_its_end(reader: SpanReader, e5: Encoder) -> None:
    """An answer behind the first 512 tokens is found."""
    assert e5.count_tokens([_LONG.text])[0] > 800
    [span] = reader.read("How much did the new bridge cost?", [candidate(_LONG)])
    assert "310 million" in span.text
    assert span.start > len(_FILLING) * 35


def test_a_span_lies_within_its_passage(reader: SpanReader) -> None:
    """Whatever is read, each candidate has a span of at least one character, with no blanks and commas around it."""
    start = PORT.text.index("The new")
    candidates = [*map(candidate, _ODD), candidate(PORT, start, start + 31), candidate(PORT, field="header")]
    for question in ("When?", "почему", "a, b"):
        spans = reader.read(question, candidates)
        assert [span.candidate for span in spans] == candidates
        for span in spans:
            assert span.candidate.passage.start <= span.start < span.end <= span.candidate.passage.end
            assert span.text == span.text.strip(" \t\n,;:")


@pytest.mark.parametrize("blank", ["\u00a0", "\u2009", "\u3000"], ids=["no-break", "thin", "ideographic"])
def test_no_kind_of_blank_begins_a_span(reader: SpanReader, blank: str) -> None:
    """Blanks of other kinds than the space bar's are no part of an answer either."""
    [span] = reader.read("How much did it cost?", [candidate(Article(f"The terminal cost{blank}310 million euros."))])
    assert span.text == "310 million euros"


def test_nothing_to_read_gives_nothing(reader: SpanReader) -> None:
    """Without candidates there are no spans."""
    assert reader.read("Why?", []) == []
