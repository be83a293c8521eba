"""Reading-comprehension data -> examples: SQuAD's JSON, and QAMR's lines."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Example:
    """A question over a passage: `passage[start:end]` answers it; where both are 0 the passage does not.

    `lead` is what stands in front of the passage: its article's title and date.
    """

    question: str
    passage: str
    start: int = 0
    end: int = 0
    lead: str = ""
    id: str = ""

    @property
    def answerable(self) -> bool:
        """Whether the passage answers the question."""
        return self.end > self.start

    @property
    def answer(self) -> str:
        """The words of the passage that answer; empty where there are none."""
        return self.passage[self.start : self.end]


def read_squad(path: Path) -> Iterator[list[Example]]:
    """Yield the examples of each article of a gzipped SQuAD file; a place that was guessed at is left out."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        articles = json.load(file)["data"]
    for article in articles:
        title = " ".join((article.get("title") or "").replace("_", " ").split())
        yield [
            Example(" ".join(asked["question"].split()), paragraph["context"], *place, title, asked["id"])
            for paragraph in article["paragraphs"]
            for asked in paragraph["qas"]
            if (place := _place(asked)) is not None
        ]


def _place(asked: dict[str, Any]) -> tuple[int, int] | None:
    """Return where the answer stands, (0, 0) where there is none, None where it may stand elsewhere."""
    if not asked["answers"]:
        return 0, 0
    if asked.get("occurrences", 1) != 1:
        return None
    # Of several annotators' answers the shortest that two of them gave, else the shortest: what people expect.
    texts = [answer["text"] for answer in asked["answers"]]
    best = min(asked["answers"], key=lambda answer: (-min(texts.count(answer["text"]), 2), len(answer["text"])))
    return best["answer_start"], best["answer_start"] + len(best["text"])


def read_qamr(path: Path) -> Iterator[list[Example]]:
    """Yield the examples of each sentence of QAMR (Michael et al. 2018) whose first answer stands in it once."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        blocks = re.split(r"^#.*\n", file.read(), flags=re.MULTILINE)
    for block in blocks:
        sentence, _, lines = block.partition("\n")
        yield list(_asked_of(" ".join(sentence.split()), lines.splitlines()))


def _asked_of(sentence: str, lines: list[str]) -> Iterator[Example]:
    for line in lines:
        question, *answers = re.split(r"\s{2,}|\t", line.strip())
        if answers and sentence.count(answers[0]) == 1 and "?" in question:
            start = sentence.index(answers[0])
            yield Example(question, sentence, start, start + len(answers[0]), id=question)
