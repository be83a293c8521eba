"""`python -m bot`: on Telegram with a BOT_TOKEN, else the same conversation in the terminal.

Exit codes: 0 after SIGTERM, Ctrl+C or the end of the input; 1 where the bot can't go on; 2 for wrong settings.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import logging
import signal
import sys
from types import FrameType

from bot import logs, serving, terminal, texts
from bot.app import build_application
from bot.chats import Chats
from bot.connecting import CannotServe
from bot.examples import Examples
from bot.opening import holdings, open_index
from bot.screen import PERSON
from bot.settings import BotSettings
from bot.watching import watched
from bot.worker import Worker
from index import ArticleIndex
from index.errors import ArticleIndexError, SettingsError


def main() -> int:
    """Run the bot and return its exit code."""
    argparse.ArgumentParser(
        "python -m bot", description=__doc__, epilog="example: BOT_TOKEN=... python -m bot"
    ).parse_args()
    signal.signal(signal.SIGTERM, _leave)
    try:
        settings = BotSettings.load()
        logs.start(settings.token, logging.INFO if settings.token else logging.WARNING)
        index = open_index(settings)
        try:
            _talk(index, settings)
        finally:
            index.close()
    except SettingsError as error:
        return _fail(error, 2)
    except (ArticleIndexError, CannotServe) as error:
        return _fail(error, 1)
    except KeyboardInterrupt:
        return 0
    finally:
        # Everything is closed; collecting all that the libraries made would hold the end up for seconds.
        gc.freeze()
    return 0


def _talk(index: ArticleIndex, settings: BotSettings) -> None:
    """Answer until told to stop."""
    worker = Worker(index, length=settings.queue_length, notice=settings.notice_seconds)
    examples = Examples(settings.example_questions)
    chats = Chats(settings.articles_home)
    try:
        if settings.token:
            examples.choose(index)  # now, so that the first /start does not wait for it
            application = build_application(settings.token, settings, worker, examples, chats)
            holds = holdings(index) + watched(settings)
            asyncio.run(serving.serve(application, worker, chats, settings, holds))
        else:
            screen = terminal.screen()
            screen.show(texts.IN_THE_TERMINAL())
            settings = settings.model_copy(update={"admin_ids": (PERSON,)})
            application = build_application(terminal.TOKEN, settings, worker, examples, chats, screen)
            terminal.converse(application, screen)
    finally:
        worker.close()
        chats.close()


def _leave(number: int, frame: FrameType | None) -> None:
    """End at once, but in order: what is opened is closed."""
    sys.exit(0)


def _fail(error: Exception, code: int) -> int:
    """Say in one line what is wrong, and return the exit code."""
    print(f"error: {error}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
