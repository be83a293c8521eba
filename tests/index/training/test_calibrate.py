"""What is found in a part of an index."""

from __future__ import annotations

from index import ArticleIndex
from index.evaluation import Question
from index.training.calibrate import Parts
from tests.samples import BRIDGE, HARVEST, PORT

_COST = Question("What did the terminal cost?", ("310 million euros",))


def test_a_part_is_an_index_of_its_own(library: ArticleIndex) -> None:
    """In an index of some of the articles only those are found, with the cosines that they have in the whole one."""
    whole = {one.passage: one.dense for one in library.search(_COST.text)}
    [found] = Parts(library.settings).observe([PORT, HARVEST], [_COST])
    assert {one.article for one in found.candidates} == {PORT, HARVEST}
    assert {one.passage: one.dense for one in found.candidates} == {
        passage: cosine for passage, cosine in whole.items() if passage.text not in (BRIDGE.text, BRIDGE.header)
    }
    assert found.spans[0].text == "The new terminal cost 310 million euros."
    assert library.articles() == [BRIDGE, PORT, HARVEST]


def test_articles_are_known_by_their_addresses(library: ArticleIndex) -> None:
    """The URL names an article, where it has one."""
    assert Parts(library.settings).articles == {PORT.url: PORT, BRIDGE.id: BRIDGE, HARVEST.id: HARVEST}
