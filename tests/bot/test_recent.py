"""What is kept of much that comes by."""

from __future__ import annotations

from bot.recent import Recent


def test_the_oldest_make_room() -> None:
    """Beyond the most that are kept the one that was set longest ago goes; setting one again makes it the newest."""
    kept: Recent[str, int] = Recent(2)
    kept["a"] = 1
    kept["b"] = 2
    kept["a"] = 3
    kept["c"] = 4
    assert kept == {"a": 3, "c": 4}
