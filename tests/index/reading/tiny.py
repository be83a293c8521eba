"""Tiny models with random weights, as their authors save them: a letter of a word is a token."""

from __future__ import annotations

import string
from pathlib import Path

import torch
from tokenizers import Tokenizer
from tokenizers.decoders import WordPiece as Joined
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer
from tokenizers.processors import TemplateProcessing
from transformers import (
    BertConfig,
    BertForQuestionAnswering,
    BertModel,
    PreTrainedModel,
    PreTrainedTokenizerFast,
    RobertaConfig,
    RobertaForQuestionAnswering,
)

_CHARACTERS = string.ascii_lowercase + string.digits
PIECES = ["[CLS]", "[PAD]", "[SEP]", "[UNK]", *string.punctuation, *_CHARACTERS, *(f"##{one}" for one in _CHARACTERS)]


def tokenizer() -> Tokenizer:
    """Return a tokenizer whose padding token is the second, as that of the shipped reader is."""
    made = Tokenizer(WordPiece({piece: number for number, piece in enumerate(PIECES)}, unk_token="[UNK]"))
    made.normalizer = BertNormalizer(lowercase=True)
    made.pre_tokenizer = BertPreTokenizer()
    made.decoder = Joined()
    made.post_processor = TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=[("[CLS]", 0), ("[SEP]", 2)]
    )
    return made


def bert(folder: Path) -> Path:
    """Save a reader of BERT's kind, and return its folder."""
    torch.manual_seed(3)
    return _save(BertForQuestionAnswering(_bert(1)), folder)


def roberta(folder: Path) -> Path:
    """Save a reader of RoBERTa's kind, which tells no two texts apart by a type, and return its folder."""
    torch.manual_seed(3)
    sizes = RobertaConfig(
        vocab_size=len(PIECES),
        hidden_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=514,
        type_vocab_size=1,
        initializer_range=0.5,
    )
    return _save(RobertaForQuestionAnswering(sizes), folder)


def encoder(folder: Path, layers: int) -> Path:
    """Save an encoder without a head, and return its folder."""
    torch.manual_seed(3)
    return _save(BertModel(_bert(layers), add_pooling_layer=False), folder)


def _bert(layers: int) -> BertConfig:
    return BertConfig(
        vocab_size=len(PIECES),
        hidden_size=32,
        num_hidden_layers=layers,
        num_attention_heads=2,
        intermediate_size=32,
        pad_token_id=1,
        initializer_range=0.5,  # so that logits differ
    )


def _save(model: PreTrainedModel, folder: Path) -> Path:
    model.save_pretrained(folder)
    words = {"unk_token": "[UNK]", "pad_token": "[PAD]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
    fast = PreTrainedTokenizerFast(tokenizer_object=tokenizer(), model_max_length=512, **words)  # type: ignore[no-untyped-call]  # the library's own lack
    fast.save_pretrained(folder)
    return folder
