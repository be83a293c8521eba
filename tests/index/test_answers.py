"""Candidates + spans -> an answer, or the word that there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index import Answer, Article, Candidate
from index.answers import decide, not_found
from index.calibration import Calibration
from index.records import Span
from tests.samples import BRIDGE, HARVEST, PORT, passage

_PORT = Candidate(passage(PORT), PORT, 0.5, 0.8, 1.5)
_BRIDGE = Candidate(passage(BRIDGE), BRIDGE, 0.4, 0.7, None)
_HARVEST = Candidate(passage(HARVEST), HARVEST, 0.1, None, 0.2)


def _span(candidate: Candidate, words: str, score: float) -> Span:
    start = candidate.article.text.index(words)
    return Span(candidate, start, start + len(words), score)


def _calibration(fused: float = 1.0, rivalry: float | None = None) -> Calibration:
    """Return one by which a span's score is the probability."""
    return Calibration(reader="x", fused=fused, intercept=0, weights={"span": 1}, link="identity", rivalry=rivalry)


def _decide(*spans: Span, least: float = 0.0, weight: float = 1.0) -> Answer:
    return decide("?", [_PORT, _BRIDGE, _HARVEST], spans, _calibration(weight), least)


def test_the_best_span_is_the_answer() -> None:
    """The span with the best sum of its score and its candidate's fused one is quoted in its whole sentence."""
    answer = _decide(_span(_PORT, "4 million containers", 0.6), _span(_BRIDGE, "cracks", 0.65))
    assert (answer.status, answer.answer, answer.reason) == ("answered", "4 million containers", None)
    assert (answer.field, answer.start, answer.end) == ("text", 33, 53)
    assert PORT.text[33:53] == answer.answer
    assert answer.quote == "The port of Elmsford will handle 4 million containers a year from 2026."
    assert (answer.confidence, answer.article) == (0.6, PORT)


def test_a_span_over_two_sentences_is_quoted_with_both() -> None:
    """The quote holds every sentence that the span touches."""
    answer = _decide(_span(_PORT, "2026. The new", 0.9))
    assert answer.quote == PORT.text[: PORT.text.index("\n")]


def test_passages_come_in_their_final_order() -> None:
    """What was read is ordered by the sums, what was not read follows as far below as it was, and scores fall."""
    answer = _decide(_span(_PORT, "port", 0.2), _span(_BRIDGE, "bridge", 0.9))
    assert [one.article for one in answer.passages] == [BRIDGE, PORT, HARVEST]
    assert [one.score for one in answer.passages] == pytest.approx([1.3, 0.7, 0.3])
    assert [(one.dense, one.bm25) for one in answer.passages] == [(0.7, None), (0.8, 1.5), (None, 0.2)]


def test_the_fused_score_weighs_as_it_is_set() -> None:
    """Without weight the span's own score decides; with much weight the fused one does."""
    spans = (_span(_PORT, "port", 0.8), _span(_BRIDGE, "bridge", 0.85))
    assert _decide(*spans, weight=0.0).article == BRIDGE
    assert [one.score for one in _decide(*spans, weight=0.0).passages] == pytest.approx([0.85, 0.8, 0.4])
    assert _decide(*spans, weight=2.0).article == PORT
    assert [one.score for one in _decide(*spans, weight=2.0).passages] == pytest.approx([1.8, 1.65, 1.25])


@example(fused=[0.2, 0.2], scores=[0.1], weight=0.0)  # 0.1 + 0.2 - 0.2 is more than 0.1
@given(st.lists(st.floats(-100, 100), max_size=10), st.lists(st.floats(-20, 20), max_size=10), st.floats(0, 3))
def test_scores_fall_along_the_passages(fused: list[float], scores: list[float], weight: float) -> None:
    """Whatever was read and whatever the scores, every passage is there once, and none has more than the one before."""
    article = Article("x" * 20)
    places = [passage(article, at) for at in range(len(fused))]
    ordered = sorted(fused, reverse=True)
    candidates = [Candidate(one, article, score, None, None) for one, score in zip(places, ordered, strict=True)]
    spans = [Span(one, one.passage.start, 20, score) for one, score in zip(candidates, scores, strict=False)]
    found = decide("?", candidates, spans, _calibration(weight), 0.0).passages
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert sorted(one.passage.start for one in found) == list(range(len(fused)))


@pytest.mark.parametrize(("least", "status"), [(0.0, "answered"), (0.6, "answered"), (0.61, "not_found")])
def test_a_score_below_the_least_is_no_answer(least: float, status: str) -> None:
    """A score that reaches the least confidence is enough."""
    assert _decide(_span(_PORT, "port", 0.6), least=least).status == status


def test_without_an_answer_the_passages_are_kept() -> None:
    """The nearest passages, the confidence and the reason are given, and nothing that could be taken for an answer."""
    answer = _decide(_span(_PORT, "port", 0.6), least=1.0)
    assert (answer.status, answer.reason, answer.confidence) == ("not_found", "not_in_articles", 0.6)
    assert [one.article for one in answer.passages] == [PORT, BRIDGE, HARVEST]
    assert (answer.answer, answer.field, answer.start, answer.end) == (None, None, None, None)
    assert (answer.quote, answer.article) == (None, None)


def test_nothing_read_is_no_answer() -> None:
    """Without a span there is no answer, at any confidence."""
    answer = decide("?", [], [], _calibration(), 0.0)
    assert answer == Answer("?", "not_found", 0.0, reason="not_in_articles")


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (5, 5), (6, 5), (0, len(PORT.text) + 1), (900, 950)])
def test_a_span_outside_the_article_is_never_sent(start: int, end: int) -> None:
    """Offsets that do not lie in the stored text give no answer."""
    answer = _decide(Span(_PORT, start, end, 0.9))
    assert (answer.status, answer.reason, answer.confidence) == ("not_found", "not_in_articles", 0.0)
    assert len(answer.passages) == 3


@pytest.mark.parametrize(("score", "is_one"), [(1.5, True), (0.6, True), (0.4, False), (-1.0, False)])
def test_a_rival_is_another_article_s_other_answer(score: float, is_one: bool) -> None:
    """A different answer of another article comes along if it scores above 0 and less than the rivalry below."""
    spans = [_span(_PORT, "2026", 1.5), _span(_BRIDGE, "Friday", score)]
    answer = decide("?", [_PORT, _BRIDGE], spans, _calibration(rivalry=1.0), 0.0)
    assert answer.answer == "2026"
    assert answer.rival == (spans[1] if is_one else None)
    assert decide("?", [_PORT, _BRIDGE], spans, _calibration(rivalry=None), 0.0).rival is None


def test_a_copy_of_the_story_is_no_rival() -> None:
    """What another paper's copy of the same report says elsewhere is no different answer of another source."""
    spans = [_span(_PORT, "4 million", 0.9), _span(_BRIDGE, "cracks", 0.8)]
    copies = [replace(one, candidate=replace(one.candidate, story=3)) for one in spans]
    found = [decide("?", [_PORT, _BRIDGE], some, _calibration(rivalry=1.0), 0.0).rival for some in (spans, copies)]
    assert found == [spans[1], None]


def test_an_answer_is_no_rival_of_itself() -> None:
    """The same words in another article, and other words in the same one, are none."""
    again = Article("Elmsford was there in 2026, on a Friday.")
    copy = Candidate(passage(again), again, 0.4, 0.7, None)
    spans = [_span(_PORT, "2026", 1.5), _span(copy, "2026", 1.4), _span(_PORT, "310 million", 1.3)]
    assert decide("?", [_PORT, copy], spans, _calibration(rivalry=1.0), 0.0).rival is None


def test_a_header_is_quoted_by_its_own_offsets() -> None:
    """An answer from the header points into the header line."""
    header = Candidate(passage(PORT, field="header"), PORT, 0.5, 0.5, None)
    start = PORT.header.index("Ada")
    answer = decide("?", [header], [Span(header, start, start + 9, 0.9)], _calibration(), 0.0)
    assert (answer.answer, answer.field) == ("Ada Byrne", "header")
    assert PORT.header[answer.start : answer.end] == "Ada Byrne"
    assert "Ada Byrne and Tom Reed" in (answer.quote or "")
    assert (answer.quote or "") in PORT.header


def test_not_found_says_why() -> None:
    """A question that was none has its reason, no passages and no confidence."""
    assert not_found(" ", "empty_question") == Answer(" ", "not_found", 0.0, reason="empty_question")


def test_other_answers_are_different_and_likely_enough() -> None:
    """Each differs from those before it and reaches the threshold alone; there are at most four, best first."""
    words = ("port", "4 million containers", "2026", "port of Elmsford", "year", "handle")
    scores = (0.9, 0.8, 0.1, 0.7, 0.6, 0.5)
    spans = [_span(_PORT, text, score) for text, score in zip(words, scores, strict=True)]
    copies = [_PORT] * len(spans)
    found = decide("?", copies, spans, _calibration(rivalry=1.0), 0.3)
    assert (found.answer, [one.text for one in found.others]) == ("port", ["4 million containers", "year", "handle"])
    assert decide("?", copies, spans, _calibration(rivalry=None), 0.3).others == ()
    many = [_span(_PORT, word, 0.9) for word in ("port", "Elmsford", "handle", "4 million", "containers", "year")]
    assert len(decide("?", copies, many, _calibration(rivalry=1.0), 0.3).others) == 4
