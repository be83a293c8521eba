"""Headers as the index stores them -> questions about them: who wrote it, when and where was it published."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from index.about import Aspect, place
from index.records import Article
from index.training.examples import Example

_WHO = (
    "Who wrote it?", "who wrote this article", "Who is the author?", "author", "who is this by", "Who wrote this?",
    "Bunu kim yazıb?", "Məqalənin müəllifi kimdir?", "müəllif kimdir", "Kim yazıb?",
    "Bu haberi kim yazdı?", "yazarı kim", "Yazar kim?", "Кто это написал?", "Кто автор статьи?", "автор",
    "این مقاله را چه کسی نوشته است؟", "نویسنده کیست؟",
)  # fmt: skip
_WHEN = (
    "When was it published?", "when was this article published", "publication date", "What date is this article from?",
    "When did this come out?", "Nə vaxt dərc olunub?", "Məqalə nə zaman yayımlanıb?", "dərc tarixi",
    "Ne zaman yayımlandı?", "yayın tarihi nedir", "Когда это опубликовано?", "когда вышла статья", "дата публикации",
    "این مقاله کی منتشر شده است؟", "تاریخ انتشار",
)  # fmt: skip
_WHERE = (
    "Who published it?", "which newspaper published this", "Where was it published?", "publisher", "what is the source",
    "Harada dərc olunub?", "Hansı nəşrdə çıxıb?", "Nerede yayımlandı?", "Hangi gazete yayımladı?",
    "Где это опубликовано?", "какое издание опубликовало", "کجا منتشر شده است؟", "ناشر کیست؟",
)  # fmt: skip
_QUESTIONS = {Aspect.AUTHORS: _WHO, Aspect.DATE: _WHEN, Aspect.PUBLISHER: _WHERE}
_PUBLISHERS = (
    "Caspian Post", "Reuters", "The Guardian", "BBC News", "CNN", "Azernews", "The Week", "Hürriyet", "Al Jazeera",
    "Daily Herald", "Euronews", "The Morning Post", "TASS", "Tehran Times", "Evening Chronicle", "AP News",
)  # fmt: skip


def header(title: str, people: list[str], rng: Random) -> Article:
    """Return an article that has a title and, each more often than not, authors, a date and a publisher."""
    authors = rng.sample(people, rng.choice((1, 1, 1, 2)))
    published = date(2012, 1, 1) + timedelta(days=rng.randrange(5400))
    return Article(
        "text",
        title=title,
        authors=authors if rng.random() < 0.75 else (),
        published=published.isoformat() if rng.random() < 0.85 else None,
        publisher=rng.choice(_PUBLISHERS) if rng.random() < 0.75 else None,
    )


def asked_about(article: Article, rng: Random) -> Example:
    """Return a question about the header; what the header lacks it does not answer."""
    aspect = rng.choice(list(_QUESTIONS))
    _, start, end = place(article, aspect) or ("header", 0, 0)
    return Example(rng.choice(_QUESTIONS[aspect]), article.header, start, end)
