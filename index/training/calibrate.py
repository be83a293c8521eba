"""Fit the calibration that is shipped: on an index as it is, on parts of it, and where answers were taken out.

    python -m index.training.calibrate HOME QUESTIONS NEAR_MISSES TRANSLATED FOLDER

HOME is the folder of an index of thousands of articles; QUESTIONS a file as for `evaluate`, with `article_urls`;
NEAR_MISSES a JSON object: `remove`, the URLs without which the questions `unanswerable` (ids) have no answer;
TRANSLATED some of the questions in other languages than the articles. What a search and a reader find has to mean the
same in an index of one article, of fifty and of all, and in any language.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from index import Article, ArticleIndex, Settings
from index.calibration import CALIBRATION, save_calibration
from index.evaluation import AFFECTED, Question, fit, measure, observe, out_of_fold, read_questions
from index.evaluation.calibrating import Observation
from index.loaded import Loader
from index.reading.shipped import FOREIGN, NAME
from index.store import Store

_FEW = 50  # articles
_GROUP = 10  # questions that are asked of the same few articles
_EVERY = 3  # every third question is enough for the smaller indexes


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, its id, and the URLs of the articles found for it."""

    id: str
    question: Question
    urls: tuple[str, ...]


class Parts:
    """Indexes of some of the articles of another one, which are not embedded again."""

    def __init__(self, settings: Settings) -> None:
        """Take from the index in `settings.articles_home`."""
        self.settings = settings
        self._store = Store(settings.articles_home)
        self._loader = Loader(settings.reader_model)
        self.articles = {one.url or one.id: one for one in self._store.articles()}

    def observe(
        self, articles: Iterable[Article], questions: Iterable[Question], *, foreign: bool = False
    ) -> list[Observation]:
        """Return what is found for the questions in an index of these articles alone."""
        with TemporaryDirectory() as folder:
            with closing(Store(Path(folder))) as store, self._store.snapshot() as snapshot:
                store.adopt(snapshot.model)
                for article in articles:
                    store.put(article, *snapshot.embedded(article), snapshot.model)
            settings = self.settings.model_copy(update={"articles_home": Path(folder)})
            with closing(ArticleIndex.open(settings, loader=self._loader)) as index:
                return list(observe(index, questions, foreign=foreign))


def main() -> None:
    """Fit, and print the figures out of fold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("home", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("near_misses", type=Path)
    parser.add_argument("translated", type=Path)
    parser.add_argument("folder", type=Path)
    typed = parser.parse_args()
    settings = Settings.load(articles_home=typed.home)
    asked = _read(typed.questions)
    near = json.loads(typed.near_misses.read_text("utf-8"))
    parts, rng = Parts(settings), Random(0)
    articles = parts.articles.values()
    every = parts.observe(articles, [one.question for one in asked])
    own = {
        "all articles": every,
        "near misses": _near_misses(parts, asked, near),
        f"{_FEW} articles": list(_among_few(parts, asked[::_EVERY], rng)),
        "one article": list(_of_one(parts, every[::_EVERY], rng)),
    }
    others = {"other languages": parts.observe(articles, read_questions(str(typed.translated)), foreign=True)}
    for groups, reader, file in ((own, NAME, CALIBRATION), (others, f"{NAME}-foreign", FOREIGN)):
        observations = [one for some in groups.values() for one in some]
        outcomes = iter(out_of_fold(observations, reader))
        for name, some in groups.items():
            figures = measure([next(outcomes) for _ in some], settings.min_confidence)
            print(name, *(f"{one.name} {one.text}" for one in figures if one.name in AFFECTED), sep="  ")
        save_calibration(fit(observations, reader), typed.folder, file)


def _near_misses(parts: Parts, asked: Sequence[Asked], near: dict[str, list[str]]) -> list[Observation]:
    """Return what is found once the articles that answer some of the questions are gone."""
    gone = set(near["remove"])
    left = [one for url, one in parts.articles.items() if url not in gone]
    lost = [replace(one.question, answers=()) for one in asked if one.id in near["unanswerable"]]
    kept = [one.question for one in asked if one.id in near["answerable"]]
    return parts.observe(left, lost + kept)


def _among_few(parts: Parts, asked: Sequence[Asked], rng: Random) -> Iterator[Observation]:
    """Yield what is found in indexes of fifty articles: a few that were found for ten questions, and others."""
    for first in range(0, len(asked), _GROUP):
        group = asked[first : first + _GROUP]
        own = {url for one in group for url in one.urls[:3] if url in parts.articles}
        others = rng.sample(sorted(parts.articles.keys() - own), max(0, _FEW - len(own)))
        articles = [parts.articles[url] for url in (*sorted(own), *others)]
        yield from parts.observe(articles, [one.question for one in group])


def _of_one(parts: Parts, every: Sequence[Observation], rng: Random) -> Iterator[Observation]:
    """Yield what is found in indexes of a single article, one of the three that a search of all found first."""
    for one in every:
        article = rng.choice(one.candidates[:3]).article
        yield from parts.observe([article], [one.question])


def _read(path: Path) -> list[Asked]:
    """Return the questions of a file with what only this needs of them."""
    lines = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]
    pairs = zip(lines, read_questions(str(path)), strict=True)
    return [Asked(line["id"], question, tuple(line["article_urls"])) for line, question in pairs]


if __name__ == "__main__":
    main()
