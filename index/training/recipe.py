"""The data that the shipped reader learns from: which, how many of each, in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from index.training.examples import Example, read_qamr, read_squad
from index.training.forms import altered, names_in, typed
from index.training.headers import asked_about, header
from index.training.negatives import Passages
from index.training.translations import translated
from index.training.windows import beside, narrowed

# Words that a passage is cut to: most learn from a few sentences, which costs half as much, some from whole passages.
_WORDS = (30, 45, 60, 60, 60, 90, 120, 200)
# Files with answerable questions, and how many of each part of the training they give.
_SHARES = {
    "squad11_train": 5950,
    "squad20_train_unanswerable": 3500,
    "qamr-dev": 480,
    "qamr-test": 480,
    "tweetqa": 770,
    "en_tydiqa_goldp": 560,
    "nq_open_oracle": 630,
    "squadshifts-new_wiki": 630,
    "squadshifts-amazon_reviews": 210,
    "squadshifts-reddit": 210,
    "qadiscourse": 420,
    "fa_pquad_dev_test": 770,
    "tr_enelpi": 480,
    "ru_tydiqa_goldp": 240,
    "ar_tydiqa_goldp": 140,
    "ar_arcd": 140,
    "kk_kazqad_dev": 140,
    "other_tydiqa_goldp": 350,
}
_HEADERS = 350
_FIRST = 8192  # examples of the first part: enough to know what is asked for
_BESIDE, _HARD, _ALTERED = 0.10, 0.14, 0.05  # questions of squad11_train that are asked of a wrong passage, as shares


@dataclass(frozen=True, slots=True)
class Group:
    """One article's examples, and what wrong passages are made from."""

    examples: list[Example]
    passages: Passages
    names: list[str]


def parts(folder: Path, seed: int = 0) -> Iterator[list[Example]]:
    """Yield the two parts of the training, in order, shuffled; no question of the first comes again in the second.

    The second, most of all, brings questions in four languages over English passages.
    """
    rng = Random(seed)
    sources = {name: _shuffled(_all(folder, name, rng), rng) for name in _SHARES}
    groups = _groups(folder)
    for part in range(2):
        mixed = _headers(groups, rng)
        for name, share in _SHARES.items():
            taken = sources[name][part * share : (part + 1) * share]
            wrong = name == "squad11_train"
            mixed += [_varied(_wrong(one, groups[one.lead], rng) if wrong else one, rng) for one in taken]
        if part == 1:
            mixed += [_varied(_wrong(one, groups[one.lead], rng), rng) for one in translated(_known(groups))]
        yield _shuffled(mixed, rng)[: _FIRST if part == 0 else None]


def _all(folder: Path, name: str, rng: Random) -> list[Example]:
    if name.startswith("qamr"):
        sentences = read_qamr(folder / f"{name}.tsv.gz")
        return [rng.choice(examples) for examples in sentences if examples]
    return [example for article in read_squad(folder / f"{name}.json.gz") for example in article]


def _groups(folder: Path) -> dict[str, Group]:
    """Return SQuAD's articles by title, unanswerable questions included."""
    articles: dict[str, list[Example]] = {}
    for name in ("squad11_train", "squad20_train_unanswerable"):
        for examples in read_squad(folder / f"{name}.json.gz"):
            if examples:
                articles.setdefault(examples[0].lead, []).extend(examples)
    return {
        title: Group(examples, Passages(sorted({one.passage for one in examples})), names_in(examples))
        for title, examples in articles.items()
    }


def _known(groups: dict[str, Group]) -> dict[str, Example]:
    return {example.id: example for group in groups.values() for example in group.examples}


def _wrong(example: Example, group: Group, rng: Random) -> Example:
    """Return the example, or now and then its question over a passage that does not answer it."""
    if not example.answerable:
        return example
    chance = rng.random()
    makers: list[tuple[float, Callable[[], Example | None]]] = [
        (_BESIDE, lambda: beside(example, rng.choice(_WORDS), rng)),
        (_BESIDE + _HARD, lambda: group.passages.hard(example, rng)),
        (_BESIDE + _HARD + _ALTERED, lambda: altered(example, group.names, rng)),
    ]
    made = next((maker() for share, maker in makers if chance < share), None)
    return made or example


def _varied(example: Example, rng: Random) -> Example:
    """Return the example as it may come in use: a typed question, a shorter passage, with or without title and date."""
    kept = narrowed(example, rng.choice(_WORDS), rng)
    return replace(kept, question=typed(kept.question, rng), lead=_lead(kept.lead, rng), id="")


def _lead(title: str, rng: Random) -> str:
    title = title.split(":")[-1] if not title.startswith("TweetQA") else ""
    date = f"{rng.randint(1, 28)} {rng.choice(_MONTHS)} {rng.randint(2005, 2026)}" if rng.random() < 0.4 else ""
    return ". ".join(part for part in (title if rng.random() < 0.7 else "", date) if part)


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def _headers(groups: dict[str, Group], rng: Random) -> list[Example]:
    """Return questions about headers; their titles are sentences, their authors names, out of SQuAD."""
    examples = [example for group in groups.values() for example in group.examples if example.answerable]
    people = [
        one.answer
        for one in examples
        if one.question.startswith("Who") and len(one.answer.split()) == 2 and one.answer.istitle()
    ]
    made = []
    for one in rng.sample(examples, _HEADERS):
        article = header(one.passage.split(". ")[0][:90], people, rng)
        made.append(asked_about(article, rng))
    return made


def _shuffled(examples: list[Example], rng: Random) -> list[Example]:
    rng.shuffle(examples)
    return examples
