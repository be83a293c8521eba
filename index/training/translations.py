"""Questions of SQuAD in Azerbaijani, Turkish, Russian and Persian, over its English passages."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from index.training.examples import Example

QUESTIONS = Path(__file__).with_name("translations.tsv.gz")


def translated(known: Mapping[str, Example]) -> Iterator[Example]:
    """Yield each translated question over the passage of the one of `known` whose id it has."""
    with gzip.open(QUESTIONS, "rt", encoding="utf-8") as file:
        for line in file:
            key, question = line.rstrip("\n").split("\t")
            if key in known:
                yield replace(known[key], question=question)
