"""The server that the tests fetch from."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.index.fetching.serving import Server, serving


@pytest.fixture
def server() -> Iterator[Server]:
    """Return a server on 127.0.0.1, without pages."""
    with serving() as running:
        yield running


@pytest.fixture(autouse=True)
def _proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Name proxies that are not there: whatever asks them fails."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
