"""A packed model's pieces -> a tokenizer as the tokenizers library reads it."""

from __future__ import annotations

from index.models.packed import Packed

_MASK = "<mask>"


def tokenizer(packed: Packed) -> dict[str, object]:
    """Return XLM-R's tokenizer (Conneau et al. 2020): a unigram model (Kudo 2018) over text in NFKC."""
    metaspace = {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True}
    one_blank = {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "}
    bos, eos = (_place("SpecialToken", packed.pieces[number]) for number in (packed.bos, packed.eos))
    single = [bos, _place("Sequence", "A"), eos]
    return {
        "version": "1.0",
        "added_tokens": [
            _added(packed, number)
            for number in (packed.bos, packed.pad, packed.eos, packed.unk, packed.pieces.index(_MASK))
        ],
        "normalizer": {"type": "Sequence", "normalizers": [{"type": "Nmt"}, {"type": "NFKC"}, one_blank]},
        "pre_tokenizer": metaspace,
        "decoder": metaspace,
        "post_processor": {
            "type": "TemplateProcessing",
            "single": single,
            "pair": [*single, eos, _place("Sequence", "B"), eos],
            "special_tokens": dict(_tokens(packed, number) for number in (packed.bos, packed.eos)),
        },
        "model": {
            "type": "Unigram",
            "unk_id": packed.unk,
            "byte_fallback": False,
            "vocab": list(zip(packed.pieces, packed.scores.tolist(), strict=True)),
        },
    }


def tokenizer_settings(packed: Packed) -> dict[str, object]:
    """Return which pieces are special, and how many tokens the model reads."""
    bos, eos = packed.pieces[packed.bos], packed.pieces[packed.eos]
    return {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "model_max_length": packed.sizes.positions,
        **{"bos_token": bos, "cls_token": bos, "eos_token": eos, "sep_token": eos},
        **{"pad_token": packed.pieces[packed.pad], "unk_token": packed.pieces[packed.unk], "mask_token": _MASK},
    }


def _place(kind: str, id: str) -> dict[str, object]:
    """Return one place in the template of an input."""
    return {kind: {"id": id, "type_id": 0}}


def _tokens(packed: Packed, number: int) -> tuple[str, object]:
    """Return what a special piece in a template stands for."""
    piece = packed.pieces[number]
    return piece, {"id": piece, "ids": [number], "tokens": [piece]}


def _added(packed: Packed, number: int) -> dict[str, object]:
    """Return a piece that is never cut out of a word."""
    flags = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
    return {"id": number, "content": packed.pieces[number], **flags}
