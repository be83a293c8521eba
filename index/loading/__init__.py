"""Source -> Article: one file per kind of source."""

from index.loading.counting import count
from index.loading.listed import read_addresses
from index.loading.sources import LOADERS, load

__all__ = ["LOADERS", "count", "load", "read_addresses"]
