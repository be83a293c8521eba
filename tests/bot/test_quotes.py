"""What is not in the article word for word is not shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.quotes import Quote, quote_of, rival_of, shown_passage
from index import Article
from index.records import Span

from .samples import ARTICLE, TEXT, answered, candidate, page_of, quoted, said, span

START, END = TEXT.index("Two"), TEXT.index(" Five")
QUOTE = Quote(ARTICLE, "text", START, END)


def test_a_quote_is_found_around_its_span() -> None:
    """The quote is the sentence around the span, not an earlier one with the same words."""
    article = Article("No. It is so. No. It is so.")
    answer = replace(answered(article, 21, 23), quote="It is so.")
    assert quote_of(answer) == Quote(article, "text", 18, 27, "is")


def test_an_answer_that_the_article_does_not_hold_is_not_quoted() -> None:
    """Wrong offsets, words or quotes are noticed."""
    good = answered(ARTICLE, START, END)
    assert quote_of(good) == replace(QUOTE, answer="Two < three & four.")
    wrong = [
        replace(good, answer="Three"),
        replace(good, answer=""),
        replace(good, start=START + 1),
        replace(good, end=END - 1),
        replace(good, end=END - len(ARTICLE.text)),
        replace(good, start=START - len(ARTICLE.text)),
        replace(good, field="header"),
        replace(good, quote="Elsewhere."),
        replace(good, quote="One stands here."),
        replace(good, quote=""),
    ]
    assert [quote_of(answer) for answer in wrong] == [None] * 10


def test_a_rival_is_quoted_in_its_sentence() -> None:
    """The rival's sentence is looked up in its own article."""
    answer = replace(answered(ARTICLE, START, END), rival=span(Article("No. It is so. Yes."), "so"))
    assert rival_of(answer) == Quote(Article("No. It is so. Yes."), "text", 4, 13, "so")
    assert rival_of(answered(ARTICLE, START, END)) is None


@pytest.mark.parametrize(("start", "end"), [(-3, 2), (5, 5), (6, 5), (2, 14), (40, 50), (-2, -1)])
def test_a_rival_outside_of_its_article_is_not_quoted(start: int, end: int) -> None:
    """Offsets that do not lie in the stored text give no rival."""
    article = Article("No. It is so.")
    rival = Span(candidate(article, 0, 13), start, end, 1.0)
    assert rival_of(replace(answered(ARTICLE, START, END), rival=rival)) is None


def test_the_best_passage_that_holds_the_quote_is_shown() -> None:
    """Passages of other articles, of the header, or that hold only a part of the quote are passed over."""
    other = Article(TEXT + " Other.", title="Other")
    wrong = [candidate(other, 0, 60), candidate(ARTICLE, 0, END - 1), candidate(ARTICLE, 0, 60, "header")]
    right = candidate(ARTICLE, 0, END)
    assert shown_passage(QUOTE, [*wrong, right, candidate(ARTICLE, START, END)]) is right
    assert shown_passage(QUOTE, wrong) is None


def test_the_checksum_changes_with_the_words() -> None:
    """A quote whose words differ has another checksum."""
    assert QUOTE.checksum != Quote(ARTICLE, "text", START + 1, END).checksum


def test_a_rival_that_is_held_back_leaves_the_answer(caplog: pytest.LogCaptureFixture) -> None:
    """The first answer is shown alone, and the log says that something was held back."""
    answer = said("?", ARTICLE, "Third one.", "Third")
    broken = replace(answer, rival=Span(candidate(ARTICLE, 0, 5), 5, 5, 1.0))
    assert page_of(broken) == page_of(answer)
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert quoted(ARTICLE, "Third one.", "Third") == quote_of(answer)
