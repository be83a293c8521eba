"""The data that the shipped reader learns from: which, how many of each, in which order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from index.records import Article
from index.training.digests import among, elsewhere
from index.training.examples import Example, read_qamr, read_squad
from index.training.forms import altered, names_in, typed
from index.training.headers import asked_about, header
from index.training.negatives import Passages
from index.training.translations import translated
from index.training.windows import beside, narrowed

# Words that a passage is cut to: most learn from a few sentences, which costs half as much, some from whole passages.
_WORDS = (40, 60, 60, 90, 120, 200)
# The files, and how many questions of each are learned from.
_SHARES = {
    "squad11_train": 18_000,
    "squad20_train_unanswerable": 11_000,
    "qamr-dev": 1_200,
    "qamr-test": 1_200,
    "tweetqa": 2_500,
    "en_tydiqa_goldp": 2_000,
    "nq_open_oracle": 2_000,
    "squadshifts-new_wiki": 2_500,
    "squadshifts-amazon_reviews": 500,
    "squadshifts-reddit": 500,
    "qadiscourse": 600,
    "fa_pquad_dev_test": 1_500,
    "tr_enelpi": 1_200,
    "ru_tydiqa_goldp": 700,
    "ar_tydiqa_goldp": 400,
    "ar_arcd": 300,
    "kk_kazqad_dev": 300,
    "other_tydiqa_goldp": 700,
}
_TRANSLATED = 4_000
_HEADERS, _NOT_OF_HEADERS = 500, 1_500
_OF_TEXTS = ("Who", "When", "Where", "Which", "What")  # a header looks as if it answered these
# Questions of squad11_train, and translated ones, that are asked of a wrong passage, as shares.
_BESIDE, _HARD, _ALTERED, _ELSEWHERE = 0.05, 0.08, 0.03, 0.03
_AMONG = 0.1  # of SQuAD's examples, and of translated ones, with snippets of other passages around theirs
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Group:
    """One article's examples, and what wrong passages are made from; `others` are those of all articles."""

    examples: list[Example]
    passages: Passages
    names: list[str]
    others: Sequence[str]


def mixed(folder: Path, seed: int = 1) -> list[Example]:
    """Return the examples in the order of the training, made from the files in `folder`."""
    rng = Random(seed)
    groups = _groups(folder)
    foreign = _shuffled(list(translated({one.id: one for group in groups.values() for one in group.examples})), rng)
    examples = _headers(groups, foreign, rng)
    for name, share in _SHARES.items():
        taken = _shuffled(_all(folder, name, rng), rng)[:share]
        of_squad = name.startswith(("squad11", "squad20"))
        examples += [_made(one, groups[one.lead], rng) if of_squad else _varied(one, rng) for one in taken]
    examples += [_made(one, groups[one.lead], rng) for one in foreign[:_TRANSLATED]]
    return _shuffled(examples, rng)


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
    passages = {title: sorted({one.passage for one in examples}) for title, examples in articles.items()}
    others = [passage for several in passages.values() for passage in several]
    return {
        title: Group(examples, Passages(passages[title]), names_in(examples), others)
        for title, examples in articles.items()
    }


def _made(example: Example, group: Group, rng: Random) -> Example:
    """Return an example of SQuAD as it may come in use; now and then its passage is a wrong one, or among others."""
    made = _varied(_wrong(example, group, rng), rng)
    return among(made, group.others, rng) if rng.random() < _AMONG else made


def _wrong(example: Example, group: Group, rng: Random) -> Example:
    """Return the example, or now and then its question over a passage that does not answer it."""
    if not example.answerable:
        return example
    chance = rng.random()
    makers: list[tuple[float, Callable[[], Example | None]]] = [
        (_BESIDE, lambda: beside(example, rng.choice(_WORDS), rng)),
        (_BESIDE + _HARD, lambda: group.passages.hard(example, rng)),
        (_BESIDE + _HARD + _ALTERED, lambda: altered(example, group.names, rng)),
        (_BESIDE + _HARD + _ALTERED + _ELSEWHERE, lambda: elsewhere(example, group.others, rng)),
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


def _headers(groups: dict[str, Group], foreign: list[Example], rng: Random) -> list[Example]:
    """Return questions about headers, and others that these do not answer; titles and authors are out of SQuAD."""
    examples = [example for group in groups.values() for example in group.examples if example.answerable]
    people = [
        one.answer
        for one in examples
        if one.question.startswith("Who") and len(one.answer.split()) == 2 and one.answer.istitle()
    ]
    about = [asked_about(_header(one, people, rng), rng) for one in _some(examples, _HEADERS, rng)]
    others = _some([one for one in examples if one.question.startswith(_OF_TEXTS)], _NOT_OF_HEADERS, rng)
    others += _some(foreign, _NOT_OF_HEADERS // 3, rng)
    pairs = [(one, _header(one, people, rng).header) for one in others]
    return about + [
        Example(typed(one.question, rng), header) for one, header in pairs if one.answer.lower() not in header.lower()
    ]


def _header(example: Example, people: list[str], rng: Random) -> Article:
    return header(example.passage.split(". ")[0][:90], people, rng)


def _some(examples: list[Example], count: int, rng: Random) -> list[Example]:
    return rng.sample(examples, min(count, len(examples)))


def _shuffled(examples: list[Example], rng: Random) -> list[Example]:
    rng.shuffle(examples)
    return examples
