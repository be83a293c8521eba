"""What an admin writes about a field of an article -> the edit that puts it right; and what is known before."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from bot import admin_keyboards, admin_texts, collection_texts, edit_texts, labels
from bot.fitting import cut
from bot.sending import Page
from index import ArticleIndex
from index.collection_names import DEFAULT
from index.edits import Edit, checked
from index.errors import CollectionError, EditError

_AWAY = ("-", "–", "—")  # some keyboards make a dash of a hyphen
_ALSO = {"date": "published", "address": "url"}  # the names in /edit that are not the index's
_SEVERAL = ("authors", "collections")
_VALUE_UNITS = 400
_COMMAS = re.compile(r"[,،;\n]")


class Bad(Exception):
    """What was written is no value of this field; the message says what one looks like."""


def field_of(word: str) -> str | None:
    """Return the field that a word names, in English or in the language spoken; None where it names none."""
    name = word.casefold()
    name = _ALSO.get(name, name)
    spoken = {label().casefold(): field for field, label in labels.FIELDS.items()}
    return name if name in labels.FIELDS else spoken.get(name)


def change_of(field: str, value: str) -> Edit:
    """Return the edit that gives a field this value, and that takes it away for a hyphen. Raises Bad."""
    text = "" if value.strip() in _AWAY else value.strip()
    if field == "collections":
        text = text or DEFAULT  # there must be one
    given = [part.strip() for part in _COMMAS.split(text) if part.strip()] if field in _SEVERAL else text
    try:
        return checked({field: given})
    except (EditError, CollectionError) as error:
        raise Bad(_WRONG[field]() if field in _WRONG else edit_texts.refused(str(error))) from None


def known_page(index: ArticleIndex, id: str) -> Page:
    """Return what is known of the article with this id, and a button for each field."""
    standing = index.history.of(id)
    if standing is None:
        return Page(escape(admin_texts.no_such_article(id), quote=False))
    article = standing.article
    values = {
        "title": article.title,
        "authors": ", ".join(article.authors),
        "published": article.published,
        "publisher": article.publisher,
        "url": article.url,
        "collections": ", ".join(standing.collections),
    }
    lines = [edit_texts.line(name, cut(value or "", _VALUE_UNITS)) for name, value in values.items()]
    lines += [edit_texts.language(article.language), admin_texts.article_id(id)]
    return Page(escape("\n".join(lines), quote=False), admin_keyboards.fields(id))


_WRONG: dict[str, Callable[[], str]] = {
    "published": edit_texts.NO_DATE,
    "url": edit_texts.NO_ADDRESS,
    "collections": collection_texts.BAD_NAME,
}
