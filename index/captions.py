"""What stands beside a text that is shown: where it is from, and how well it fits."""

from __future__ import annotations

from index.records import Article, Candidate, day


def name(article: Article) -> str:
    """Return the title, else what comes nearest to one."""
    return article.title or article.url or article.path or article.text[:60]


def source(article: Article) -> str:
    """Return the title, date, publisher and address of an article on one line."""
    published = day(article.published) if article.published else None
    return ", ".join(part for part in (name(article), published, article.publisher, article.url) if part)


def scores(candidate: Candidate) -> str:
    """Return both scores, a dash where a side did not find the passage."""
    return f"dense {_score(candidate.dense)}  bm25 {_score(candidate.bm25)}"


def _score(score: float | None) -> str:
    return "-" if score is None else f"{score:.2f}"
