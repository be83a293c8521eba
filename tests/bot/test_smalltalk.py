"""Greetings and thanks are told from questions."""

from __future__ import annotations

import pytest

from bot import texts
from bot.smalltalk import reply_to


@pytest.mark.parametrize("text", ["hi", "Hello!", "HEY 👋", "Salam.", "привет)", "MERHABA", "سلام", "good  morning"])
def test_a_greeting_is_returned(text: str) -> None:
    """A message that is only a greeting gets one, whatever its case, signs and emoji."""
    assert reply_to(text) == texts.GREETING()


@pytest.mark.parametrize(
    "text", ["Thanks!", "thank you 🙏", "Спасибо", "Təşəkkürlər!", "SAĞ OL", "teşekkürler", "مرسی"]
)
def test_thanks_are_welcome(text: str) -> None:
    """A message that is only thanks gets one friendly line."""
    assert reply_to(text) == texts.THANKS()


@pytest.mark.parametrize("text", ["👍", "???", "…", "😀😀"])
def test_signs_without_words_are_no_question(text: str) -> None:
    """A message without a letter or digit is asked for words."""
    assert reply_to(text) == texts.NO_WORDS()


@pytest.mark.parametrize("text", ["hello, what is the trade target?", "Who thanks whom?", "2024", "历史"])
def test_everything_else_is_a_question(text: str) -> None:
    """A greeting within a question does not hide the question."""
    assert reply_to(text) is None


@pytest.mark.parametrize("text", ["ok", "Good bot!", "lol 😂", "Ясно.", "да", "tamam", "Bəli!", "باشه"])
def test_a_nod_is_no_question(text: str) -> None:
    """Who has read an answer and says so gets one friendly line, and in a group, where they reply to it, none."""
    assert reply_to(text) == texts.THANKS()
