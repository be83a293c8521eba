"""The command line: what it says of itself."""

from __future__ import annotations

import shlex

import pytest

from index.parser import parser
from tests.index.conftest import Run

_COMMANDS = (
    *("add", "list", "show", "edit", "remove", "collections", "search", "ask", "rebuild", "evaluate", "calibrate"),
    *("stats", "check", "feedback", "feeds", "folders"),
)
_WATCHED = ("list", "add", "remove", "check")
_ACTIONS = ("list", "export", "settle", "dismiss")


@pytest.mark.parametrize("command", _COMMANDS)
def test_help_shows_an_example(run: Run, command: str) -> None:
    """Every command explains itself, with an example that can be parsed."""
    done = run(command, "--help")
    assert (done.code, done.err) == (0, "")
    _, example = done.out.split("example:\n  python -m index ")
    assert example.startswith(command)


@pytest.mark.parametrize(
    ("command", "action"),
    [
        *(("feedback", one) for one in _ACTIONS),
        *((command, one) for command in ("feeds", "folders") for one in _WATCHED),
    ],
)
def test_help_on_an_action_shows_an_example(run: Run, command: str, action: str) -> None:
    """Every command below `feedback`, `feeds` and `folders` explains itself, with an example that can be parsed."""
    done = run(command, action, "--help")
    assert (done.code, done.err) == (0, "")
    _, example = done.out.split("example:\n  python -m index ")
    typed = parser().parse_args(shlex.split(example))
    assert (typed.command, typed.action) == (command, action)


def test_every_command_has_a_function() -> None:
    """What can be typed is what is done."""
    from index.commands import COMMANDS
    from index.feedback_commands import FEEDBACK
    from index.feeds_commands import FEEDS
    from index.folders_commands import FOLDERS

    assert (tuple(FEEDBACK), tuple(FEEDS), tuple(FOLDERS)) == (_ACTIONS, _WATCHED, _WATCHED)
    assert tuple(COMMANDS) == _COMMANDS
    assert f"{{{','.join(_COMMANDS)}}}" not in parser().format_usage()
    assert all(command in parser().format_help() for command in _COMMANDS)
