"""One question: typing, the answer, one message."""

from __future__ import annotations

import logging

from telegram.error import TelegramError

from bot import keyboards, texts
from bot.activity import typing_in
from bot.messages import answer_message
from bot.places import Place
from bot.quotes import quote_of, rival_of, shown_passage
from bot.sending import Page, say, send
from bot.worker import Busy, Stopping, Worker
from index import Answer
from index.records import Reason

logger = logging.getLogger(__name__)

_REASONS: dict[Reason | None, str] = {
    "empty_question": texts.EMPTY_QUESTION,
    "empty_index": texts.EMPTY_INDEX,
}


async def ask(worker: Worker, place: Place, question: str, reply_to: int | None) -> None:
    """Answer a question with one new message."""
    page = await respond(worker, place, question)
    if page is not None:
        await send(place, page, reply_to)


async def respond(worker: Worker, place: Place, question: str) -> Page | None:
    """Return the message that answers a question; None where the person was told why there is none now.

    Where others read along, a refusal is one line without a button.
    """
    answer = await find_answer(worker, place, question)
    if answer is None:
        return None
    if answer.article:
        worker.topics.note(place.key, answer.article.id)
    number = await worker.look_up(lambda index: index.remember(question))
    page = answer_page(answer, number)
    return Page(page.html) if place.in_group and answer.status == "not_found" else page


async def find_answer(worker: Worker, place: Place, question: str) -> Answer | None:
    """Return the answer, typing meanwhile; None where the person was told why there is none now."""

    async def told(before: int) -> None:
        try:
            await say(place, texts.position(before))
        except TelegramError as error:
            logger.warning("chat %s: %s", place.chat.id, error)

    try:
        async with typing_in(place):
            return await worker.answer(question, told, worker.topics.of(place.key))
    except Busy:
        refusal = texts.BUSY
    except Stopping:
        refusal = texts.STOPPING
    await say(place, refusal)
    return None


def answer_page(answer: Answer, number: int) -> Page:
    """Return the message for an answer, once it is checked again; `number` recalls its question."""
    silence = _REASONS.get(answer.reason) or texts.not_in_articles(answer.searched)
    if answer.status == "not_found":
        return Page(silence, keyboards.nearest(number) if answer.passages else None)
    quote, rival = quote_of(answer), rival_of(answer)
    if quote is None or (answer.rival and rival is None):
        logger.error("an answer was held back: it does not stand in its article word for word: %r", answer.question)
    if quote is None:
        return Page(silence)
    html = answer_message(answer.question, quote, shown_passage(quote, answer.passages), rival)
    return Page(html, keyboards.answer(number, quote))
