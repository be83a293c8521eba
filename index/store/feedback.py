"""What was shown for questions, what people thought of it, and what the admins say is right.

It has a database of its own: noting an answer never waits for a writer of articles.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from hashlib import scrypt
from pathlib import Path

from index.errors import UnknownAnswer
from index.normal import one_line
from index.records import Answer
from index.reviews import Case, Review, Shown, Verdict
from index.store import shown, truths
from index.store.database import Database

_FORMAT = 1
# 16 MB of memory and some 50 ms a digest: so long that nobody tries all ids of Telegram for a vote.
_COST, _BLOCK = 2**14, 8


class Feedback:
    """What was shown, without a word of who asked; usable from any thread."""

    def __init__(self, home: Path) -> None:
        """Open the database in `home`, made if absent. Raises StoreError."""
        self._database = Database(home / "feedback.sqlite", shown.SCHEMA, _FORMAT)

    def note(self, answer: Answer, asked: date) -> int:
        """Keep what is shown for a question asked on this day, and return its number."""
        with self._database.writing() as connection:
            return shown.add(connection, answer, asked)

    def shown(self, number: int) -> Shown | None:
        """Return what was shown under this number, None where it is forgotten or never was."""
        with self._database.reading() as connection:
            return shown.find(connection, number)

    def vote(self, number: int, voter: str, verdict: Verdict) -> bool:
        """Keep what somebody thinks, in the place of what they thought before; False for a number not known."""
        who = scrypt(voter.encode(), salt=str(number).encode(), n=_COST, r=_BLOCK, p=1, dklen=16)
        with self._database.writing() as connection:
            if shown.find(connection, number) is None:
                return False
            connection.execute("INSERT OR REPLACE INTO votes VALUES (?, ?, ?, ?)", (number, who, verdict, shown.now()))
        return True

    def reviews(self) -> list[Review]:
        """Return what was voted on, the newest vote first, and what an admin decided without a vote."""
        with self._database.reading() as connection:
            return truths.with_truth(shown.judged(connection))

    def cases(self) -> list[Case]:
        """Return the questions whose answer is known, the newest vote first; each once for a day."""
        return truths.cases(self.reviews())

    def settle(self, number: int, answers: Sequence[str]) -> Shown:
        """Say what is right, no answer where the articles do not say; return what was shown. Raises UnknownAnswer.

        Each answer is normalised to one line, and blank ones are left out.
        """
        lines = list(dict.fromkeys(filter(None, map(one_line, answers))))
        if answers and not lines:
            raise ValueError("blank answers say nothing; none at all says that the articles do not say")
        return self._decide(number, json.dumps(lines, ensure_ascii=False))

    def dismiss(self, number: int) -> Shown:
        """Say that there is nothing to learn from it; return what was shown. Raises UnknownAnswer."""
        return self._decide(number, None)

    def unanswered(self, since: datetime) -> list[tuple[str, int]]:
        """Return the questions to which the articles gave no answer since then, and how often; most asked first.

        The same question in other letters or blanks is counted once, as it was first asked.
        """
        with self._database.reading() as connection:
            return shown.unanswered(connection, since)

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def _decide(self, number: int, answers: str | None) -> Shown:
        with self._database.writing() as connection:
            found = shown.find(connection, number)
            if found is None:
                raise UnknownAnswer(number)
            connection.execute("INSERT OR REPLACE INTO decisions VALUES (?, ?)", (number, answers))
        return found
