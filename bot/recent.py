"""What was noted lately: older entries make room for new ones."""

from __future__ import annotations

from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Recent(dict[Key, Value]):
    """A dictionary of at most so many entries; what was set last is kept longest."""

    def __init__(self, most: int) -> None:
        """Keep `most` entries, at least 1."""
        super().__init__()
        self._most = most

    def __setitem__(self, key: Key, value: Value) -> None:
        """Keep an entry as the newest, and forget the oldest beyond what is kept."""
        self.pop(key, None)
        super().__setitem__(key, value)
        if len(self) > self._most:
            del self[next(iter(self))]
