"""What the shipped reader's network is given of a candidate."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pytest
from tokenizers import Tokenizer
from torch import nn

from index import Article, Candidate, Passage
from index.calibration import Calibration
from index.reading.encoding import Encoding, Window
from index.reading.network import Network
from index.reading.span_reader import SpanReader
from tests.samples import BRIDGE, HARVEST, PORT

from .found import candidate

_LIST = Article("Presidents who came:\n1998: Ann Lee cut the ribbon.", title="Canal")
_ITEM = _LIST.text.index("1998")


class _Recording(Network):
    """A network that keeps the batches that it is given, and finds nothing in them."""

    def __init__(self) -> None:
        super().__init__(nn.Identity(), padding=1)
        self.batches: list[list[Window]] = []

    def logits(self, windows: Sequence[Window]) -> list[npt.NDArray[np.float32]]:
        """Return zeros."""
        self.batches.append(list(windows))
        return [np.zeros((len(window.ids), 2), np.float32) for window in windows]


def _batches(encoding: Encoding, *candidates: Candidate) -> list[list[Window]]:
    network = _Recording()
    SpanReader(network, encoding, Calibration(reader="x", fused=0, intercept=0, weights={})).read("Why?", candidates)
    return network.batches


def _item(context: str, title: str | None = "Canal") -> Candidate:
    """Return the item of the list as a passage that was cut with this context."""
    article = Article(_LIST.text, title=title)
    return Candidate(Passage(_LIST.text[_ITEM:], "text", _ITEM, len(_LIST.text), context), article, 0.0, None, None)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (candidate(PORT, 0, 8), "Why? Elmsford doubles its port. 5 March 2024 The port"),
        (candidate(BRIDGE, 0, 9), "Why? Orlen bridge closed. 11 April 2024 The Orlen"),
        (candidate(HARVEST, 0, 5), "Why? Apple"),
        (candidate(BRIDGE, field="header"), f"Why? {BRIDGE.header}"),
        (_item("Canal\nPresidents who came:"), "Why? Canal Presidents who came: 1998: Ann Lee cut the ribbon."),
        (_item("Presidents who came:", None), "Why? Presidents who came: 1998: Ann Lee cut the ribbon."),
        (_item("Canal"), "Why? Canal 1998: Ann Lee cut the ribbon."),
    ],
    ids=["title and date", "a time of day", "neither", "header", "introduction", "introduction alone", "title"],
)
def test_a_passage_is_read_behind_what_it_belongs_to(
    encoding: Encoding, tokenizer: Tokenizer, one: Candidate, expected: str
) -> None:
    """Title and date stand in front, then the sentence that introduces a list; a header stands alone."""
    [[window]] = _batches(encoding, one)
    assert tokenizer.decode(window.ids) == expected


def test_a_title_that_was_shortened_stands_there_once(encoding: Encoding, tokenizer: Tokenizer) -> None:
    """The context of a passage may hold the first words of a long title alone: they are not read twice."""
    title = "Canal " * 90 + "opens"
    [[window]] = _batches(encoding, _item("Canal " * 20 + "\nPresidents who came:", title))
    assert tokenizer.decode(window.ids).count("Canal") == title[:200].count("Canal")


def test_windows_of_about_the_same_length_are_read_together(encoding: Encoding) -> None:
    """At most four go through the network at once, in the order of their lengths."""
    candidates = [candidate(PORT, 0, end) for end in (150, 10, 120, 20, 100, 30)]
    batches = _batches(encoding, *candidates)
    lengths = [len(window.ids) for batch in batches for window in batch]
    assert [len(batch) for batch in batches] == [4, 2]
    assert lengths == sorted(lengths)
