"""Who fetches for the bot."""

from __future__ import annotations

from bot.fetching import fetcher_of
from bot.settings import BotSettings


def test_one_fetches_for_all() -> None:
    """Admins' additions and looks at feeds take turns at a host; what other settings allow is fetched by another."""
    settings = BotSettings.load()
    assert fetcher_of(settings) is fetcher_of(BotSettings.load())
    assert fetcher_of(settings) is not fetcher_of(BotSettings.load(fetch_allow="127.0.0.1:8080"))
