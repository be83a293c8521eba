"""Texts -> float32 vectors of length 1; the only file that loads the encoder."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from index.cores import limit_threads
from index.errors import ModelError
from index.models import locate

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = npt.NDArray[np.float32]

# Passages sent through the model at once: more gains nothing on a CPU and costs memory.
_BATCH = 32


class Encoder:
    """An embedding model (Reimers and Gurevych 2019) with its tokenizer; usable from any thread, one at a time."""

    def __init__(self, name: str) -> None:
        """Load the model `name`. Raises ModelError where that can't be done."""
        self.name = name
        self._lock = threading.Lock()
        self._model = _load(name)
        tokenizer = self._model.tokenizer
        prompt = self._model.prompts.get("document", "")
        reserved = tokenizer.num_special_tokens_to_add() + len(tokenizer.tokenize(prompt))
        self.dimension: int = self._model.get_embedding_dimension() or 0
        self.max_tokens: int = int(self._model.max_seq_length or tokenizer.model_max_length) - reserved

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Return one unit row for each text, float32 of shape (n, dimension)."""
        with self._lock:
            return self._rows(self._model.encode_document(list(texts), batch_size=_BATCH, normalize_embeddings=True))

    def embed_questions(self, texts: Sequence[str]) -> Vectors:
        """Return one unit row for each question, float32 of shape (n, dimension)."""
        with self._lock:
            return self._rows(self._model.encode_query(list(texts), batch_size=_BATCH, normalize_embeddings=True))

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Return how many tokens each text has for this model, special ones not counted."""
        if not texts:
            return []
        with self._lock:
            encoded = self._model.tokenizer(
                list(texts), add_special_tokens=False, truncation=False, padding=False, verbose=False
            )
        return [len(ids) for ids in encoded["input_ids"]]

    def _rows(self, encoded: object) -> Vectors:
        """Return the model's output as rows, also where there are none."""
        return np.asarray(encoded, dtype=np.float32).reshape(-1, self.dimension)


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
    try:
        return SentenceTransformer(folder, device="cpu", model_kwargs={"use_safetensors": True})
    except (OSError, ValueError, RuntimeError, KeyError) as error:
        first = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise ModelError(f"the embedding model {name} can't be loaded: {first}") from error
