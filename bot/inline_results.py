"""Answers -> what is offered in inline mode: the words that answer as title, their sentence below. Pure."""

from __future__ import annotations

from telegram import InlineQueryResultArticle, InputTextMessageContent, LinkPreviewOptions
from telegram.constants import ParseMode

from bot.fitting import cut
from bot.messages import answer_message
from bot.quotes import Quote, quote_of, rival_of, shown_passage
from index import Answer

_TITLE_UNITS, _DESCRIPTION_UNITS = 100, 200


def results(answer: Answer) -> list[InlineQueryResultArticle]:
    """Return the answer and what another article says, each as a message to be sent; none for a refusal."""
    quotes = [quote for quote in (quote_of(answer), rival_of(answer)) if quote]
    return [_result(answer, quote) for quote in quotes]


def _result(answer: Answer, quote: Quote) -> InlineQueryResultArticle:
    html = answer_message(answer.question, quote, shown_passage(quote, answer.passages))
    content = InputTextMessageContent(html, ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True))
    return InlineQueryResultArticle(
        f"{quote.article.id[:32]}:{quote.start}:{quote.end}",
        cut(quote.answer or quote.text, _TITLE_UNITS),
        content,
        description=cut(quote.text, _DESCRIPTION_UNITS),
    )
