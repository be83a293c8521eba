"""The models in memory: an encoder and the readers on it, each loaded when first needed."""

from __future__ import annotations

import threading

from index.embeddings import Encoder
from index.reading import Readers, load_readers


class Loader:
    """Loads models, from any thread."""

    def __init__(self, reader: str) -> None:
        """Load the reader of that name with every encoder."""
        self._reader = reader
        self._encoder: Encoder | None = None
        self._readers: Readers | None = None
        self._loading = threading.Lock()

    def encoder(self, name: str) -> Encoder:
        """Return the encoder of that name; the one held so far makes room for it."""
        with self._loading:
            return self._load(name)

    def readers(self, encoder: str) -> Readers:
        """Return the readers on the encoder of that name."""
        with self._loading:
            loaded = self._load(encoder)
            self._readers = self._readers or load_readers(self._reader, loaded)
            return self._readers

    def _load(self, name: str) -> Encoder:
        if self._encoder is None or self._encoder.name != name:
            self._encoder = self._readers = None
            self._encoder = Encoder(name)
        return self._encoder
