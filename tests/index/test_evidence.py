"""Spans -> their order, and what speaks for the first of them."""

from __future__ import annotations

from dataclasses import replace
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Article, Candidate
from index.evidence import Evidence, agree, ranked
from index.records import Span
from tests.samples import passage

_TRADE = Article("Trade is to reach $10 billion.", title="Trade")
_AGAIN = Article("They want 10 billion in five years.", title="Visit")
_OTHER = Article("Trade reached $580 million in 2024.", title="Figures")
_SCORES = st.floats(-1e6, 1e6)


def _span(article: Article, words: str, score: float, dense: float | None = 0.5, share: float = 0.25) -> Span:
    found = Candidate(passage(article), article, 1.0, dense, 2.0, share)
    start = article.text.index(words)
    return Span(found, start, start + len(words), score)


def _evidence(*spans: Span, fused: float = 0.0, temperature: float = 0.0) -> Evidence:
    return Evidence.of(ranked(spans, fused, temperature))


def test_one_span_has_only_itself() -> None:
    """Its score, its passage's share, all the lead there is, no support, and its length in words."""
    evidence = _evidence(_span(_TRADE, "$10 billion", 2.5, 0.8, 0.4), fused=3.0, temperature=10.0)
    assert evidence == Evidence(span=2.5, share=0.4, lead=10.0, support=0.0, words=2)


def test_the_share_has_a_bound() -> None:
    """A passage that repeats the question, phrase by phrase, has all of it and no more."""
    assert _evidence(_span(_TRADE, "$10 billion", 2.5, share=3.1)).share == 1


def test_the_lead_is_over_another_answer() -> None:
    """The best different answer is what the first leads over, the same answer is not."""
    spans = [_span(_TRADE, "$10 billion", 2.5), _span(_TRADE, "10 billion", 2.25), _span(_OTHER, "$580 million", 1.0)]
    assert _evidence(*spans, _span(_OTHER, "2024", -1.0)).lead == 1.5


def test_the_lead_has_a_bound() -> None:
    """It counts at most 10."""
    assert _evidence(_span(_TRADE, "$10 billion", 2.0), _span(_OTHER, "2024", -30.0)).lead == 10


def test_a_long_answer_counts_as_twelve_words() -> None:
    """Longer answers are as long as any."""
    article = Article("one two three four five six seven eight nine ten eleven twelve thirteen fourteen")
    assert _evidence(_span(article, article.text, 1.0)).words == 12


def test_spans_are_ordered_by_both_scores() -> None:
    """The fused score of a span's passage, 1 here, weighs as it is told; 0 in another."""
    poor = Candidate(passage(_OTHER), _OTHER, 0.0, None, None)
    spans = [Span(poor, 0, 5, 2.0), _span(_TRADE, "reach", 1.5)]
    assert [one.span.text for one in ranked(spans, 0.25, 0.0)] == ["Trade", "reach"]
    assert [(one.span.text, one.own, one.score) for one in ranked(spans, 1.0, 0.0)] == [
        ("reach", 2.5, 2.5),
        ("Trade", 2.0, 2.0),
    ]


def test_two_that_say_the_same_come_before_one_that_is_a_little_better() -> None:
    """At a temperature of 10 two equal scores add 10 times the logarithm of 2; without one they add nothing."""
    spans = [
        _span(_OTHER, "$580 million", 3.0),
        _span(_TRADE, "$10 billion", 2.0),
        _span(_AGAIN, "10 billion", 2.0),
    ]
    assert ranked(spans, 0.0, 0.0)[0].span.text == "$580 million"
    first, second, third = ranked(spans, 0.0, 10.0)
    assert [one.span.text for one in (first, second, third)] == ["$10 billion", "10 billion", "$580 million"]
    assert first.score == pytest.approx(2 + 10 * log(2))
    evidence = Evidence.of([first, second, third])
    assert evidence.support == pytest.approx(10 * log(2))
    assert evidence.lead == pytest.approx(2 + 10 * log(2) - 3)


def test_an_article_is_one_witness() -> None:
    """That an article says a name again and again adds nothing, to itself or to another one."""
    again = [_span(_AGAIN, "10 billion", 2.0), _span(_AGAIN, "want 10 billion", 1.0)]
    assert [one.score for one in ranked(again, 0.0, 10.0)] == [2.0, 1.0]
    [first, *_] = ranked([_span(_TRADE, "$10 billion", 2.0), *again], 0.0, 10.0)
    assert first.score == pytest.approx(2 + 10 * log(2))


def test_copies_of_a_story_are_one_witness() -> None:
    """Articles of one story count as one article; another story's agreement counts, and articles of their own."""
    report, copy, other = _span(_TRADE, "$10 billion", 2.0), _span(_AGAIN, "10 billion", 2.0), _span(_AGAIN, "want", 1)
    same, apart = (replace(copy, candidate=replace(copy.candidate, story=story)) for story in (7, 8))
    report = replace(report, candidate=replace(report.candidate, story=7))
    assert [one.score for one in ranked([report, same, other], 0.0, 10.0)] == [2.0, 2.0, 1.0]
    [first, *_] = ranked([report, apart], 0.0, 10.0)
    assert first.score == pytest.approx(2 + 10 * log(2))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("$10 billion", "10 billion", True),
        ("Trade", "trade", True),
        ("İstanbul", "i̇stanbul", True),
        ("10 billion", "increase to 10 billion a year", True),
        ("10 billion", "10, billion", True),
        ("10 billion", "110 billion", False),
        ("10 billion", "billion 10", False),
        ("10 billion", "10 or 20 billion", False),
        ("Baku", "Tehran", False),
        ("?", "Baku", False),
        ("?", "!", False),
    ],
)
def test_answers_agree_if_one_holds_the_other(one: str, other: str, same: bool) -> None:
    """The words of the shorter answer stand in the longer one, together, in order, and in any case of letters."""
    first, second = _span(Article(one), one, 1.0), _span(Article(other), other, 1.0)
    assert agree(first, second) is agree(second, first) is same


@given(
    st.lists(st.tuples(st.sampled_from(["$10 billion", "Trade", "reach"]), _SCORES), min_size=1, max_size=6),
    st.floats(0, 50),
)
def test_the_first_is_never_behind(given_ones: list[tuple[str, float]], temperature: float) -> None:
    """Whatever the scores, they fall along the list, what agrees takes nothing away, and the lead is 0 to 10."""
    spans = ranked([_span(_TRADE, words, score) for words, score in given_ones], 0.5, temperature)
    assert [one.score for one in spans] == sorted((one.score for one in spans), reverse=True)
    assert all(one.score >= one.own - 1e-6 * abs(one.own) for one in spans)
    assert 0 <= Evidence.of(spans).lead <= 10
