"""Trained tensors <-> one small file."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.torch import load_file
from torch import Tensor

from index.reading.packing import pack, unpack

_MATRICES = st.tuples(st.integers(1, 4), st.integers(1, 6)).flatmap(
    lambda shape: st.lists(
        st.lists(st.floats(-1e6, 1e6, width=32), min_size=shape[1], max_size=shape[1]),
        min_size=shape[0],
        max_size=shape[0],
    )
)


def _allowed(matrix: Tensor) -> Tensor:
    """Return a 127th of each row's largest number; one below 1e-12 may be lost."""
    return (matrix.abs().amax(1, keepdim=True) / 127).clamp(min=1e-12)


def _there_and_back(tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "packed"
        pack(tensors, path)
        return unpack(path)


@settings(deadline=None, max_examples=50)
@given(_MATRICES)
def test_a_matrix_comes_back_nearly(rows: list[list[float]]) -> None:
    """Each number is off by no more than a 127th of the largest of its row."""
    matrix = torch.tensor(rows)
    found = _there_and_back({"layer.weight": matrix})
    assert found.keys() == {"layer.weight"}
    assert found["layer.weight"].dtype == torch.float32
    assert bool(((found["layer.weight"] - matrix).abs() <= _allowed(matrix)).all())


def test_multiples_of_the_scale_come_back_exactly() -> None:
    """A row whose numbers are multiples of a 127th of its largest is what it was, whatever the row beside it has."""
    matrix = torch.tensor([[127.0, -3.0, 0.0], [0.5, -0.5, 0.0]])
    assert torch.equal(_there_and_back({"weight": matrix})["weight"], matrix)


def test_what_is_no_matrix_comes_back_exactly() -> None:
    """Biases and single numbers are kept, and the head is too, though it is a matrix."""
    tensors = {
        "layer.bias": torch.tensor([0.1, -7e-9, 3.3e8]),
        "scalar": torch.tensor(0.1),
        "head.weight": torch.tensor([[0.1, 100.0], [1e-9, 3.0]]),
    }
    found = _there_and_back(tensors)
    assert found.keys() == tensors.keys()
    assert all(torch.equal(found[name], one) for name, one in tensors.items())


def test_a_row_of_zeros_stays_one() -> None:
    """A row without a largest number comes back as it was."""
    assert torch.equal(_there_and_back({"weight": torch.zeros(2, 3)})["weight"], torch.zeros(2, 3))


def test_bfloat16_comes_back_as_float32() -> None:
    """What was trained in fewer bits is stored like all else."""
    found = _there_and_back({"bias": torch.tensor([1.5], dtype=torch.bfloat16)})
    assert (found["bias"].dtype, found["bias"].tolist()) == (torch.float32, [1.5])


def test_a_view_can_be_packed() -> None:
    """A tensor that shares its numbers with another one, in another order, is written as it reads."""
    matrix = torch.tensor([[127.0, 1.0], [2.0, 127.0]])
    assert torch.equal(_there_and_back({"weight": matrix.T})["weight"], matrix.T)


def test_a_matrix_takes_a_quarter(tmp_path: Path) -> None:
    """A number of a matrix is one byte, and each row has one scale."""
    pack({"weight": torch.ones(4, 1000)}, tmp_path / "packed")
    stored = load_file(tmp_path / "packed")
    assert {name: (one.dtype, one.shape) for name, one in stored.items()} == {
        "weight": (torch.int8, (4, 1000)),
        "weight.scale": (torch.float32, (4, 1)),
    }
