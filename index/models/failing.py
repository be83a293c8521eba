"""What a library raises for a model that it can't load -> one line that a person can read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from safetensors import SafetensorError

from index.errors import ModelError


@contextmanager
def told(what: str) -> Iterator[None]:
    """Raise ModelError where the model that `what` names can't be loaded in this block."""
    try:
        yield
    except (OSError, ValueError, RuntimeError, KeyError, SafetensorError) as error:
        first = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise ModelError(f"{what} can't be loaded: {first}") from error
