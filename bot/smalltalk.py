"""Whole messages that are no questions: greetings, thanks, and the nods of who has read an answer."""

from __future__ import annotations

import re
import unicodedata

from bot import texts

_GREETINGS = """
hi|hi there|hello|hello there|hey|good morning|good afternoon|good evening|greetings
привет|здравствуй|здравствуйте|добрый день|доброе утро|добрый вечер
salam|salam əleyküm|salam aleykum|hər vaxtınız xeyir|sabahınız xeyir
merhaba|selam|günaydın|iyi günler|iyi akşamlar
سلام|درود|سلام علیکم|السلام علیکم|صبح بخیر
"""
_THANKS = """
thanks|thank you|thank you very much|many thanks|thanks a lot|thx|ty
спасибо|большое спасибо|спасибо большое|благодарю
təşəkkür|təşəkkürlər|təşəkkür edirəm|sağ ol|sağol|çox sağ ol|çox sağol|sağ olun
teşekkürler|teşekkür ederim|çok teşekkürler|sağ olun
ممنون|ممنونم|متشکرم|مرسی|خیلی ممنون|با تشکر
"""
_NODS = """
ok|okay|k|yes|no|yeah|yep|nope|sure|right|exactly|true|indeed|i see|got it|lol|haha|hahaha|wow|cool|nice|great|good
perfect|interesting|good bot|nice one|well done|good answer|great answer|bravo
ок|окей|да|нет|ага|угу|ясно|понятно|хорошо|отлично|круто|класс|супер|интересно|верно|точно|молодец|ладно|ха ха|хаха
bəli|hə|yox|oldu|yaxşı|əla|super|maraqlıdır|düzdür|aydındır|başa düşdüm|afərin
tamam|evet|hayır|peki|güzel|harika|süper|ilginç|doğru|anladım|aferin
باشه|بله|آره|نه|خوب|خوبه|عالی|عالیه|جالب|جالبه|درسته|فهمیدم|آفرین
"""


def _words(text: str) -> str:
    """Return the words of `text` in small letters with one space between, without punctuation and emoji."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold()))


_REPLIES = {_words(form): texts.GREETING for form in re.split(r"[|\n]", _GREETINGS.strip())} | {
    _words(form): texts.THANKS for form in re.split(r"[|\n]+", (_THANKS + _NODS).strip())
}


def reply_to(text: str) -> str | None:
    """Return the line for a message that is only a greeting, thanks, a nod or signs; None for a question."""
    words = _words(text)
    reply = _REPLIES.get(words) if words else texts.NO_WORDS
    return reply() if reply else None
