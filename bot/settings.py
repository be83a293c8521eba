"""What the bot needs to know besides `index.settings`: its token, its people, its queue."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Annotated, Any, Self

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import DotEnvSettingsSource, NoDecode

from index.errors import SettingsError
from index.settings import Settings

EXAMPLES = (
    "What is the trade target?",
    "How large is the Iranian delegation?",
    "What is the trade goal for five years?",
)


_LAST_PORT = 65535
TELEGRAM = "https://api.telegram.org"
_MAKE_ONE = 'make one with: python3 -c "import secrets; print(secrets.token_urlsafe())"'


class BotSettings(Settings):
    """Settings of the bot and of the index; unlike `index`, it refuses a name in `.env` that it does not know."""

    bot_token: SecretStr | None = Field(None, description="from @BotFather; without it the bot talks in the terminal")
    bot_api_url: str = Field(TELEGRAM, pattern="^https?://[^/]", description="root of the Bot API server")
    admin_ids: Annotated[tuple[int, ...], NoDecode] = Field(
        (), description="ids of people, and of groups whose members are all admins, separated by commas"
    )
    allowed_chats: Annotated[tuple[int, ...], NoDecode] = Field(
        (), description="ids of the chats that are served, separated by commas; empty: everyone; admins always"
    )
    owner: str = Field("", max_length=200, description="whose bot this is; told to the chats that are not served")
    webhook_url: str | None = Field(
        None, pattern=r"^https?://[^/?#\s]+", description="where Telegram brings updates; without it they are fetched"
    )
    webhook_secret: SecretStr | None = Field(None, description="what tells Telegram's requests from others'")
    webhook_listen: str = Field(
        "127.0.0.1:8080", pattern=r"^([^\s:]+|\[[\da-fA-F:.]+\]):\d{1,5}$", description="where the webhook listens"
    )
    example_questions: Annotated[tuple[str, ...], NoDecode] = Field(
        EXAMPLES, description="offered by /start if the articles answer them, separated by |"
    )
    queue_length: int = Field(100, ge=1, description="questions that may wait: the last one waits about a minute")
    person_queue_length: int = Field(30, ge=1, description="questions of one person that may wait")
    chat_queue_length: int = Field(60, ge=1, description="questions in one chat that may wait")
    notice_seconds: float = Field(3, gt=0, description="who waits longer is told how many are before them")
    weekly_report: bool = Field(True, description="whether admins get the week's questions without an answer")
    start_patience: float = Field(30, ge=0, description="seconds that the Bot API server may be away at the start")

    @field_validator("admin_ids", "allowed_chats", mode="before")
    @classmethod
    def _numbers(cls, value: object) -> object:
        """Read "1, 2" as numbers, blank parts left out."""
        return _parts(value, ",")

    @field_validator("webhook_listen")
    @classmethod
    def _address(cls, value: str) -> str:
        """Check the port, which a pattern can't."""
        if int(value.rpartition(":")[2]) > _LAST_PORT:
            raise ValueError(f"a port is at most {_LAST_PORT}")
        return value

    @field_validator("example_questions", mode="before")
    @classmethod
    def _questions(cls, value: object) -> object:
        """Read "one? | two?" as questions, blank parts left out."""
        return _parts(value, "|")

    @classmethod
    def load(cls, **given: Any) -> Self:
        """Read the settings; `given` ones win. Raises SettingsError, also for a name in `.env` that is none."""
        settings = super().load(**given)
        unknown = DotEnvSettingsSource(cls).env_vars.keys() - cls.model_fields.keys()
        if unknown:
            raise SettingsError("; ".join(f"{name.upper()} in .env {_advice(name)}" for name in sorted(unknown)))
        if settings.token and not re.fullmatch(r"[\w:-]+", settings.token, re.ASCII):
            raise SettingsError("BOT_TOKEN is no token: copy it from @BotFather, it looks like 123456:ABC-DEF")
        if settings.webhook_url:
            _check_webhook(settings, settings.webhook_url)
        return settings

    @property
    def token(self) -> str | None:
        """The token in clear, or None where there is none."""
        return self.bot_token.get_secret_value().strip() or None if self.bot_token else None

    @property
    def secret(self) -> str:
        """The webhook's secret in clear, empty where there is none."""
        return self.webhook_secret.get_secret_value() if self.webhook_secret else ""

    @property
    def listen(self) -> tuple[str, int]:
        """The address and the port at which the webhook listens."""
        host, _, port = self.webhook_listen.rpartition(":")
        return host.strip("[]"), int(port)

    @property
    def api_root(self) -> str:
        """The Bot API's root without a slash at its end."""
        return self.bot_api_url.rstrip("/")

    def is_admin(self, id: int) -> bool:
        """Whether this person, or everybody in the group with this id, may change the articles."""
        return id in self.admin_ids

    def admits(self, chat: int) -> bool:
        """Whether the chat with this id is served."""
        return not self.allowed_chats or chat in self.allowed_chats or self.is_admin(chat)


def _check_webhook(settings: BotSettings, url: str) -> None:
    """Raise SettingsError where the webhook at `url` can't work with the other settings."""
    if not settings.secret:
        raise SettingsError(f"WEBHOOK_SECRET is missing, which WEBHOOK_URL needs; {_MAKE_ONE}")
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", settings.secret):
        raise SettingsError(f"WEBHOOK_SECRET may have 1 to 256 of A-Z a-z 0-9 _ - and nothing else; {_MAKE_ONE}")
    # A Bot API server of one's own takes http as well.
    if url.startswith("http:") and settings.api_root == TELEGRAM:
        raise SettingsError(
            "WEBHOOK_URL begins with http:, but Telegram comes over https only; put a proxy with a certificate "
            "before the bot, or leave WEBHOOK_URL empty"
        )


def _parts(value: object, separator: str) -> object:
    """Split a string, blank parts left out; return anything else as it is."""
    if not isinstance(value, str):
        return value
    return tuple(part.strip() for part in value.split(separator) if part.strip())


def _advice(name: str) -> str:
    """Say which setting was probably meant by `name`."""
    close = get_close_matches(name, BotSettings.model_fields, n=1)
    return f"is not a setting; did you mean {close[0].upper()}?" if close else "is not a setting; see .env.example"
