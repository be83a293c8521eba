"""One pass over the examples, with checkpoints."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from torch import Tensor

from index.training.examples import Example
from index.training.train import FROZEN_LAYERS, Training, encoded
from tests.index.reading import tiny

from .data import example

_PARTS = [
    [example("who opened it?", f"{name} opened it.", name, lead="port") for name in ("ann lee", "bo", "ines falk")]
    + [example("who closed it?", "bo opened it.")],
    [example("when?", f"it opened in {year}.", str(year)) for year in (1998, 2001)],
]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a tiny encoder, of which one layer is trained."""
    return tiny.encoder(tmp_path_factory.mktemp("model"), FROZEN_LAYERS + 1)


def _trained(model: Path, folder: Path, *runs: list[list[Example]]) -> Training:
    """Return what several runs in one folder, each begun anew, came to."""
    folder.mkdir()
    for run in runs:
        torch.manual_seed(0)
        training = Training(model, folder)
        training.run(iter(run))
    return training


def _copy(training: Training) -> dict[str, Tensor]:
    return {name: value.detach().clone() for name, value in training.network.state_dict().items()}


def test_only_what_is_to_be_trained_changes(model: Path, tmp_path: Path) -> None:
    """The embeddings and the first three layers stay what they were, the layer above and the head learn."""
    torch.manual_seed(0)
    before = _copy(Training(model, tmp_path / "none"))
    after = _copy(_trained(model, tmp_path / "one", _PARTS))
    changed = {name for name in before if not torch.equal(before[name], after[name])}
    assert {".".join(name.split(".")[:4]) for name in changed} == {
        "encoder.encoder.layer.3",
        "head.weight",
        "head.bias",
    }


def test_a_run_goes_on_where_it_stopped(model: Path, tmp_path: Path) -> None:
    """Stopped after the first part and begun again, it comes to the same weights, to the bit."""
    at_once = _trained(model, tmp_path / "one", _PARTS)
    in_two = _trained(model, tmp_path / "two", _PARTS[:1], _PARTS)
    assert at_once.seen == in_two.seen == 6
    one, two = _copy(at_once), _copy(in_two)
    assert [name for name in one if not torch.equal(one[name], two[name])] == []


def test_nothing_is_learned_from_twice(model: Path, tmp_path: Path) -> None:
    """A run that was complete changes nothing when it is begun again."""
    once, again = _trained(model, tmp_path / "one", _PARTS), _trained(model, tmp_path / "two", _PARTS, _PARTS)
    one, two = _copy(once), _copy(again)
    assert [name for name in one if not torch.equal(one[name], two[name])] == []


def test_only_the_passage_can_be_learned(model: Path, tmp_path: Path) -> None:
    """Tokens of the question and of the lead have no chance, the first token and the passage's have."""
    training = Training(model, tmp_path)
    items = [encoded(training.encoding, one) for one in _PARTS[0]]
    logits, goal = training._logits([item for item in items if item])
    assert goal.tolist() == [[item.start, item.end] for item in items if item]
    possible = (logits[0, 0] > -1e4).nonzero().flatten().tolist()
    assert items[0] is not None
    window = items[0].window
    assert possible == [0, *range(window.begin, window.begin + len(window.places))]


def test_a_pool_without_an_answer_is_learned_from(model: Path, tmp_path: Path) -> None:
    """Examples none of which has an answer, as a few last ones may be, are no error."""
    assert _trained(model, tmp_path / "one", [_PARTS[0][3:]]).seen == 1
