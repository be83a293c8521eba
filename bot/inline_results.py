"""Answers -> what is offered in inline mode: the words that answer as title, their sentence below. Pure."""

from __future__ import annotations

from hashlib import blake2b

from telegram import InlineQueryResultArticle

from bot.fitting import cut
from bot.messages import answer_message
from bot.quotes import Quote, others_of, quote_of, shown_passage
from bot.sending import content
from index import Answer

_TITLE_UNITS, _DESCRIPTION_UNITS = 100, 200


def results(answer: Answer) -> list[InlineQueryResultArticle]:
    """Return up to five different answers, best first, each as a message to be sent; none for a refusal."""
    first = quote_of(answer)
    quotes = [first, *others_of(answer)] if first else []
    return [_result(answer, quote, quote.answer or quote.text, quote.text) for quote in quotes]


def example(answer: Answer) -> InlineQueryResultArticle | None:
    """Return the question as what is offered, and its answer as what is sent; None where there is none."""
    quote = quote_of(answer)
    return _result(answer, quote, answer.question, quote.answer or quote.text) if quote else None


def _result(answer: Answer, quote: Quote, title: str, description: str) -> InlineQueryResultArticle:
    html = answer_message(answer.question, quote, shown_passage(quote, answer.passages))
    name = f"{title}\n{quote.article.id}:{quote.start}:{quote.end}"
    return InlineQueryResultArticle(
        blake2b(name.encode(), digest_size=16).hexdigest(),
        cut(title, _TITLE_UNITS),
        content(html),
        description=cut(description, _DESCRIPTION_UNITS),
    )
