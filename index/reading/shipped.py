"""The reader that comes with this program: trained layers on top of multilingual-e5-small, which a package carries."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors import SafetensorError
from tokenizers import Tokenizer
from torch import Tensor
from transformers import BertModel

from index.calibration import load_calibration
from index.embeddings import Encoder
from index.errors import ModelError
from index.models import locate
from index.reading.encoding import Encoding
from index.reading.network import Network, SpanNetwork
from index.reading.packing import unpack
from index.reading.span_reader import SpanReader
from index.settings import MULTILINGUAL_E5

FOLDER = Path(__file__).parents[2] / "data" / "models" / "reader"
WEIGHTS, FOREIGN = "reader.safetensors", "calibration_foreign.json"
NAME = "shipped-2"  # of these weights: what was fitted to the scores of others says nothing of theirs
TOKENS = 512
PADDING = 1  # XLM-RoBERTa's


def load_shipped(encoder: Encoder, folder: Path = FOLDER) -> SpanReader:
    """Return the reader in `folder`; where `encoder` is what it was trained on, both use the same parts of it.

    Raises ModelError where a file is missing, or the package.
    """
    try:
        trained = unpack(folder / WEIGHTS)
    except (OSError, SafetensorError) as error:
        raise ModelError(
            f"the reader in {folder} is missing or damaged: fetch it again, or set READER_MODEL=sentences"
        ) from error
    below = Path(locate(MULTILINGUAL_E5))
    lender = encoder.network if encoder.name == MULTILINGUAL_E5 else None
    if not isinstance(lender, BertModel):
        lender = SpanNetwork.on(below).encoder
    calibration = load_calibration(folder)
    encoding = Encoding(Tokenizer.from_file(str(below / "tokenizer.json")), TOKENS)
    return SpanReader(Network(_network(lender, trained), PADDING), encoding, calibration)


def _network(lender: BertModel, trained: Mapping[str, Tensor]) -> SpanNetwork:
    """Return a network of the trained layers, the lender's embeddings and its layers below those."""
    with torch.device("meta"):  # without memory, since every part comes from elsewhere
        network = SpanNetwork(BertModel(lender.config, add_pooling_layer=False))
    network.encoder.embeddings = lender.embeddings
    for number, layer in enumerate(lender.encoder.layer):
        if not any(name.startswith(f"encoder.encoder.layer.{number}.") for name in trained):
            network.encoder.encoder.layer[number] = layer
    parts = {name: part.to(lender.dtype) for name, part in trained.items()}
    network.load_state_dict(parts, strict=False, assign=True)
    return network
