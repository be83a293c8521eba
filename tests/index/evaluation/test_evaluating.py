"""From questions to figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index import Answer, Article, ArticleIndex
from index.evaluation.dataset import Question
from index.evaluation.evaluating import Outcome, evaluate, measure
from index.evaluation.figures import Figures
from tests.samples import BRIDGE, HARVEST, PORT

from .outcomes import CLOSED, COST, KILLED, LENGTH, OUTCOMES, PEOPLE, candidate

# What the benchmark's own script prints for OUTCOMES; it has no recall@50.
_PRINTED = Figures(
    answerable=5,
    unanswerable=3,
    recall_at_1=40.0,
    recall_at_5=60.0,
    recall_at_10=60.0,
    recall_at_50=60.0,
    mrr_at_10=50.0,
    em=20.0,
    f1=44.8,
    right_of_answered=75.0,
    auroc=0.833,
    coverage_at_80=40.0,
    coverage_at_90=40.0,
    answered=80.0,
    refused_unanswerable=33.3,
    ece=0.383,
    passages_over_220_words=0,
)


def test_the_figures_are_the_benchmark_s() -> None:
    """For answers to every question all figures agree with the benchmark's script, to the last digit."""
    assert measure(OUTCOMES, 0) == _PRINTED


def test_the_least_confidence_decides_what_is_answered() -> None:
    """At 0.8 three of five get an answer, and two of three are refused; nothing else changes."""
    assert measure(OUTCOMES, 0.8) == replace(_PRINTED, answered=60.0, refused_unanswerable=66.7)
    assert measure(OUTCOMES, 0.81) == replace(_PRINTED, answered=20.0, refused_unanswerable=100.0)


def test_figures_have_their_names() -> None:
    """Each is printed by its name, with its digits."""
    printed = {one.name: one.text for one in _PRINTED}
    assert list(printed) == [
        *("answerable", "unanswerable", "recall@1", "recall@5", "recall@10", "recall@50", "mrr@10", "em", "f1"),
        *("right_of_answered", "auroc", "coverage@80", "coverage@90", "answered", "refused_unanswerable", "ece"),
        "passages_over_220_words",
    ]
    assert [printed[name] for name in ("answerable", "recall@1", "auroc")] == ["5", "40.0", "0.833"]
    assert all(one.meaning for one in _PRINTED)


def test_one_kind_of_question_is_enough() -> None:
    """Without answerable or without unanswerable questions the figures about them are 0."""
    answerable = measure([one for one in OUTCOMES if one.question.answerable], 0)
    assert (answerable.answerable, answerable.unanswerable) == (5, 0)
    assert (answerable.recall_at_1, answerable.auroc, answerable.refused_unanswerable) == (40.0, 0.0, 0.0)
    unanswerable = measure([one for one in OUTCOMES if not one.question.answerable], 0)
    assert (unanswerable.answerable, unanswerable.unanswerable) == (0, 3)
    assert (unanswerable.recall_at_1, unanswerable.answered, unanswerable.refused_unanswerable) == (0.0, 0.0, 33.3)
    assert measure([], 0) == measure([], 1)


def test_the_search_has_a_recall_of_its_own() -> None:
    """recall@50 looks at what the search found, the others at the passages of the answer."""
    answer = Answer(CLOSED.text, "not_found", 0.0, (candidate(PORT),), reason="not_in_articles")
    found = Outcome.of(CLOSED, answer, [candidate(PORT), candidate(HARVEST), candidate(BRIDGE)])
    assert (found.rank, found.found) == (None, 3)
    figures = measure([found], 0)
    assert (figures.recall_at_10, figures.recall_at_50) == (0.0, 100.0)


def test_ranks_beyond_the_first_count_less() -> None:
    """An answer in the sixth passage is found among 10, not among 5."""
    passages = (*[candidate(HARVEST)] * 5, candidate(BRIDGE), candidate(BRIDGE))
    sixth = Outcome.of(CLOSED, Answer(CLOSED.text, "not_found", 0.0, passages), passages)
    figures = measure([sixth], 0)
    assert (figures.recall_at_1, figures.recall_at_5, figures.recall_at_10, figures.mrr_at_10) == (0, 0, 100, 16.7)


def test_long_passages_are_counted() -> None:
    """Passages of more than 220 words are counted for answerable questions, each time they are shown."""
    short, long = candidate(Article("word " * 220)), candidate(Article("word " * 221))
    answers = [Answer("?", "not_found", 0.0, (short, long, long)) for _ in range(2)]
    outcomes = [Outcome.of(question, answer, ()) for question, answer in zip((CLOSED, LENGTH), answers, strict=True)]
    assert measure(outcomes, 0).passages_over_220_words == 2


def test_an_index_is_evaluated(library: ArticleIndex) -> None:
    """Each question is asked once, as with a least confidence of 0, and its passages are judged."""
    outcomes = list(evaluate(library, [COST, KILLED, LENGTH]))
    assert [one.question for one in outcomes] == [COST, KILLED, LENGTH]
    assert [(one.rank, one.found) for one in outcomes] == [(1, 1), (1, 1), (None, None)]
    assert [one.prediction.right for one in outcomes] == [True, True, False]
    assert outcomes[0].answer == library.answer(COST.text, asked=COST.asked, min_confidence=0)
    figures = measure(outcomes, 0)
    assert (figures.recall_at_1, figures.recall_at_50, figures.answered) == (100.0, 100.0, 100.0)
    assert (figures.refused_unanswerable, measure(outcomes, 1).refused_unanswerable) == (0.0, 100.0)


@pytest.mark.parametrize("question", [COST, CLOSED, LENGTH, PEOPLE], ids=lambda question: question.text)
def test_a_least_confidence_is_laid_over_the_answers(library: ArticleIndex, question: Question) -> None:
    """What is answered at some confidence is what is answered when asked again with it, the confidence itself too."""
    [outcome] = evaluate(library, [question])
    confidence = outcome.answer.confidence
    for least in (0.0, confidence - 1e-9, confidence, confidence + 1e-9, 1.0):
        again = library.answer(question.text, asked=question.asked, min_confidence=least)
        assert outcome.answered(least) is (again.status == "answered")


def test_outcomes_can_be_trimmed() -> None:
    """Only passages are left out, and what was judged by them stays."""
    trimmed = OUTCOMES[1].trimmed(1)
    assert trimmed.answer.passages == OUTCOMES[1].answer.passages[:1]
    assert (trimmed.rank, trimmed.found, trimmed.f1) == (2, 2, 2 * 2 / 7)
