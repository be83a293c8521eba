"""The packed model file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from index.errors import ModelError
from index.models.packed import Sizes, dequantise, read
from tests.index.models.packing import PIECES, SCORES, pack, quantise, tensors


def test_a_block_is_computed_by_hand() -> None:
    """The lower halves of the 16 bytes are the first 16 weights, the upper the others; 8 stands for 0."""
    scale = b"\x00\x38"  # 0.5 as float16
    halves = bytes([0x80, 0x19, 0xF8, *[0x88] * 13])
    expected = [-4.0, 0.5, *[0.0] * 14, 0.0, -3.5, 3.5, *[0.0] * 13]
    assert dequantise(np.frombuffer(scale + halves, np.uint8)).tolist() == expected


@given(
    st.integers(-14, 10),
    arrays.arrays(np.float32, st.integers(1, 4).map(lambda blocks: 32 * blocks), elements=st.integers(-8, 7)),
)
def test_blocks_hold_what_fits_into_them(exponent: int, multiples: np.typing.NDArray[np.float32]) -> None:
    """Weights that are -8 to 7 times a scale come back as they were."""
    multiples[::32] = -8
    weights = multiples * np.float32(2.0**exponent)
    assert dequantise(quantise(weights)).tolist() == weights.tolist()


def test_what_is_packed_is_read(tmp_path: Path) -> None:
    """Sizes, pieces, scores, the special pieces and each tensor come back as they were."""
    pack(tmp_path / "model.bin", tensors())
    packed = read(tmp_path / "model.bin")
    assert packed.sizes == Sizes(32, 1, 2, 64, len(PIECES), 16, 2, float(np.float32(1e-12)))
    assert (list(packed.pieces), packed.scores.tolist()) == (PIECES, SCORES)
    assert [packed.pieces[one] for one in (packed.bos, packed.pad, packed.eos, packed.unk)] == PIECES[:4]
    assert packed.directory.keys() == tensors().keys()
    for name, weights in tensors().items():
        assert packed.directory[name].count == weights.size
        assert np.concatenate(list(packed.weights(name))).tolist() == weights.reshape(-1).tolist()


def test_large_tensors_come_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However small the parts are, together they are the whole tensor."""
    pack(tmp_path / "model.bin", tensors())
    monkeypatch.setattr("index.models.packed._BLOCKS_AT_ONCE", 2)
    parts = list(read(tmp_path / "model.bin").weights("emb.word"))
    assert [part.size for part in parts] == [64] * 5
    assert np.concatenate(parts).tolist() == tensors()["emb.word"].reshape(-1).tolist()


def test_another_file_is_refused(tmp_path: Path) -> None:
    """The error names the file, how it begins, and how it should."""
    path = tmp_path / "model.bin"
    path.write_bytes(b"GGUF" + bytes(200))
    with pytest.raises(ModelError) as error:
        read(path)
    assert str(error.value) == f"{path} is no packed model: it begins with b'GGUF', not b'E5S1'"


@pytest.mark.parametrize("kept", [0, 3, 60, 100, 300, 2000])
def test_a_file_cut_short_is_refused(tmp_path: Path, kept: int) -> None:
    """Wherever a file ends too early, it is an error."""
    path = tmp_path / "model.bin"
    pack(path, tensors())
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(ModelError, match="is no packed model: "):
        read(path)


def test_the_last_byte_is_missed(tmp_path: Path) -> None:
    """A file that lacks its last byte names the tensor that is cut."""
    path = tmp_path / "model.bin"
    pack(path, tensors())
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(ModelError, match=r"is no packed model: it ends within l0\.oln\.b$"):
        read(path)
