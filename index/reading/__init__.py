"""Questions and passages -> spans, read by a network that was trained for it, or told by their vectors."""

from index.reading.loading import Reader, load_reader

__all__ = ["Reader", "load_reader"]
