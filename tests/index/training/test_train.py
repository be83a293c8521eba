"""One pass over the examples, with checkpoints."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from index.reading.packing import pack
from index.reading.shipped import WEIGHTS
from index.training import train
from index.training.examples import Example
from index.training.train import FROZEN_LAYERS, Training, encoded
from tests.index.reading import tiny

from .data import example

_EXAMPLES = [
    *(example("who opened it?", f"{name} opened it.", name, lead="port") for name in ("ann lee", "bo", "ines falk")),
    example("who closed it?", "bo opened it."),
    *(example("when?", f"it opened in {year}.", str(year)) for year in (1998, 2001)),
]


class _Stopped(list[Example]):
    """Examples whose reader is stopped before the fifth."""

    def __getitem__(self, key: Any) -> Any:
        """Return a part, or stop."""
        if isinstance(key, slice) and key.start == 4:
            raise KeyboardInterrupt
        return super().__getitem__(key)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a tiny encoder, of which one layer is trained."""
    return tiny.encoder(tmp_path_factory.mktemp("model"), FROZEN_LAYERS + 1)


def _trained(model: Path, folder: Path, *runs: list[Example]) -> Training:
    """Return what several runs in one folder, each begun anew, came to."""
    folder.mkdir(exist_ok=True)
    for run in runs:
        torch.manual_seed(0)
        training = Training(model, folder)
        training.run(run)
    return training


def _copy(training: Training) -> dict[str, Tensor]:
    return {name: value.detach().clone() for name, value in training.network.state_dict().items()}


def test_only_what_is_to_be_trained_changes(model: Path, tmp_path: Path) -> None:
    """The embeddings and the first three layers stay what they were, the layer above and the head learn."""
    torch.manual_seed(0)
    before = _copy(Training(model, tmp_path / "none"))
    after = _copy(_trained(model, tmp_path / "one", _EXAMPLES))
    changed = {name for name in before if not torch.equal(before[name], after[name])}
    assert {".".join(name.split(".")[:4]) for name in changed} == {
        "encoder.encoder.layer.3",
        "head.weight",
        "head.bias",
    }


def test_a_run_goes_on_where_it_stopped(model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped after the first pool and begun again, it comes to the same weights, to the bit."""
    monkeypatch.setattr(train, "_POOL", 4)
    at_once = _trained(model, tmp_path / "one", _EXAMPLES)
    with pytest.raises(KeyboardInterrupt):
        _trained(model, tmp_path / "two", _Stopped(_EXAMPLES))
    in_two = _trained(model, tmp_path / "two", _EXAMPLES)
    assert at_once.seen == in_two.seen == 6
    one, two = _copy(at_once), _copy(in_two)
    assert [name for name in one if not torch.equal(one[name], two[name])] == []


def test_nothing_is_learned_from_twice(model: Path, tmp_path: Path) -> None:
    """A run that was complete changes nothing when it is begun again."""
    once, again = _trained(model, tmp_path / "one", _EXAMPLES), _trained(model, tmp_path / "two", _EXAMPLES, _EXAMPLES)
    one, two = _copy(once), _copy(again)
    assert [name for name in one if not torch.equal(one[name], two[name])] == []


def test_bfloat16_learns_nearly_the_same(model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the processor multiplies it, what is learned is that of full precision, nearly."""
    exact = _trained(model, tmp_path / "one", _EXAMPLES)
    monkeypatch.setattr("torch.cpu.get_capabilities", lambda: {"avx512_bf16": True})
    shorter = _trained(model, tmp_path / "two", _EXAMPLES)
    for name, value in _copy(exact).items():
        assert torch.allclose(value, _copy(shorter)[name], atol=1e-3), name
    assert any(not torch.equal(value, _copy(shorter)[name]) for name, value in _copy(exact).items())


def test_only_the_passage_can_be_learned(model: Path, tmp_path: Path) -> None:
    """Tokens of the question and of the lead have no chance, the first token and the passage's have."""
    training = Training(model, tmp_path)
    items = [encoded(training.encoding, one) for one in _EXAMPLES[:4]]
    logits, goal = training._logits([item for item in items if item])
    assert goal.tolist() == [[item.start, item.end] for item in items if item]
    possible = (logits[0, 0] > -1e4).nonzero().flatten().tolist()
    assert items[0] is not None
    window = items[0].window
    assert possible == [0, *range(window.begin, window.begin + len(window.places))]


def test_a_pool_without_an_answer_is_learned_from(model: Path, tmp_path: Path) -> None:
    """Examples none of which has an answer, as a few last ones may be, are no error."""
    assert _trained(model, tmp_path / "one", _EXAMPLES[3:4]).seen == 1


def test_a_run_begins_with_a_reader(model: Path, tmp_path: Path) -> None:
    """What a reader's folder holds is what is learned on, in its 8 bits."""
    trained = _trained(model, tmp_path / "one", _EXAMPLES)
    pack({name: value.detach() for name, value in trained.trained.items()}, tmp_path / WEIGHTS)
    begun = Training(model, tmp_path / "two", tmp_path)
    assert begun.seen == 0
    for name, value in trained.trained.items():
        assert torch.allclose(begun.trained[name], value, atol=float(value.detach().abs().max()) / 127), name
