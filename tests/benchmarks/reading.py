"""How well the reader reads, on passages and questions that it was not trained on.

    python -m tests.benchmarks.reading FILE...

Each FILE is gzipped SQuAD JSON. `QUESTIONS+PASSAGES` asks the questions of one file over the passages of another that
has the same ids: questions in one language over passages in another. Prints a Markdown table of exact match and F1 in
percent, the best over the accepted answers as by SQuAD's own script: with the score as threshold that gives the highest
F1 (Rajpurkar et al. 2018, section 5), and with none where every question has an answer; then with the score 0.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index import Article, Candidate, Passage, Settings
from index.embeddings import Encoder
from index.evaluation.scoring import best_f1, exact_match
from index.reading import Reader, load_readers


@dataclass(frozen=True, slots=True)
class Asked:
    """A question over a passage, and the accepted answers, none where the passage has none."""

    id: str
    question: str
    passage: str
    answers: tuple[str, ...]
    title: str


@dataclass(frozen=True, slots=True)
class Read:
    """The score of the best span; exact match and F1, 0 to 1, if it is given for an answer, and if it is not."""

    score: float
    given: tuple[float, float]
    refused: tuple[float, float]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--questions", type=int, help="read so many questions of each file, evenly spread")
    typed = parser.parse_args()
    settings = Settings.load()
    reader = load_readers(settings.reader_model, Encoder(settings.embedding_model)).own
    print("| | questions | EM | F1 | EM at 0 | F1 at 0 |\n|---|---|---|---|---|---|")
    for name in typed.files:
        asked = list(_pairs(name))
        read = [_read(reader, one) for one in asked[:: max(1, len(asked) // (typed.questions or len(asked)))]]
        answerable = all(one.answers for one in asked)
        figures = [*_mean(read, float("-inf") if answerable else _threshold(read)), *_mean(read, 0)]
        label = "+".join(Path(part).name.removesuffix(".json.gz") for part in name.split("+"))
        print(f"| {label} | {len(read)} | {' | '.join(f'{100 * one:.1f}' for one in figures)} |", flush=True)


def _pairs(name: str) -> Iterator[Asked]:
    """Yield the questions of a file, over the passages of another where the name has two."""
    questions, _, passages = name.partition("+")
    others = {one.id: one for one in _load(Path(passages))} if passages else {}
    for one in _load(Path(questions)):
        other = others.get(one.id, one)
        yield Asked(one.id, one.question, other.passage, other.answers, other.title)


def _load(path: Path) -> Iterator[Asked]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        articles = json.load(file)["data"]
    for article in articles:
        for paragraph in article["paragraphs"]:
            for asked in paragraph["qas"]:
                answers = tuple(answer["text"] for answer in asked["answers"])
                title = (article.get("title") or "").replace("_", " ")
                yield Asked(asked["id"], asked["question"], paragraph["context"], answers, title)


def _read(reader: Reader, asked: Asked) -> Read:
    article = Article(asked.passage, title=asked.title)
    passage = Passage(article.text, "text", 0, len(article.text))
    [span] = reader.read(asked.question, [Candidate(passage, article, 0.0, None, None)])
    if not asked.answers:
        return Read(span.score, (0.0, 0.0), (1.0, 1.0))
    given = float(exact_match(span.text, asked.answers)), best_f1(span.text, asked.answers)
    return Read(span.score, given, (0.0, 0.0))


def _threshold(read: Sequence[Read]) -> float:
    """Return the score from which on answers are given that brings the highest F1."""
    gain, best, threshold = 0.0, 0.0, float("inf")
    for one in sorted(read, key=lambda one: -one.score):
        gain += one.given[1] - one.refused[1]
        if gain > best:
            best, threshold = gain, one.score
    return threshold


def _mean(read: Sequence[Read], threshold: float) -> tuple[float, float]:
    """Return the mean exact match and F1 if what has a lower score is refused."""
    found = [one.given if one.score >= threshold else one.refused for one in read]
    return sum(exact for exact, _ in found) / len(found), sum(overlap for _, overlap in found) / len(found)


if __name__ == "__main__":
    main()
