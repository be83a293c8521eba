"""The reader's network: an encoder and, for each token, whether the answer starts or ends there.

Devlin et al. 2019, section 4.3: a span's score is the sum of its first token's start logit and its last token's
end logit; that of "no answer" is the same sum for the first token of the input.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from transformers import BertModel

from index.reading.encoding import Window


class SpanNetwork(nn.Module):
    """Token ids -> start and end logits."""

    def __init__(self, encoder: BertModel) -> None:
        """Put a head that knows nothing on `encoder`."""
        super().__init__()
        self.encoder = encoder
        self.head = nn.Linear(encoder.config.hidden_size, 2)

    @classmethod
    def on(cls, folder: Path) -> SpanNetwork:
        """Return a network on the encoder in `folder`, in float32."""
        return cls(BertModel.from_pretrained(folder, add_pooling_layer=False, use_safetensors=True))

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> Tensor:
        """Return the logits, float32 of shape (inputs, tokens, 2), from three tensors of shape (inputs, tokens)."""
        hidden = self.encoder(input_ids=ids, token_type_ids=types, attention_mask=mask).last_hidden_state
        logits: Tensor = self.head(hidden.to(self.head.weight.dtype))
        return logits.float()


class Network:
    """A network that reads windows, on the CPU and without gradients."""

    def __init__(self, module: nn.Module, padding: int) -> None:
        """Run `module`, which is called as SpanNetwork is; `padding` is the id of the padding token."""
        self._module = module.eval()
        self._padding = padding

    def logits(self, windows: Sequence[Window]) -> list[npt.NDArray[np.float32]]:
        """Return the start and end logits of each window, shape (tokens, 2)."""
        with torch.inference_mode():
            found: Tensor = self._module(*padded(windows, self._padding))
        return [row[: len(window.ids)] for row, window in zip(found.numpy(), windows, strict=True)]


def padded(windows: Sequence[Window], padding: int) -> tuple[Tensor, Tensor, Tensor]:
    """Return ids, types and mask of the windows as tensors of the shape (inputs, tokens)."""
    width = max(len(window.ids) for window in windows)
    ids = torch.tensor([window.ids + [padding] * (width - len(window.ids)) for window in windows])
    types = torch.tensor([window.types + [0] * (width - len(window.types)) for window in windows])
    mask = torch.tensor([[1] * len(window.ids) + [0] * (width - len(window.ids)) for window in windows])
    return ids, types, mask
