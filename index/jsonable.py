"""Records as what `json.dumps` takes: the contract of the command line's `--json`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from index import captions
from index.errors import SourceError
from index.feeds import Watched
from index.folder_watching import LookedFolder
from index.folders import Folder
from index.records import Added, Answer, Article, Candidate, Copy, Span
from index.reviews import Case, Review
from index.watching import Looked

Json = dict[str, Any]


def article(one: Article) -> Json:
    """Return what is known about an article, without its text."""
    return {
        "id": one.id,
        "title": one.title,
        "authors": list(one.authors),
        "published": one.published,
        "updated": one.updated,
        "language": one.language,
        "publisher": one.publisher,
        "url": one.url,
    }


def whole_article(one: Article) -> Json:
    """Return an article with its text and the header line that offsets point into."""
    return article(one) | {"header": one.header, "text": one.text}


def passage(one: Candidate) -> Json:
    """Return a passage with its scores and its article."""
    return {
        "text": one.passage.text,
        "field": one.passage.field,
        "start": one.passage.start,
        "end": one.passage.end,
        "score": one.score,
        "dense": one.dense,
        "bm25": one.bm25,
        "article": article(one.article),
        "also": [article(other) for other in one.also],
    }


def answer(one: Answer) -> Json:
    """Return an answer with its passages, best first."""
    return {
        "question": one.question,
        "status": one.status,
        "answer": one.answer,
        "field": one.field,
        "start": one.start,
        "end": one.end,
        "quote": one.quote,
        "confidence": one.confidence,
        "article": article(one.article) if one.article else None,
        "passages": [passage(candidate) for candidate in one.passages],
        "reason": one.reason,
        "rival": rival(one.rival) if one.rival else None,
        "searched": one.searched,
    }


def rival(one: Span) -> Json:
    """Return the different answer of another article."""
    return {
        "answer": one.text,
        "field": one.candidate.passage.field,
        "start": one.start,
        "end": one.end,
        "quote": captions.quote(one),
        "article": article(one.candidate.article),
    }


def receipt(added: Sequence[Added], failed: Sequence[SourceError]) -> Json:
    """Return what became of the articles that were to be added."""
    counts = {status: sum(one.status == status for one in added) for status in ("added", "updated", "unchanged")}
    return counts | {
        "failed": [{"source": one.source, "error": one.reason} for one in failed],
        "articles": [_added(one) for one in added],
    }


def story(copies: Sequence[Copy]) -> Json | None:
    """Return the ids of the other articles of a story, None where there are none."""
    return {"articles": [one.id for one in copies]} if copies else None


def _added(one: Added) -> Json:
    known = {"id": one.id, "title": one.title, "status": one.status, "passages": one.passages}
    return known | {"story": story(one.same_story), "from": dict(one.found)}


def review(one: Review) -> Json:
    """Return what was shown, its votes, and what is right: null where that is not known, [] where nothing is."""
    shown = asdict(one.shown) | {"asked": one.shown.asked.isoformat()}
    settled, truth = (None if some is None else list(some) for some in (one.settled, one.truth))
    judged = {"votes": dict(one.votes), "settled": settled, "dismissed": one.dismissed, "answers": truth}
    return shown | judged | {"open": one.is_open}


def case(one: Case) -> Json:
    """Return a line of a file for `evaluate`."""
    return {
        "question": one.question,
        "answers": list(one.answers),
        "article_urls": list(one.article_urls),
        "date": one.asked.isoformat(),
    }


def feed(one: Watched) -> Json:
    """Return a feed that is watched; its moments are in UTC."""
    return {"url": one.url, "title": one.title} | _looks(one)


def folder(one: Folder) -> Json:
    """Return a folder that is watched; its moments are in UTC."""
    return {"path": one.path} | _looks(one)


def looked(one: Looked | LookedFolder) -> Json:
    """Return what a look at a feed or a folder came to, as `add` does, with the articles that were removed."""
    removed = [article(gone) for gone in one.removed]
    what = {"feed": feed(one.feed)} if isinstance(one, Looked) else {"folder": folder(one.folder)}
    return what | receipt(one.added, one.failed) | {"removed": removed}


def _looks(one: Watched | Folder) -> Json:
    moments = {
        name: moment and moment.isoformat(timespec="seconds")
        for name, moment in (("checked", one.checked), ("due", one.due), ("failing_since", one.failing_since))
    }
    return {"collection": one.collection, "failures": one.failures, "error": one.error} | moments
