"""Windows -> logits."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from index.reading.encoding import Window
from index.reading.network import Network, SpanNetwork, padded

_SHORT = Window([0, 5, 2], [0, 0, 1], 1, [(0, 1)])
_LONG = Window([0, 6, 7, 8, 2], [0, 0, 1, 1, 1], 1, [(0, 1)])


class _Echo(nn.Module):
    """The ids as start logits, and as end logits types plus ten times the mask."""

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> Tensor:
        """Return them."""
        return torch.stack((ids, types + 10 * mask), -1).float()


def test_shorter_inputs_are_padded() -> None:
    """All have the length of the longest, and the mask says what is real."""
    ids, types, mask = padded([_SHORT, _LONG], 9)
    assert ids.tolist() == [[0, 5, 2, 9, 9], [0, 6, 7, 8, 2]]
    assert types.tolist() == [[0, 0, 1, 0, 0], [0, 0, 1, 1, 1]]
    assert mask.tolist() == [[1, 1, 1, 0, 0], [1, 1, 1, 1, 1]]


def test_each_window_has_as_many_logits_as_tokens() -> None:
    """What the padding scores is left out."""
    short, long = Network(_Echo(), 9).logits([_SHORT, _LONG])
    assert short.tolist() == [[0, 10], [5, 10], [2, 11]]
    assert long[:, 0].tolist() == _LONG.ids


def test_the_network_has_two_logits_a_token() -> None:
    """Its head makes a start and an end logit of each token's vector, in float32 whatever the encoder computes in."""
    sizes = BertConfig(vocab_size=10, hidden_size=8, num_hidden_layers=1, num_attention_heads=2, intermediate_size=8)
    network = SpanNetwork(BertModel(sizes, add_pooling_layer=False).bfloat16())
    logits = network(*padded([_SHORT, _LONG], 9))
    assert (logits.shape, logits.dtype) == ((2, 5, 2), torch.float32)
