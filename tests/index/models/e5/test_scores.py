"""What the model's cosines are worth: to it all texts lie close together."""

from __future__ import annotations

import pytest

from index import Candidate
from index.embeddings import Encoder
from index.reading.sentence_reader import SentenceReader
from tests.samples import BRIDGE, PORT, passage

_FOREIGN = ["who painted the Mona Lisa?", "чем лечить кашель?", "en iyi telefon hangisi?", "بهترین دستور پیتزا چیست؟"]
_FITTING = ["How much did the new terminal cost?", "Why was the bridge closed?"]


def test_one_threshold_suits_both_models(e5: Encoder, encoder: Encoder) -> None:
    """By either model's scores a question about something else stays below 0.17, and a fitting one above."""
    assert (e5.unrelated, encoder.unrelated) == (0.75, 0.0)
    for model in (e5, encoder):
        passages = model.embed_passages([PORT.text, BRIDGE.text])
        foreign, fitting = (model.embed_questions(questions) @ passages.T for questions in (_FOREIGN, _FITTING))
        assert (foreign.max() - model.unrelated) / (1 - model.unrelated) < 0.17
        assert (fitting.diagonal().min() - model.unrelated) / (1 - model.unrelated) > 0.3


@pytest.mark.parametrize("question", ["How much did the new terminal cost?", "Yeni terminal neçəyə başa gəldi?"])
def test_a_score_is_what_is_above_unrelated(e5: Encoder, question: str) -> None:
    """The best sentence's cosine is stretched, so that 0.75 becomes 0 and 1 stays 1."""
    [vector] = e5.embed_questions([question])
    [span] = SentenceReader(e5).read(question, [Candidate(passage(PORT), PORT, 1.0, None, None)])
    cosine = float(e5.embed_passages([span.text])[0] @ vector)
    assert span.text == "The new terminal cost 310 million euros."
    assert 0.75 < cosine < 1
    assert span.score == pytest.approx((cosine - 0.75) / 0.25, abs=1e-4)


def test_a_sentence_about_something_else_scores_0(e5: Encoder) -> None:
    """A cosine below 0.75 counts as none."""
    candidates = [Candidate(passage(one), one, 1.0, None, None) for one in (PORT, BRIDGE)]
    reader = SentenceReader(e5)
    scores = [span.score for question in _FOREIGN for span in reader.read(question, candidates)]
    assert (min(scores), len(scores)) == (0.0, 8)
    assert max(scores) < 0.17
