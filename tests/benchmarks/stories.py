"""How well copies of an article are recognised, and what that costs.

    python -m tests.benchmarks.stories NEWS [--signatures N]

NEWS is JSON Lines of articles, as `add` reads it, gzipped or not. Prints a Markdown table, three lines and two lists.

1. Copies made of up to 400 of the articles as papers make them: in percent, how many share a band with the original
   (would be found among any number of articles), are taken for the same story, and would be if every number of the
   shorter had to stand in the longer, as for passages. Paragraphs of their own are real ones of other articles. Where a
   number was changed, the fewer the better.
2. Seconds to add 40 articles to an index, how many of them the comparison takes, and how many times as long adding
   takes with it as without; then milliseconds to compare one with N made-up ones (default 100,000) that have random
   bands, and bytes for each of these.
3. Which pairs of the articles themselves are taken for one story, with the share of the shorter in the longer: to be
   judged by reading. Then those that are alike, and contradict each other.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from index import Article, ArticleIndex, Settings
from index.sentences import sentences
from index.shingles import Shingled, shorter_first
from index.store import stories
from index.stories import are_alike, contradict, signature

_COPIED = 400
_ADDED = 40
_LOOKS = 50
_OWN_WORDS = range(30, 91)

Copying = Callable[[str], str]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    parser.add_argument("--signatures", type=int, default=100_000, help="default: %(default)s")
    typed = parser.parse_args()
    chance = random.Random(7)
    articles = list(_read(typed.news))
    long = [one for one in articles if 150 <= len(one.text.split()) <= 2500]
    sample = chance.sample(long, min(_COPIED, len(long)))
    _print_recall([one.text for one in sample], articles, chance)
    _print_costs(chance.sample(long, min(_ADDED, len(long))), typed.signatures, chance)
    _print_pairs(articles)


def _read(path: Path) -> Iterator[Article]:
    """Yield the articles; the same text under another address is not added twice, so it is left out here too."""
    seen = set()
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            fields = json.loads(line)
            article = Article(fields["text"], title=fields.get("title"), url=fields.get("url"))
            if article.digest not in seen:
                seen.add(article.digest)
                yield article


def _print_recall(texts: list[str], articles: list[Article], chance: random.Random) -> None:
    print("| copy | found | same story | with all numbers |\n|---|---|---|---|")
    for name, copy in _copies(articles, chance).items():
        pairs = [(Shingled.of(text), Shingled.of(copied)) for text in texts if (copied := copy(text)) != text]
        found = [not set(signature(one)).isdisjoint(signature(other)) for one, other in pairs]
        same = [are_alike(*pair) and not contradict(*pair) for pair in pairs]
        strict = [are_alike(*pair) and _all_numbers(*pair) for pair in pairs]
        print(f"| {name} ({len(pairs)}) | " + " | ".join(map(_percent, (found, same, strict))) + " |")


def _copies(articles: list[Article], chance: random.Random) -> dict[str, Copying]:
    """Return what papers do to a text, by name."""
    paragraphs = [part for one in articles for part in one.text.split("\n") if len(part.split()) in _OWN_WORDS]

    def own() -> str:
        return chance.choice(paragraphs)

    def cut(text: str, share: float) -> str:
        ends = [end for _, end in sentences(text)]
        return text[: ends[max(1, int(len(ends) * share)) - 1]]

    def thinned(text: str) -> str:
        return " ".join(text[start:end] for start, end in sentences(text) if chance.random() > 0.2)

    def reworded(text: str) -> str:
        return " ".join("altered" if chance.random() < 0.02 else word for word in text.split(" "))

    def updated(text: str) -> str:
        numbers = list(re.finditer(r"(?<= )\d+(?= )", text))
        one = chance.choice(numbers) if numbers else None
        return f"{text[: one.start()]}{int(one[0]) + 3}{text[one.end() :]}" if one else text

    return {
        "own paragraph in front": lambda text: f"{own()}\n\n{text}",
        "own paragraphs in front and behind": lambda text: f"{own()}\n\n{text}\n\n{own()}",
        "cut to 60% of the sentences": lambda text: cut(text, 0.6),
        "cut to 35%": lambda text: cut(text, 0.35),
        "cut to 50%, own paragraph behind": lambda text: f"{cut(text, 0.5)}\n\n{own()}",
        "cut to 35%, own paragraph in front": lambda text: f"{own()}\n\n{cut(text, 0.35)}",
        "a fifth of the sentences left out": thinned,
        "cut to 60%, one word in fifty replaced": lambda text: reworded(cut(text, 0.6)),
        "one number changed": updated,
        "one number changed, own paragraph in front": lambda text: (
            f"{own()}\n\n{new}" if (new := updated(text)) != text else text
        ),
    }


def _all_numbers(one: Shingled, other: Shingled) -> bool:
    short, long = shorter_first(one, other)
    return short.numbers <= long.numbers


def _percent(hits: list[bool]) -> str:
    return f"{100 * sum(hits) / len(hits):.1f}" if hits else "-"


def _print_costs(articles: list[Article], signatures: int, chance: random.Random) -> None:
    taken: list[float] = []
    compared = stories.insert

    def timed(connection: sqlite3.Connection, article: Article) -> None:
        start = time.perf_counter()
        compared(connection, article)
        taken.append(time.perf_counter() - start)

    with TemporaryDirectory() as home, closing(ArticleIndex.open(Settings.load(articles_home=home))) as index:
        index.add([Article("Loads what is loaded when it is first needed. " * 9)])
        start = time.perf_counter()
        with patch.object(stories, "insert", timed):
            index.add(articles)
        whole = time.perf_counter() - start
    ratio = whole / (whole - sum(taken))
    print(
        f"\n{len(articles)} articles added in {whole:.2f} s, {sum(taken):.2f} s of it the comparison: {ratio:.3f} times"
    )
    with TemporaryDirectory() as home, closing(ArticleIndex.open(Settings.load(articles_home=home))) as index:
        index.add(articles[:1])
        with closing(sqlite3.connect(Path(home) / "articles.sqlite", isolation_level=None)) as connection:
            before = _size(connection)
            _fill(connection, signatures, chance)
            print(f"{signatures:,} signatures: {(_size(connection) - before) / signatures:.0f} bytes each")
            took = sorted(_look(connection, one) for one in articles[1 : 1 + _LOOKS])
    print(f"an article signed, looked for and kept: median {took[len(took) // 2]:.1f} ms, most {took[-1]:.1f} ms")


def _fill(connection: sqlite3.Connection, count: int, chance: random.Random) -> None:
    connection.execute("BEGIN")
    for number in range(10, 10 + count):
        bands = ((band << 32 | chance.getrandbits(32), number) for band in range(128))
        connection.executemany("INSERT INTO bands VALUES (?, ?)", bands)
    connection.execute("COMMIT")


def _size(connection: sqlite3.Connection) -> int:
    [[pages], [size]] = connection.execute("PRAGMA page_count"), connection.execute("PRAGMA page_size")
    return int(pages[0]) * int(size[0])


def _look(connection: sqlite3.Connection, article: Article) -> float:
    """Return the milliseconds that `stories.insert` takes in a transaction of its own."""
    connection.execute(
        "INSERT INTO articles (id, identity, digest, authors, text) VALUES (?, ?, ?, '[]', ?)",
        (article.id, article.identity, article.digest, article.text),
    )
    start = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    stories.insert(connection, article)
    connection.execute("COMMIT")
    return 1000 * (time.perf_counter() - start)


def _print_pairs(articles: list[Article]) -> None:
    shingled = [Shingled.of(one.text) for one in articles]
    holders: dict[int, list[int]] = {}
    for number, one in enumerate(shingled):
        for band in signature(one):
            holders.setdefault(band, []).append(number)
    pairs = sorted({pair for numbers in holders.values() for pair in combinations(numbers, 2)})
    alike = [(one, other) for one, other in pairs if are_alike(shingled[one], shingled[other])]
    for heading, wanted in (("taken for one story", False), ("alike, but contradict each other", True)):
        found = [pair for pair in alike if contradict(*(shingled[number] for number in pair)) is wanted]
        print(f"\n{len(found)} pairs of {len(articles)} articles {heading} ({len(pairs)} share a band)")
        for pair in found:
            short, long = shorter_first(*(shingled[number] for number in pair))
            share = len(short.runs & long.runs) / len(short.runs)
            print(f"{share:.2f}  " + "  |  ".join(articles[number].title or articles[number].id for number in pair))


if __name__ == "__main__":
    main()
