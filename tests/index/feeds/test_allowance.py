"""How often a host may be asked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from index.feeds import Allowance
from tests.index.fetching.test_turns import Clock


def test_a_host_is_asked_so_often_an_hour() -> None:
    """However many feeds and pages it has; other hosts are not meant, and an hour later it may be asked again."""
    clock = Clock()
    allowance = Allowance(2, clock)
    assert [allowance.take(f"https://a.org/{number}") for number in range(3)] == [True, True, False]
    assert allowance.take("https://b.org/")
    clock.now += 3599
    assert not allowance.take("http://a.org:8080/")
    clock.now += 1
    assert allowance.take("https://a.org/")


def test_a_host_rests_until_its_moment() -> None:
    """What a server asked for holds for all of its pages."""
    allowance, now = Allowance(), datetime.now(UTC)
    allowance.rest("https://a.org/x", now + timedelta(hours=1))
    assert not allowance.take("https://a.org/y")
    assert allowance.take("https://b.org/")
    allowance.rest("https://a.org/x", now - timedelta(seconds=1))
    assert allowance.take("https://a.org/y")
