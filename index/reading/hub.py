"""A reader by a name on the hub or in a folder: any that transformers loads for extractive question answering."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from transformers import AutoModelForQuestionAnswering, AutoTokenizer, PreTrainedModel

from index.calibration import Calibration
from index.errors import ModelError
from index.models import locate, told
from index.reading.encoding import Encoding
from index.reading.network import Network
from index.reading.span_reader import SpanReader

_TOKENS = 512


def load_hub(name: str) -> SpanReader:
    """Return the reader `name`. Raises ModelError where it can't be loaded; weights in pickles never are."""
    folder = locate(name)
    with told(f"the reader {name}"):
        tokenizer = AutoTokenizer.from_pretrained(folder)
        model, report = AutoModelForQuestionAnswering.from_pretrained(
            folder, use_safetensors=True, output_loading_info=True
        )
    if report["missing_keys"]:
        raise ModelError(f"{name} is no reader: it was not trained for extractive question answering")
    if not tokenizer.is_fast:
        raise ModelError(f"the reader {name} has no fast tokenizer, which tells where in the text a token stands")
    tokens = min(_TOKENS, tokenizer.model_max_length)
    network = Network(_Logits(model), tokenizer.pad_token_id)
    # A guess for readers trained on SQuAD 2.0; `python -m index calibrate` fits it.
    calibration = Calibration(reader=name, fused=0.5, intercept=-1, weights={"span": 0.4}, rivalry=1)
    return SpanReader(network, Encoding(tokenizer.backend_tokenizer, tokens), calibration)


class _Logits(nn.Module):
    """A model of transformers, called as SpanNetwork is."""

    def __init__(self, model: PreTrainedModel) -> None:
        super().__init__()
        self._model = model
        # Not all models tell two texts apart by a type.
        self._typed = getattr(model.config, "type_vocab_size", 0) > 1

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> Tensor:
        """Return the logits, float32 of shape (inputs, tokens, 2)."""
        given = {"token_type_ids": types} if self._typed else {}
        found = self._model(input_ids=ids, attention_mask=mask, **given)
        return torch.stack((found.start_logits, found.end_logits), -1).float()
