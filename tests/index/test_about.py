"""What a question asks about an article as such, and where the article says it."""

from __future__ import annotations

import pytest

from index import Article, ArticleIndex
from index.about import Aspect, aspect_of, place
from tests.samples import BRIDGE, HARVEST, PORT

_NEWS = Article(
    "BAKU, Azerbaijan, April 28. The port of Elmsford opened today, said Reuters. It has four cranes in all now. "
    "Ships come from the north.",
    title="Reuters visits Elmsford",
    authors=("Ann Lee", "Bob Ray"),
    published="2025-04-28",
    publisher="Reuters",
)


@pytest.mark.parametrize(
    ("question", "aspect"),
    [
        ("Who wrote it?", Aspect.AUTHORS),
        ("who's the author of this article", Aspect.AUTHORS),
        ("AUTHOR", Aspect.AUTHORS),
        ("Məqalənin müəllifi kimdir?", Aspect.AUTHORS),
        ("Bu haberi kim yazdı?", Aspect.AUTHORS),
        ("Кто автор статьи?", Aspect.AUTHORS),
        ("این مقاله را چه کسی نوشته است؟", Aspect.AUTHORS),
        ("When was it published?", Aspect.DATE),
        ("Məqalə nə vaxt dərc olunub?", Aspect.DATE),
        ("ne zaman yayımlandı", Aspect.DATE),
        ("Когда была опубликована эта статья?", Aspect.DATE),
        ("تاریخ انتشار", Aspect.DATE),
        ("Where was this published?", Aspect.PUBLISHER),
        ("Hansı nəşrdə dərc olunub?", Aspect.PUBLISHER),
        ("Nerede yayımlandı?", Aspect.PUBLISHER),
        ("кто это опубликовал", Aspect.PUBLISHER),
        ("ناشر کیست؟", Aspect.PUBLISHER),
        ("What is this article about?", Aspect.CONTENT),
        ("Bu məqalə nə haqqındadır?", Aspect.CONTENT),
        ("Bu yazı ne hakkında?", Aspect.CONTENT),
        ("О чём статья?", Aspect.CONTENT),
        ("این مقاله درباره چیست؟", Aspect.CONTENT),
        ("Who wrote Hamlet?", None),
        ("who wrote the letter to the president?", None),
        ("When was the bridge published?", None),
        ("When did the war start?", None),
        ("Кто написал письмо?", None),
        ("What is the trade target?", None),
        ("?", None),
    ],
)
def test_only_questions_that_name_no_article_are_about_one(question: str, aspect: Aspect | None) -> None:
    """Who wrote "it" is asked of the article that is talked about, who wrote "Hamlet" is a question like any other."""
    assert aspect_of(question) is aspect


@pytest.mark.parametrize(
    ("aspect", "words"),
    [
        (Aspect.AUTHORS, "Ann Lee and Bob Ray"),
        (Aspect.DATE, "28 April 2025"),
        (Aspect.PUBLISHER, "Reuters"),
        (
            Aspect.CONTENT,
            "BAKU, Azerbaijan, April 28. The port of Elmsford opened today, said Reuters. "
            "It has four cranes in all now.",
        ),
    ],
)
def test_the_article_says_so_itself(aspect: Aspect, words: str) -> None:
    """The header holds authors, date and publisher; the lead, two whole sentences, says what it is about."""
    found = place(_NEWS, aspect)
    assert found is not None
    field, start, end = found
    assert _NEWS.read(field)[start:end] == words
    assert (field, start) != ("header", 0)  # where the title stands


@pytest.mark.parametrize("aspect", [Aspect.AUTHORS, Aspect.DATE, Aspect.PUBLISHER])
def test_what_is_not_known_stands_nowhere(aspect: Aspect) -> None:
    """An article without authors, date or publisher has no place for them."""
    assert place(Article("The port opened."), aspect) is None


def test_the_only_article_is_meant(index: ArticleIndex) -> None:
    """In an index of one article it needs no name."""
    index.add([_NEWS])
    answer = index.answer("Who wrote it?")
    assert (answer.status, answer.answer, answer.confidence) == ("answered", "Ann Lee and Bob Ray", 1)
    assert answer.quote == "Written by Ann Lee and Bob Ray."
    assert answer.passages[0].article == _NEWS


def test_among_several_it_must_be_said_which(index: ArticleIndex) -> None:
    """Of several articles none is guessed at; the one that is talked about can be given."""
    index.add([_NEWS, PORT])
    answer = index.answer("Who wrote it?")
    assert (answer.status, answer.reason, answer.searched) == ("not_found", "not_in_articles", 2)
    assert index.answer("Who wrote it?", about=_NEWS.id).answer == "Ann Lee and Bob Ray"
    assert index.answer("Who wrote it?", about="0" * 12).status == "not_found"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who wrote “Elmsford doubles its port”?", "Ada Byrne and Tom Reed"),
        ('who is the author of the article "elmsford DOUBLES"', "Ada Byrne and Tom Reed"),
        ("When was “Orlen bridge…” published?", "11 April 2024"),
        ("“Elmsford doubles its port” məqaləsini kim yazıb?", "Ada Byrne and Tom Reed"),
        ("“Orlen bridge closed” nə vaxt dərc olunub?", "11 April 2024"),
        ("“Elmsford doubles its port” yazısını kim yazdı?", "Ada Byrne and Tom Reed"),
        ("“Orlen bridge closed” ne zaman yayımlandı?", "11 April 2024"),
        ("Кто написал «Elmsford doubles its port»?", "Ada Byrne and Tom Reed"),
        ("Когда опубликована статья «Orlen bridge closed»?", "11 April 2024"),
        ("چه کسی «\u2068Elmsford doubles its port\u2069» را نوشته است؟", "Ada Byrne and Tom Reed"),
        ("«\u2068Orlen bridge closed\u2069» کی منتشر شد؟", "11 April 2024"),
        ("What is “Orlen bridge closed” about?", None),
    ],
)
def test_an_article_is_named_by_its_title(library: ArticleIndex, question: str, answer: str | None) -> None:
    """In quotation marks, whole or its beginning, whatever was talked about before."""
    found = library.answer(question, about=HARVEST.id)
    assert (found.status, found.confidence) == ("answered", 1.0)
    assert found.answer == (answer or BRIDGE.text)


def test_a_title_that_no_article_has_is_a_question_like_any_other(library: ArticleIndex) -> None:
    """It is not asked of the article that is talked about."""
    found = library.answer("Who wrote “Hamlet”?", about=PORT.id)
    assert found.answer != "Ada Byrne and Tom Reed"
