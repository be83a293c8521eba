"""Marks: what stands on a button for a text that is too long for it."""

from __future__ import annotations

from hashlib import blake2b


def mark_of(text: str) -> str:
    """Return 12 hexadecimal digits that tell a text, such as an address, from others."""
    return blake2b(text.encode(), digest_size=6).hexdigest()
