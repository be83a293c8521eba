"""One question: typing, the answer, one message."""

from __future__ import annotations

import logging
from datetime import date

from telegram.error import TelegramError

from bot import collection_texts, keyboards, texts
from bot.activity import typing_in
from bot.keyboards import Kept
from bot.languages import Message
from bot.messages import answer_message, understood_line
from bot.places import Place
from bot.quotes import quote_of, rival_of, shown_passage
from bot.sending import Page, say, send
from bot.worker import Busy, Stopping, Worker
from index import Answer, ArticleIndex
from index.following import Exchange, understood
from index.records import Reason

logger = logging.getLogger(__name__)

_REASONS: dict[Reason | None, Message] = {"empty_question": texts.NO_WORDS, "empty_index": texts.EMPTY_INDEX}


async def ask(worker: Worker, place: Place, question: str, reply_to: int | None, collection: str | None) -> None:
    """Answer a question with one new message; without a `collection` all articles are asked."""
    page = await respond(worker, place, question, collection)
    if page is not None:
        await send(place, page, reply_to)


async def respond(
    worker: Worker, place: Place, question: str, collection: str | None, before: int | None = None
) -> Page | None:
    """Return the message that answers a question; None where the person was told why there is none now.

    Without a `collection` all articles are asked. `before` is the number of what was shown before it: a follow-up is
    read together with that.
    """
    talk = worker.topics.of(place.key)
    shown = await worker.look_up(lambda index: index.feedback.shown(before)) if before is not None else None
    whole = understood(question, Exchange(shown.question, shown.answer, shown.quote)) if shown else None
    about = shown.article_id if shown and shown.article_id else talk.article
    answer = await find_answer(worker, place, whole or question, about, collection)
    if answer is None:
        return None
    kept = await worker.look_up(lambda index: keep(index, answer, collection))
    worker.topics.note(place.key, kept.shown, answer.article.id if answer.article else None)
    return answer_page(answer, kept, nearest=not place.in_group, whole=whole)


async def find_answer(
    worker: Worker, place: Place, question: str, about: str | None, collection: str | None
) -> Answer | None:
    """Return the answer, typing meanwhile; None where the person was told why there is none now.

    `about` is the id of the article that is talked about; without a `collection` all articles are asked.
    """

    async def told(before: int) -> None:
        try:
            await say(place, texts.position(before))
        except TelegramError as error:
            logger.warning("chat %s: %s", place.chat.id, error)

    try:
        async with typing_in(place):
            return await worker.answer(question, told, about, collection)
    except Busy:
        refusal = texts.BUSY()
    except Stopping:
        refusal = texts.STOPPING()
    await say(place, refusal)
    return None


def keep(index: ArticleIndex, answer: Answer, collection: str | None = None) -> Kept:
    """Keep what is about to be shown, so that its buttons know it after a restart as well."""
    shown = index.feedback.note(answer, date.today())
    return Kept(index.remember(answer.question), shown, answer.generation, collection)


def answer_page(answer: Answer, kept: Kept, *, nearest: bool, whole: str | None = None) -> Page:
    """Return the message for an answer, once it is checked again; `whole` is the question that a follow-up asks.

    Where there is no answer, `nearest` says whether the nearest passages may be looked at.
    """
    preface = understood_line(whole) if whole else None
    reason = _REASONS.get(answer.reason)
    silence = reason() if reason else texts.not_in_articles(answer.searched)
    if answer.reason == "empty_index" and kept.collection:
        silence = collection_texts.empty(kept.collection)
    said = "\n\n".join(filter(None, (preface, silence)))
    if answer.status == "not_found":
        keyboard = keyboards.refusal(kept, nearest=nearest) if answer.passages else None
        return Page(said, keyboard, refusal=reason is None)
    quote, rival = quote_of(answer), rival_of(answer)
    if quote is None or (answer.rival and rival is None):
        logger.error("an answer was held back: it does not stand in its article word for word: %r", answer.question)
    if quote is None:
        return Page(said)
    html = answer_message(answer.question, quote, shown_passage(quote, answer.passages), rival, preface)
    return Page(html, keyboards.answer(kept, quote))
