"""Address -> what stands there, fetched so that nobody can be led into the network behind this machine."""

from index.fetching.fetched import Fetched
from index.fetching.fetcher import Fetcher
from index.fetching.kinds import suffix

__all__ = ["Fetched", "Fetcher", "suffix"]
