"""Files that people send, fetched from Telegram."""

from __future__ import annotations

import logging

from telegram import Document
from telegram.constants import FileSizeLimit
from telegram.error import BadRequest, TelegramError

logger = logging.getLogger(__name__)

_SECONDS = 60.0  # for the largest file, over a slow line


class TooLarge(Exception):
    """Telegram does not let bots fetch so large a file."""


async def fetch(document: Document) -> bytes | None:
    """Return a file's bytes; None where Telegram does not give it now, which is logged. Raises TooLarge."""
    if (document.file_size or 0) > FileSizeLimit.FILESIZE_DOWNLOAD:
        raise TooLarge
    try:
        file = await document.get_file()
        return bytes(await file.download_as_bytearray(read_timeout=_SECONDS))
    except TelegramError as error:
        # A server does not always tell the size beforehand.
        if isinstance(error, BadRequest) and "too big" in error.message.lower():
            raise TooLarge from None
        logger.warning("a file could not be fetched: %s", error)
        return None
