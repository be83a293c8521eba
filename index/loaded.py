"""The models in memory: an encoder and a reader, loaded when first needed."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from index.embeddings import Encoder
from index.reading import Reader, load_reader
from index.settings import SENTENCES


@dataclass(frozen=True, slots=True)
class Models:
    """An encoder, the reader that may use parts of it, and one that tells sentences by the encoder alone."""

    encoder: Encoder
    reader: Reader
    sentences: Reader


class Loader:
    """Loads models, from any thread."""

    def __init__(self, reader: str) -> None:
        """Load the reader of that name with every encoder."""
        self._reader = reader
        self._models: Models | None = None
        self._loading = threading.Lock()

    def load(self, encoder: str) -> Models:
        """Return the encoder of that name, with the reader; the encoder held so far makes room for it."""
        with self._loading:
            if self._models is None or self._models.encoder.name != encoder:
                self._models = None
                loaded = Encoder(encoder)
                self._models = Models(loaded, load_reader(self._reader, loaded), load_reader(SENTENCES, loaded))
            return self._models
