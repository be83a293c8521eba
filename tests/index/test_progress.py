"""Progress bars: on a terminal only."""

from __future__ import annotations

import io
import sys

import pytest

from index.progress import progress_bar


class _Screen(io.StringIO):
    """Standard error that is a terminal, or is none."""

    def __init__(self, terminal: bool) -> None:
        """Begin empty."""
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        """Say whether it is a terminal."""
        return self._terminal


def _show(terminal: bool, monkeypatch: pytest.MonkeyPatch) -> tuple[str, int]:
    """Move a bar on; return what was drawn and how often the length was asked for."""
    asked: list[int] = []
    screen = _Screen(terminal)
    monkeypatch.setattr(sys, "stderr", screen)

    def count() -> int:
        asked.append(3)
        return 3

    with progress_bar("Adding", count) as step:
        step.one()
        step.at(2, 3)
    return screen.getvalue(), len(asked)


def test_a_terminal_shows_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done, how far it is, and how much there is."""
    monkeypatch.setenv("TERM", "xterm")
    drawn, asked = _show(True, monkeypatch)
    assert "Adding" in drawn
    assert "2/3" in drawn
    assert asked == 1


def test_elsewhere_nothing_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a terminal there is no bar, also where colours are forced, and nothing is counted for it."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert _show(False, monkeypatch) == ("", 0)
