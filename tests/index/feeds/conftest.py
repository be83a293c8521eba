"""The server that the feeds come from."""

from tests.index.fetching.conftest import server

__all__ = ["server"]
