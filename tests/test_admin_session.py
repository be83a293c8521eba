"""The admin's session, with the models that tests use: nothing fails, however slow the machine is."""

from __future__ import annotations

import pytest

from bot import admin_texts
from index.settings import ENGLISH_MINILM, SENTENCES
from tests import admin_session
from tests.admin_session import Session
from tests.botapi import transcript


@pytest.fixture(scope="module")
def session() -> Session:
    """Return the session."""
    return admin_session.hold(EMBEDDING_MODEL=ENGLISH_MINILM, READER_MODEL=SENTENCES, NOTICE_SECONDS="120")


def test_no_call_failed(session: Session) -> None:
    """The server accepted all that the bot sent."""
    failed = [call for call in session.api.calls if call.status != 200 and call.method != "getUpdates"]
    assert failed == []


def test_everybody_is_answered_while_all_articles_are_embedded_again(session: Session) -> None:
    """Each of the eight gets one message for each question, with the answer."""
    assert len(session.asked) == 64
    assert [one.answer.text for one in session.asked if not one.is_right] == []
    assert session.reindexed.text.startswith("Done: 69 articles are embedded again")


def test_what_was_brought_is_told(session: Session) -> None:
    """Receipts in the admin's own chat; the article is a source of answers again once its removal was undone."""
    seen = transcript(session.api)
    for line in ("Tunnel under the Orlen hill opens, 14 May 2024", "**added: 3**", "Coast Courier", "**Changed**"):
        assert line in seen
    _, removed, after = seen.partition("**Removed**")
    without, undone, back = after.partition(admin_texts.UNDONE())
    source = "The tunnel of Orlen opens, 14 May 2024, Elmsford Herald"
    assert (bool(removed), bool(undone), without.count(source), source in back) == (True, True, 1, True)
