"""Once a week the admins get the questions that found no answer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.chats import Chats
from bot.weekly import PERIOD, Reports
from index import ArticleIndex
from tests.botapi import BotApi

from .serving import serve_while

_NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)
_HOUR = timedelta(hours=1)


def a_week_ago(home: Path) -> None:
    """Let the last report be older than a week."""
    reports = Reports(home)
    reports.due(datetime.now(UTC) - PERIOD - _HOUR)
    reports.close()


def test_a_report_is_due_after_a_week(tmp_path: Path) -> None:
    """The first a week after the bot began, each reports since the one before, and none is due twice."""
    reports = Reports(tmp_path)
    assert reports.due(_NOW) is None
    assert reports.due(_NOW + PERIOD - _HOUR) is None
    reports.close()
    again = Reports(tmp_path)
    assert again.due(_NOW + PERIOD + _HOUR) == _NOW
    assert again.due(_NOW + PERIOD + 2 * _HOUR) is None
    again.close()


def test_the_admins_read_what_was_not_answered(library: ArticleIndex, tmp_path: Path) -> None:
    """The most asked first, each in the admin's language, without a word of who asked; who asked gets nothing."""
    a_week_ago(tmp_path)
    with BotApi() as api:
        ann, chief, other = api.person("Ann"), api.person("Chief"), api.person("Other")
        chats = Chats(tmp_path)
        chats.change(other.id, language="ru")
        chats.close()

        def ask() -> None:
            for question in ("Who won the match?", "what is the time in Tokyo?", "who won  the match?"):
                ann.says(question)
                silence = ann.hears()
            ann.presses(silence, "The articles do say").answered()
            ann.says("What did the new terminal cost?")
            ann.hears()

        def read() -> None:
            assert chief.hears().text == (
                "The articles did not answer these questions last week, most asked first:\n"
                "2 × Who won the match?\n1 × what is the time in Tokyo?\n\n"
                "1 answer that people voted on waits for your look: /review"
            )
            assert other.hears().text.startswith("На эти вопросы статьи")
            ann.hears_nothing(0.1)

        quiet = {"articles_home": tmp_path, "weekly_report": False}
        serve_while(api, library, ask, **quiet, admin_ids=(chief.id, other.id))
        chief.hears_nothing(0.1)
        serve_while(api, library, read, articles_home=tmp_path, admin_ids=(chief.id, other.id))


def test_a_week_without_a_question_has_no_report(library: ArticleIndex, tmp_path: Path) -> None:
    """Nothing happened, nothing is said; nor is it later."""
    a_week_ago(tmp_path)
    with BotApi() as api:
        chief = api.person("Chief")
        serve_while(api, library, lambda: chief.hears_nothing(0.5), articles_home=tmp_path, admin_ids=(chief.id,))
    reports = Reports(tmp_path)
    assert reports.due(datetime.now(UTC)) is None
    reports.close()


def test_an_admin_who_never_wrote_costs_the_others_nothing(library: ArticleIndex, tmp_path: Path) -> None:
    """Whom the bot can't write to is a line of the log."""
    a_week_ago(tmp_path)
    with BotApi() as api:
        ann, chief = api.person("Ann"), api.person("Chief")

        def ask() -> None:
            ann.says("Who won the match?")
            ann.hears()

        serve_while(api, library, ask, articles_home=tmp_path)

        def read() -> None:
            assert "1 × Who won the match?" in chief.hears().text

        serve_while(api, library, read, articles_home=tmp_path, admin_ids=(999, chief.id))
