"""The reader that comes with the program, and what it shares with the embedding model."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from transformers import BertModel

from index.embeddings import Encoder
from index.errors import ModelError
from index.reading import load_readers
from index.reading.network import SpanNetwork
from index.reading.sentence_reader import SentenceReader
from index.reading.shipped import FOLDER, NAME, WEIGHTS, load_shipped
from index.reading.span_reader import SpanReader
from index.settings import SENTENCES
from tests.samples import HARVEST, PORT

from .found import candidate

_MOST_BYTES = 25_000_000
_QUESTION = "How much did the new terminal cost?"


def _network(reader: SpanReader) -> SpanNetwork:
    network = reader._network._module  # nothing that is public says whose tensors it uses
    assert isinstance(network, SpanNetwork)
    return network


def _places(model: BertModel) -> dict[str, int]:
    """Return where in memory each parameter stands, by its name."""
    return {name: value.data_ptr() for name, value in model.named_parameters()}


def test_the_encoder_s_own_parts_are_used(reader: SpanReader, e5: Encoder) -> None:
    """The embeddings and the layers that were not trained are the encoder's, in the same memory; others are not."""
    assert isinstance(e5.network, BertModel)
    lent, own = _places(e5.network), _places(_network(reader).encoder)
    shared = {name for name in own if own[name] == lent[name]}
    assert {name for name in own if name.startswith("embeddings.")} <= shared
    assert {f"encoder.layer.{layer}.output.dense.weight" for layer in (0, 1, 2)} <= shared
    assert "encoder.layer.11.output.dense.weight" not in shared


def test_every_part_is_there(reader: SpanReader) -> None:
    """The weights that are shipped and those of the encoder make up the whole network."""
    assert [name for name, value in _network(reader).named_parameters() if value.is_meta] == []
    assert {value.dtype for value in _network(reader).parameters()} == {_network(reader).encoder.dtype}


def test_with_another_encoder_it_loads_what_it_needs(reader: SpanReader, encoder: Encoder, near: float) -> None:
    """Where the passages are embedded by another model, it reads them as it does with its own."""
    candidates = [candidate(PORT), candidate(HARVEST)]
    other = load_shipped(encoder).read(_QUESTION, candidates)
    assert [span.text for span in other] == [span.text for span in reader.read(_QUESTION, candidates)]
    assert [span.score for span in other] == pytest.approx(
        [span.score for span in reader.read(_QUESTION, candidates)], abs=near
    )


def test_its_calibration_is_of_its_scores(reader: SpanReader) -> None:
    """What is known of its scores names it, as the settings do."""
    assert reader.calibration.reader == NAME


def test_it_is_small() -> None:
    """What the repository carries of it is at most 25 MB."""
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < _MOST_BYTES


def test_a_missing_file_is_an_error(e5: Encoder, tmp_path: Path) -> None:
    """Without its weights the error says where they should be, and what to do."""
    with pytest.raises(ModelError) as error:
        load_shipped(e5, tmp_path)
    assert str(error.value) == (
        f"the reader in {tmp_path} is missing or damaged: fetch it again, or set READER_MODEL=sentences"
    )


def test_a_missing_calibration_is_an_error(e5: Encoder, tmp_path: Path) -> None:
    """Without its calibration it can't tell what its scores mean, which is said."""
    shutil.copy(FOLDER / WEIGHTS, tmp_path)
    with pytest.raises(ModelError, match=r"calibration\.json is no calibration"):
        load_shipped(e5, tmp_path)


def test_damaged_weights_are_an_error(e5: Encoder, tmp_path: Path) -> None:
    """A file that was cut off, or that Git LFS left a pointer of, is said, and is no traceback."""
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    (tmp_path / WEIGHTS).write_bytes((FOLDER / WEIGHTS).read_bytes()[:9000])
    with pytest.raises(ModelError, match=r"is missing or damaged: fetch it again"):
        load_shipped(e5, tmp_path)


def test_without_a_reader_whole_sentences_are_read(encoder: Encoder) -> None:
    """The name for no trained reader gives the one that compares vectors, on the encoder that is there."""
    reader = load_readers(SENTENCES, encoder).own
    assert isinstance(reader, SentenceReader)
    assert reader.encoder is encoder
