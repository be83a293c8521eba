"""An answer and a refusal, as they are shown to people."""

from __future__ import annotations

from datetime import date

from index import Answer
from tests.samples import PORT

DAY = date(2024, 3, 6)
_WORDS = "4 million containers"
_START = PORT.text.index(_WORDS)
FOUND = Answer(
    "How much will the port handle?",
    "answered",
    0.9,
    answer=_WORDS,
    field="text",
    start=_START,
    end=_START + len(_WORDS),
    quote=PORT.text[: PORT.text.index(" The new")],
    article=PORT,
    generation=3,
)
MISSED = Answer("Who built the port?", "not_found", 0.1, reason="not_in_articles", generation=3)
