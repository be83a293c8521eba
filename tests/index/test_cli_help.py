"""The command line: what it says of itself."""

from __future__ import annotations

import pytest

from index.parser import parser
from tests.index.conftest import Run

_COMMANDS = ("add", "list", "show", "remove", "search", "ask", "rebuild", "evaluate", "calibrate", "stats", "check")


@pytest.mark.parametrize("command", _COMMANDS)
def test_help_shows_an_example(run: Run, command: str) -> None:
    """Every command explains itself, with an example that can be parsed."""
    done = run(command, "--help")
    assert (done.code, done.err) == (0, "")
    _, example = done.out.split("example:\n  python -m index ")
    assert example.startswith(command)


def test_every_command_has_a_function() -> None:
    """What can be typed is what is done."""
    from index.commands import COMMANDS

    assert tuple(COMMANDS) == _COMMANDS
    assert f"{{{','.join(_COMMANDS)}}}" not in parser().format_usage()
    assert all(command in parser().format_help() for command in _COMMANDS)
