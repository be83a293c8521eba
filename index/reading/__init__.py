"""Questions and passages -> spans, read by a network that was trained for it, or told by their vectors."""

from index.reading.loading import Reader, Readers, load_readers

__all__ = ["Reader", "Readers", "load_readers"]
