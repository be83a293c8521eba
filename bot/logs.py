"""The log: one line an event on standard error, in which the token never stands."""

from __future__ import annotations

import logging


class _Masking(logging.Formatter):
    """Formats records, tracebacks included, with the token masked."""

    def __init__(self, token: str | None) -> None:
        """Remember what to mask."""
        super().__init__("%(asctime)s %(levelname)s %(message)s")
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as text without the token."""
        text = super().format(record)
        return text.replace(self._token, "[BOT_TOKEN]") if self._token else text


def start(token: str | None, level: int) -> None:
    """Log from `level` on to standard error, libraries only their warnings."""
    handler = logging.StreamHandler()
    handler.setFormatter(_Masking(token))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    for package in ("bot", "index"):
        logging.getLogger(package).setLevel(level)
