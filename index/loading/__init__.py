"""Source -> Article: one file per kind of source."""

from index.loading.counting import sizes
from index.loading.listed import read_addresses
from index.loading.sources import LOADERS, files_below, load

__all__ = ["LOADERS", "files_below", "load", "read_addresses", "sizes"]
