"""The shipped reader and what makes its inputs, once for all tests."""

from __future__ import annotations

import pytest
import torch
from tokenizers import Tokenizer

from index.embeddings import Encoder
from index.reading.encoding import Encoding
from index.reading.shipped import TOKENS, load_shipped
from index.reading.span_reader import SpanReader
from tests.index.conftest import Made


@pytest.fixture(scope="session")
def reader(e5: Encoder) -> SpanReader:
    """Return the shipped reader on the default embedding model."""
    return load_shipped(e5)


@pytest.fixture(scope="session")
def near(e5: Encoder) -> float:
    """Return by how much two scores may differ for no other reason than rounding."""
    assert e5.network
    return 1e-3 if e5.network.dtype == torch.float32 else 0.2


@pytest.fixture(scope="session")
def encoding(made: Made) -> Encoding:
    """Return what the shipped reader's inputs are made by."""
    return Encoding(Tokenizer.from_file(str(made.folder / "tokenizer.json")), TOKENS)


@pytest.fixture(scope="session")
def tokenizer(made: Made) -> Tokenizer:
    """Return the shipped reader's tokenizer, to look up what the ids stand for."""
    return Tokenizer.from_file(str(made.folder / "tokenizer.json"))
