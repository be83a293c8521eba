"""Texts -> float32 vectors of length 1; the only file that loads the encoder."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from index.cores import limit_threads
from index.interrupting import go_on
from index.models import locate, told
from index.settings import MULTILINGUAL_E5

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from tokenizers import Tokenizer
    from transformers import PreTrainedModel, PreTrainedTokenizerFast

Vectors = npt.NDArray[np.float32]

# Passages sent through the model at once. On one core of a CPU with 512 KB of second-level cache 8 passages of 250
# tokens took a fifth less time than 32, with either model, and half the memory. 6 need less padding than 8: with news
# articles, 8 together and in the order of their tokens, a twelfth less time.
_BATCH = 6
# What E5 models were trained with (Wang et al. 2024, "Multilingual E5 Text Embeddings"); on the hub some don't say so.
_E5_PROMPTS = {"query": "query: ", "document": "passage: "}
# E5 models were trained at a low temperature (the paper's section 2): to them all texts lie close together.
_E5_UNRELATED = 0.75


class Encoder:
    """An embedding model (Reimers and Gurevych 2019) with its tokenizer; usable from any thread, one at a time.

    `unrelated` is the cosine that it gives to two texts that have nothing to do with each other.
    """

    def __init__(self, name: str) -> None:
        """Load the model `name`. Raises ModelError where that can't be done."""
        self.name = name
        self.unrelated = _E5_UNRELATED if _is_e5(name) else 0.0
        self._lock = threading.Lock()
        # Held while one waits for the lock: who gives the lock back and wants it again stands behind.
        self._next = threading.Lock()
        self._model = _load(name)
        tokenizer = self._model.tokenizer
        prompt = self._model.prompts.get("document") or ""
        self._counter = _counter(tokenizer)
        reserved = tokenizer.num_special_tokens_to_add() + len(tokenizer.tokenize(prompt))
        self.dimension: int = self._model.get_embedding_dimension() or 0
        self.max_tokens: int = int(self._model.max_seq_length or tokenizer.model_max_length) - reserved

    @property
    def network(self) -> PreTrainedModel | None:
        """The network without what makes one vector of its output; None where it is none of transformers'."""
        return self._model.transformers_model

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Return one unit row for each text, float32 of shape (n, dimension).

        A question comes in between after each few of them, however many there are. Raises Interrupted.
        """
        rows: Vectors = np.empty((len(texts), self.dimension), np.float32)
        # Those of about the same length together, the longest first: short ones need not be padded to long ones.
        counts = self.count_tokens(texts)
        order = sorted(range(len(texts)), key=lambda number: -counts[number])
        for first in range(0, len(order), _BATCH):
            go_on()
            chosen = order[first : first + _BATCH]
            with self._turn():
                found = self._model.encode_document([texts[number] for number in chosen], batch_size=_BATCH)
            rows[chosen] = self._unit_rows(found)
        return rows

    def embed_questions(self, texts: Sequence[str]) -> Vectors:
        """Return one unit row for each question, float32 of shape (n, dimension)."""
        with self._turn():
            return self._unit_rows(self._model.encode_query(list(texts), batch_size=_BATCH))

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Return how many tokens each text has for this model, special ones not counted; never waits for a turn."""
        return [len(one.ids) for one in self._counter.encode_batch(list(texts), add_special_tokens=False)]

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Let nobody else use the model within the block; whoever waits longest is next."""
        with self._next:
            self._lock.acquire()
        try:
            yield
        finally:
            self._lock.release()

    def _unit_rows(self, encoded: object) -> Vectors:
        """Return the model's output as rows of length 1, also where there are none; bfloat16 comes near 1 only."""
        rows = np.asarray(encoded, dtype=np.float32).reshape(-1, self.dimension)
        unit: Vectors = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return unit


def _load(name: str) -> SentenceTransformer:
    """Load the model on the CPU without a word on the screen."""
    folder = locate(name)
    cores = limit_threads()
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    logging.set_verbosity_error()  # type: ignore[no-untyped-call]  # the library's own lack
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    torch.set_num_threads(cores)
    dtype = torch.bfloat16 if prefers_bfloat16(torch.cpu.get_capabilities()) else torch.float32
    with told(f"the embedding model {name}"):
        model = SentenceTransformer(folder, device="cpu", model_kwargs={"use_safetensors": True, "dtype": dtype})
    model.prompts.update(prompts(name, model.prompts))
    return model


def _counter(tokenizer: PreTrainedTokenizerFast) -> Tokenizer:
    """Return a tokenizer with the same parts that never pads nor cuts, so that it has no state and needs no lock."""
    whole = tokenizer.backend_tokenizer
    counter = type(whole)(whole.model)
    if whole.normalizer:
        counter.normalizer = whole.normalizer
    if whole.pre_tokenizer:
        counter.pre_tokenizer = whole.pre_tokenizer
    counter.add_special_tokens([token for _, token in sorted(whole.get_added_tokens_decoder().items())])
    return counter


def prefers_bfloat16(capabilities: Mapping[str, object]) -> bool:
    """Whether the processor multiplies bfloat16 itself, faster than float32; without that it takes far longer.

    `capabilities` are those of `torch.cpu.get_capabilities`.
    """
    return bool(capabilities.get("avx512_bf16") or capabilities.get("amx_bf16"))


def prompts(name: str, own: Mapping[str, str | None]) -> Mapping[str, str | None]:
    """Return what the model `name` wants in front of a "query" and a "document"; its `own` if it has any."""
    return _E5_PROMPTS if _is_e5(name) and not any(own.values()) else own


def _is_e5(name: str) -> bool:
    """Whether the model `name` is of the E5 family, as far as its name tells."""
    return name == MULTILINGUAL_E5 or "e5" in re.split(r"[\W_]", Path(name).name.lower())
