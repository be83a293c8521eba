"""The webhook: the server brings updates over HTTP, with a secret that nobody else knows.

python-telegram-bot has one too, but it answers what is no update as a fault of the bot, and takes 100 MB for an update.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import re
import socket
from collections.abc import Callable
from urllib.parse import urlsplit

from telegram import Bot, Update
from tornado.httpserver import HTTPServer
from tornado.web import Application, HTTPError, RequestHandler, stream_request_body

from bot.app import UPDATES, App
from bot.connecting import CannotServe, patiently
from bot.inbox import Inbox
from bot.settings import BotSettings
from bot.stopping import unless

logger = logging.getLogger(__name__)

_LARGEST = 1_000_000  # bytes; a long message that replies to a long one has a tenth of that
_BODY_SECONDS = 30.0  # in which an update must be there
_IDLE_SECONDS = 120.0  # for which a connection is kept between two updates


async def receive(
    application: App, inbox: Inbox, settings: BotSettings, stopping: asyncio.Event, ready: Callable[[], None]
) -> None:
    """Take what the server brings until `stopping`; `ready` is called once it can. Raises CannotServe.

    What comes later finds nobody: the server keeps it and brings it to the next start.
    """
    path = urlsplit(settings.webhook_url or "").path or "/"
    given = {"secret": settings.secret, "bot": application.bot, "inbox": inbox}
    site = Application([(re.escape(path), _Delivery, given)], log_function=lambda _: None)
    server = HTTPServer(site, body_timeout=_BODY_SECONDS, idle_connection_timeout=_IDLE_SECONDS)
    server.add_socket(_listening(settings))
    try:
        await unless(stopping, patiently(lambda: _announce(application.bot, settings), settings, "WEBHOOK_URL"))
        ready()
        await stopping.wait()
    finally:
        server.stop()
        await server.close_all_connections()


def _listening(settings: BotSettings) -> socket.socket:
    """Return a socket to which the server may connect. Raises CannotServe."""
    host, port = settings.listen
    try:
        listening = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise CannotServe(f"WEBHOOK_LISTEN={settings.webhook_listen} can't be used: {error}; set another one") from None
    listening.setblocking(False)
    return listening


async def _announce(bot: Bot, settings: BotSettings) -> None:
    """Tell the server where to bring updates; those that wait are kept."""
    await bot.set_webhook(settings.webhook_url or "", allowed_updates=UPDATES, secret_token=settings.secret)


@stream_request_body
class _Delivery(RequestHandler):
    """One request: an update is taken and the request answered at once, however long its answer takes."""

    def initialize(self, secret: str, bot: Bot, inbox: Inbox) -> None:
        """Begin with nothing read."""
        self._secret = secret
        self._bot = bot
        self._inbox = inbox
        self._body = bytearray()

    def prepare(self) -> None:
        """Refuse who does not know the secret, before anything is read."""
        given = self.request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            raise HTTPError(403)

    def data_received(self, chunk: bytes) -> None:
        """Keep what comes, up to a little more than an update may have."""
        if len(self._body) <= _LARGEST:
            self._body += chunk

    def post(self) -> None:
        """Take the update; raises HTTPError where there is none."""
        if len(self._body) > _LARGEST:
            raise HTTPError(413)
        update = _update(bytes(self._body), self._bot)
        if update is None:
            raise HTTPError(400)
        self._inbox.take(update)


def _update(body: bytes, bot: Bot) -> Update | None:
    """Return the update in a request, None where there is none."""
    try:
        return Update.de_json(json.loads(body), bot)
    except Exception as error:  # the library does not say what it raises where something is missing
        logger.warning("the webhook got what is no update: %r", error)
        return None
