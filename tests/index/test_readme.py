"""What the README shows is what happens."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from bot.settings import BotSettings
from index.parser import parser
from tests.samples import ROOT

from .conftest import Run

_README = (ROOT / "README.md").read_text("utf-8")


def _block(language: str, start: str) -> str:
    """Return the block of code in which a line begins with `start`."""
    blocks = re.findall(rf"```{language}\n(.*?)```", _README, re.DOTALL)
    [found] = [block for block in blocks if re.search(rf"^{re.escape(start)}", block, re.MULTILINE)]
    return str(found)


@pytest.mark.usefixtures("by_default")
def test_the_first_answers_are_those_shown(default_home: Path, home: Path, run: Run) -> None:
    """Each command on the first screen prints what stands below it, but for where lines are broken."""
    shutil.copytree(default_home, home)
    block = _block("console", "$ .venv/bin/articles ask")
    shown = re.findall(r'^\$ \.venv/bin/articles ask "(.*)"\n((?:(?!\$ ).+\n)+)', block, re.MULTILINE)
    assert [run("ask", question).out.split() for question, _ in shown] == [answer.split() for _, answer in shown]
    assert len(shown) == block.count("$ ") == 3


@pytest.mark.usefixtures("by_default")
def test_the_python_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    """The lines of Python add an article and print its answer."""
    exec(compile(_block("python", "from index import"), "README.md", "exec"), {})
    assert capsys.readouterr().out == "answered The bridge cost 3 million euros. New bridge\n"


def test_every_command_is_named() -> None:
    """The README names every command, and none that there is not."""
    help = parser().format_help()
    commands = set(re.findall(r"^    (\w+) ", help, re.MULTILINE))
    named = set(re.findall(r"`(?:[a-z]+ )?(\w+)(?: -[^`]*)?`|articles (\w+)", _README))
    words = {word for pair in named for word in pair if word}
    assert commands == {
        "add",
        "list",
        "show",
        "edit",
        "remove",
        "collections",
        "search",
        "ask",
        "rebuild",
        "evaluate",
        "feedback",
        "feeds",
        "folders",
        "calibrate",
        "stats",
        "check",
    }
    assert commands <= words


def test_every_setting_of_the_example_file_is_one() -> None:
    """.env.example names the settings that users need, and none that there is not."""
    named = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text("utf-8"), re.MULTILINE))
    assert {name.lower() for name in named} <= set(BotSettings.model_fields)
    assert {"BOT_TOKEN", "ADMIN_IDS", "ALLOWED_CHATS", "BOT_API_URL", "ARTICLES_HOME", "EMBEDDING_MODEL"} <= named
