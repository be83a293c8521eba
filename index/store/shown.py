"""Rows of what was shown for questions, and of what was said about it."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any

from index.normal import normalise
from index.records import Answer
from index.reviews import Review, Shown, Verdict
from index.store.truths import same

SCHEMA = """
CREATE TABLE IF NOT EXISTS shown (
    number     INTEGER PRIMARY KEY AUTOINCREMENT,
    at         TEXT NOT NULL,             -- ISO 8601, UTC
    folded     TEXT NOT NULL,             -- the question, by which the same one is known in other letters
    question   TEXT NOT NULL,
    asked      TEXT NOT NULL,
    generation INTEGER NOT NULL,
    status     TEXT NOT NULL,
    reason     TEXT,
    confidence REAL NOT NULL,
    answer     TEXT,
    field      TEXT,
    "start"    INTEGER,
    "end"      INTEGER,
    quote      TEXT,
    article_id TEXT,
    title      TEXT,
    url        TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS shown_by_time ON shown (at);
CREATE TABLE IF NOT EXISTS votes (
    number  INTEGER NOT NULL REFERENCES shown (number),
    voter   BLOB NOT NULL,                -- a digest together with the number: nobody can be followed by it
    verdict TEXT NOT NULL,
    at      TEXT NOT NULL,
    PRIMARY KEY (number, voter)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS decisions (
    number  INTEGER PRIMARY KEY REFERENCES shown (number),
    answers TEXT                          -- a JSON list of what is right; NULL: dismissed
) STRICT;
"""
_KEPT = 100_000  # the oldest beyond so many are forgotten, those that somebody judged never
_LARGEST = 2**63 - 1  # number that SQLite knows; a forged button may hold a larger one
_NAMES = tuple(field.name for field in fields(Shown))
_COLUMNS = ", ".join(f'"{name}"' for name in _NAMES)


def add(connection: sqlite3.Connection, answer: Answer, asked: date) -> int:
    """Keep what is shown and return its number; forget what is too old."""
    article, question = answer.article, normalise(answer.question)
    known = (article.id, article.title, article.url) if article else (None, None, None)
    said = (answer.status, answer.reason, answer.confidence, answer.answer, answer.field, answer.start, answer.end)
    values = (None, question, asked.isoformat(), answer.generation, *said, answer.quote, *known, now(), same(question))
    places = ", ".join("?" * len(values))
    added = connection.execute(f"INSERT INTO shown ({_COLUMNS}, at, folded) VALUES ({places})", values)
    number = added.lastrowid or 0
    connection.execute(
        "DELETE FROM shown WHERE number <= ? AND number NOT IN (SELECT number FROM votes) "
        "AND number NOT IN (SELECT number FROM decisions)",
        (number - _KEPT,),
    )
    return number


def find(connection: sqlite3.Connection, number: int) -> Shown | None:
    """Return what was shown under this number, None where there is none."""
    found = connection.execute(f"SELECT {_COLUMNS} FROM shown WHERE number = ?", (min(number, _LARGEST),)).fetchone()
    return _read(found) if found else None


def judged(connection: sqlite3.Connection) -> list[Review]:
    """Return what was voted on, the newest vote first, or decided without a vote; each by itself, without its truth."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM shown LEFT JOIN (SELECT number, max(at) AS last FROM votes GROUP BY number) "
        "USING (number) WHERE last IS NOT NULL OR number IN (SELECT number FROM decisions) "
        "ORDER BY coalesce(last, at) DESC, number DESC"
    ).fetchall()
    votes: dict[int, Counter[Verdict]] = {}
    for number, verdict in connection.execute("SELECT number, verdict FROM votes ORDER BY at"):
        votes.setdefault(number, Counter())[verdict] += 1
    decisions = dict(connection.execute("SELECT number, answers FROM decisions").fetchall())
    reviews = []
    for one in map(_read, rows):
        decided = decisions.get(one.number)
        settled = None if decided is None else tuple(json.loads(decided))
        dismissed = one.number in decisions and decided is None
        reviews.append(Review(one, tuple(votes.get(one.number, {}).items()), settled, dismissed))
    return reviews


def unanswered(connection: sqlite3.Connection, since: datetime) -> list[tuple[str, int]]:
    """Return the questions without an answer since then, as first asked, and how often; most asked first."""
    rows = connection.execute(
        # Where min() is selected, SQLite takes the question from the row that has the minimum.
        "SELECT question, count(*) AS times, min(number) AS first FROM shown WHERE at >= ? AND status = 'not_found' "
        "AND reason = 'not_in_articles' GROUP BY folded ORDER BY times DESC, first",
        (since.astimezone(UTC).isoformat(timespec="microseconds"),),
    )
    return [(question, times) for question, times, _ in rows]


def now() -> str:
    """Return the time as it stands in the rows; as texts they are in the order of time."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _read(row: Sequence[Any]) -> Shown:
    values = dict(zip(_NAMES, row, strict=True))
    return Shown(**values | {"asked": date.fromisoformat(values["asked"])})
