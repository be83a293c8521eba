"""What holds for every answer."""

from __future__ import annotations

from index import Answer


def check(question: str, answer: Answer) -> None:
    """Assert what holds for every answer."""
    scores = [one.score for one in answer.passages]
    assert answer.question == question
    assert scores == sorted(scores, reverse=True)
    assert 0 <= answer.confidence <= 1
    for one in answer.passages:
        assert one.article.read(one.passage.field)[one.passage.start : one.passage.end] == one.passage.text
    if answer.article and answer.field:
        source = answer.article.read(answer.field)
        assert answer.answer == source[answer.start : answer.end]
        assert answer.answer in (answer.quote or "") in source
    assert (answer.status == "answered") == (answer.answer is not None) == (answer.reason is None)
