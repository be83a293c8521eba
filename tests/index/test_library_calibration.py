"""ArticleIndex: how sure it is, by the reader's calibration or by one of its own."""

from __future__ import annotations

import pytest

from index import ArticleIndex
from index.calibration import Calibration, save_calibration
from index.errors import ModelError
from index.settings import SENTENCES
from tests.samples import read

_QUESTION = "Why was the bridge closed?"
_CERTAIN = Calibration(reader=SENTENCES, fused=1, intercept=0.875, weights={}, link="identity")


def test_the_reader_s_own_is_used_by_default(library: ArticleIndex) -> None:
    """Without one of the index's own the reader's calibration says how sure an answer is."""
    assert library.calibration.reader == SENTENCES
    best = library.calibration.ranked(read(library, _QUESTION)[1])[0].span
    assert library.answer(_QUESTION).confidence == pytest.approx(0.03 + best.score)


def test_one_that_was_fitted_is_used_from_the_next_question_on(library: ArticleIndex) -> None:
    """An index that is open already, in this process or another one, sees what was fitted to it."""
    other = ArticleIndex.open(library.settings)
    assert library.answer(_QUESTION).confidence != 0.875
    save_calibration(_CERTAIN, other.settings.articles_home)
    assert library.answer(_QUESTION).confidence == 0.875
    assert library.calibration == _CERTAIN
    other.close()


def test_the_order_of_passages_is_the_calibration_s(library: ArticleIndex) -> None:
    """The weight of the fused score is taken from the calibration too."""
    save_calibration(_CERTAIN.model_copy(update={"fused": 0.0}), library.settings.articles_home)
    _, spans = read(library, _QUESTION)
    answer = library.answer(_QUESTION)
    assert [one.score for one in answer.passages] == sorted((span.score for span in spans), reverse=True)


def test_one_of_another_reader_is_left_alone(library: ArticleIndex) -> None:
    """What was fitted to another reader's scores says nothing about this one's."""
    before = library.answer(_QUESTION)
    save_calibration(_CERTAIN.model_copy(update={"reader": "owner/reader"}), library.settings.articles_home)
    assert library.answer(_QUESTION) == before


def test_a_torn_file_is_an_error(library: ArticleIndex) -> None:
    """A file that was cut off is said, with what to do; without it the index answers as before."""
    before = library.answer(_QUESTION)
    save_calibration(_CERTAIN, library.settings.articles_home)
    path = library.settings.articles_home / "calibration.json"
    path.write_bytes(path.read_bytes()[:40])
    with pytest.raises(ModelError, match=r"calibrate` again, or remove it$"):
        library.answer(_QUESTION)
    path.unlink()
    assert library.answer(_QUESTION) == before


def test_what_is_read_is_what_answers(library: ArticleIndex) -> None:
    """Reading gives the passages and the spans that an answer is made of; without a question there are none."""
    candidates, spans = read(library, _QUESTION)
    assert [one.passage for one in candidates] == [one.passage for one in library.search(_QUESTION)]
    assert [span.candidate for span in spans] == candidates[: library.settings.read_passages]
    assert library.answer(_QUESTION).answer in [span.text for span in spans]
    assert read(library, " ") == ([], [])


def test_as_many_passages_are_read_as_the_setting_says(library: ArticleIndex) -> None:
    """The best passages alone are read; the others follow unread."""
    one = ArticleIndex.open(library.settings.model_copy(update={"read_passages": 1}))
    assert len(read(one, _QUESTION)[1]) == 1
    assert len(one.answer(_QUESTION).passages) == 5
    one.close()
