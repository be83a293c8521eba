"""Passages by a tokenizer that can be counted in the head: overlap, long sentences, context."""

from __future__ import annotations

from collections.abc import Sequence

from index.passages import Budget, cut
from index.records import Article

FIVE = "One two three four five. "


def by_words(texts: Sequence[str]) -> list[int]:
    """Count each word as a token."""
    return [len(text.split()) for text in texts]


def texts(article: Article, budget: Budget) -> list[str]:
    """Return the passages of the article's text."""
    return [passage.text for passage in cut(article, budget) if passage.field == "text"]


def test_passages_share_as_many_sentences_as_the_overlap_says() -> None:
    """What stands at an end is found with what comes behind it."""
    text = "A one two. B one two. C one two. D one two. E one two."
    assert texts(Article(text), Budget(99, 6, 1, by_words)) == [
        "A one two. B one two.",
        "B one two. C one two.",
        "C one two. D one two.",
        "D one two. E one two.",
    ]
    assert texts(Article(text), Budget(99, 6, 0, by_words)) == [
        "A one two. B one two.",
        "C one two. D one two.",
        "E one two.",
    ]


def test_a_sentence_is_not_shared_where_the_next_would_not_fit_behind_it() -> None:
    """Each passage says something new."""
    text = "A one two. B one. C one two three four."
    assert texts(Article(text), Budget(99, 5, 1, by_words)) == ["A one two. B one.", "C one two three four."]


def test_a_long_sentence_is_cut_at_blanks() -> None:
    """Words stay whole, and each part is as long as it can be."""
    assert texts(Article("a b c d e f g"), Budget(99, 3, 0, by_words)) == ["a b c", "d e f", "g"]


def test_a_long_word_is_cut_anywhere() -> None:
    """Where there is no blank, the budget decides."""
    assert texts(Article("a" * 50), Budget(99, 1, 0, by_words)) == ["a" * 20, "a" * 20, "a" * 10]


def test_the_last_passage_is_not_tiny() -> None:
    """A few words at the end are read with the sentences before them."""
    assert texts(Article(FIVE * 8 + "Bye now."), Budget(99, 40, 0, by_words))[-1] == (FIVE * 2 + "Bye now.")


def test_a_long_title_is_cut_at_a_blank() -> None:
    """The title has a quarter of the tokens."""
    budget = Budget(12, 9, 0, by_words)
    assert cut(Article("One came.", title="one two three four"), budget)[-1].context == "one two three"


def test_a_passage_that_begins_in_a_list_has_its_introduction_in_front() -> None:
    """An item is embedded with the title and the sentence that introduces the list."""
    article = Article("They met in:\n2007: Baku, a b c d.\n2018: Baku, e f g h.", title="Visits")
    budget = Budget(12, 6, 0, by_words)
    contexts = {passage.text: passage.context for passage in cut(article, budget) if passage.field == "text"}
    assert contexts == {
        "They met in:": "Visits",
        "2007: Baku, a b c d.": "Visits\nThey met in:",
        "2018: Baku, e f g h.": "Visits\nThey met in:",
    }


def test_an_introduction_that_leaves_no_room_is_left_out() -> None:
    """The item itself is what must be read."""
    article = Article("They met in these two towns:\n2007: Baku, a b c.\n2018: Baku, d e f.")
    contexts = [passage.context for passage in cut(article, Budget(8, 6, 0, by_words))]
    assert contexts == ["", "", ""]
