"""One call of the command line, and where its results go."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import TextIO

from index import jsonable
from index.errors import UnknownCollection
from index.library import ArticleIndex
from index.printing import Printer
from index.settings import Settings


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the command line: what was typed, the settings, and where results are printed."""

    arguments: argparse.Namespace
    settings: Settings
    printer: Printer

    def index(self, *, accept_mismatch: bool = False) -> closing[ArticleIndex]:
        """Open the index for a `with` block."""
        return closing(ArticleIndex.open(self.settings, accept_mismatch=accept_mismatch))

    def collection(self, index: ArticleIndex) -> str | None:
        """Return the collection that was named, None for all articles. Raises UnknownCollection."""
        name: str | None = self.arguments.collection
        if name is not None and name not in (known := index.collections()):
            raise UnknownCollection(name, known)
        return name

    def print(self, as_json: jsonable.Json, for_people: Callable[[], None]) -> None:
        """Print one of the two, as was asked for."""
        if self.arguments.json:
            print_json(as_json)
        else:
            for_people()


def print_json(value: jsonable.Json, file: TextIO | None = None) -> None:
    """Print one line of JSON at once, so that a program at the other end of a pipe need not wait."""
    print(json.dumps(value, ensure_ascii=False), file=file, flush=True)
