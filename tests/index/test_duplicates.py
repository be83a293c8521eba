"""What several articles have in common is shown once."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from index import Article, Candidate
from index.duplicates import distinct
from tests.samples import passage

STORY = (
    "A ferry with 212 people aboard ran aground off Elmsford on Sunday evening. All were brought ashore by midnight, "
    "the coast guard said. The captain had reported a fault of the steering an hour before."
)
FIRST = Article(STORY, title="Ferry runs aground", publisher="Coast Courier")
COPY = Article(f"ELMSFORD (agency) {STORY}", title="212 saved from ferry", publisher="Daily Post")
SHORTENED = Article(STORY.partition(" The captain")[0], title="Ferry aground")
UPDATE = Article(STORY.replace("212", "215"), title="Ferry: captain questioned")
OTHER = Article("The harbour master closed the northern pier on Monday for repairs that take a week.")


def _candidates(*articles: Article) -> list[Candidate]:
    """Return the whole text of each article as a candidate, best first."""
    return [Candidate(passage(one), one, float(-rank), 0.5, None) for rank, one in enumerate(articles)]


def _kept(*articles: Article, k: int = 10) -> list[tuple[Article, tuple[Article, ...]]]:
    return [(one.article, one.also) for one in distinct(_candidates(*articles), k)]


def test_copies_collapse_into_the_best_placed() -> None:
    """The first of several articles with one text stays, with the others named in order."""
    assert _kept(FIRST, OTHER, COPY, SHORTENED) == [(FIRST, (COPY, SHORTENED)), (OTHER, ())]


def test_a_longer_copy_collapses_into_a_shorter_one() -> None:
    """It does not matter which of the two is longer."""
    assert _kept(SHORTENED, FIRST) == [(SHORTENED, (FIRST,))]


def test_another_number_is_another_text() -> None:
    """An update that differs in a figure is no duplicate, so that both are seen with their dates."""
    assert _kept(FIRST, UPDATE) == [(FIRST, ()), (UPDATE, ())]


def test_headers_are_never_duplicates() -> None:
    """Two articles with one title have two headers: they say who wrote which."""
    title = "Ferry with many people aboard runs aground off the coast of Elmsford"
    articles = [Article("One.", title=title), Article("Two.", title=title)]
    headers = [Candidate(passage(one, field="header"), one, 0.0, 0.5, None) for one in articles]
    assert [one.also for one in distinct(headers, 10)] == [(), ()]


def test_short_passages_are_never_duplicates() -> None:
    """Passages of fewer words than a shingle have nothing to be compared by."""
    assert _kept(Article("He said so."), Article("He said so!")) == [
        (Article("He said so."), ()),
        (Article("He said so!"), ()),
    ]


def test_two_passages_of_one_article_name_no_other_article() -> None:
    """An article that says a thing twice counts once."""
    twice = Article(f"{STORY}\n{STORY}")
    halves = [passage(twice, 0, len(STORY)), passage(twice, len(STORY) + 1)]
    assert [one.also for one in distinct([Candidate(half, twice, 0.0, None, 1.0) for half in halves], 10)] == [()]


def test_no_more_are_taken_than_needed() -> None:
    """Candidates behind the first `k` distinct ones are not looked at, but duplicates do not count."""
    taken: list[Article] = []

    def candidates() -> Iterator[Candidate]:
        for one in _candidates(FIRST, COPY, OTHER, UPDATE):
            taken.append(one.article)
            yield one

    assert [one.article for one in distinct(candidates(), 2)] == [FIRST, OTHER]
    assert taken == [FIRST, COPY, OTHER]


@given(st.lists(st.sampled_from([FIRST, COPY, SHORTENED, UPDATE, OTHER]), unique=True), st.integers(1, 5))
def test_order_and_scores_stay(articles: list[Article], k: int) -> None:
    """What is kept stays in order, the first always, and no article is kept twice or named by two."""
    kept = _kept(*articles, k=k)
    firsts = [article for article, _ in kept]
    assert firsts == [article for article in articles if article in firsts]
    assert firsts[:1] == articles[:1]
    named = [*firsts, *(other for _, also in kept for other in also)]
    assert len(named) == len(set(named)) <= len(articles)
    assert len(kept) <= k
