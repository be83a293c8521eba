"""Every sentence that only admins read; plain text, escaped where it becomes HTML (see texts)."""

from __future__ import annotations

from typing import Final

from babel.numbers import format_decimal

from bot import labels
from bot.languages import Message, gettext, isolated, ngettext, number, spoken
from bot.texts import paged
from index.store import Stats

ADDED: Final = Message("Added")
UPDATED: Final = Message("Updated: this takes the place of what was here")
UNCHANGED: Final = Message("Unchanged: this is here already")
SAME_TEXT: Final = Message("Unchanged: this text is here already, as")
NOT_ADDED: Final = Message("Not added")
REMOVED: Final = Message("Removed")
NOTHING_FOUND: Final = Message("There was no article in it.")
REMOVE_IT: Final = Message("Remove this article?")
KEPT: Final = Message("Nothing was removed.")

UNDONE: Final = Message("Undone: everything is as it was before.")
UNDONE_ALREADY: Final = Message("This was undone already.")
NOT_YOURS: Final = Message("This receipt came to another chat, where alone it can be undone.")
RECEIPT_GONE: Final = Message("I no longer remember what this changed; /articles shows what is here now.")
CHANGED_AGAIN: Final = Message("This was changed again since, so it stays as it is now.")
ADMINS_ONLY: Final = Message("Only the admins of this bot can do that.")

FILE_TOO_LARGE: Final = Message(
    "This file is larger than the 20 MB that Telegram lets me fetch. Send me a link to it, or add it on the machine "
    "where I run, with: python -m index add FILE"
)
FILE_LOST: Final = Message("I could not fetch this file from Telegram. Please send it again.")
STOPPED: Final = Message(
    "I am being restarted before this is complete. Press the button in a minute to go on; nothing is added twice."
)
CUT_OFF: Final = Message("I was cut off while I was adding this. Press the button to go on; nothing is added twice.")

ARTICLE_OR_QUESTION: Final = Message("Is this an article or a question?")
A_QUESTION: Final = Message("A question, then.")
TEXT_GONE: Final = Message("I can no longer see this text; please send it again.")
HOW_TO_ADD: Final = Message(
    "Write the address of an article or of a feed behind /add, or reply with /add to a message that has an address, a "
    "file or a text."
)
HOW_TO_REMOVE: Final = Message("Write the id of an article behind /remove; /articles shows the ids.")

REINDEXING: Final = Message("I am embedding all articles again. Questions are answered meanwhile.")
REINDEXING_ALREADY: Final = Message("I am at it already; the message above says how far I am.")
CANCELLING: Final = Message("I am cancelling it.")
CANCELLED: Final = Message("Cancelled: everything is as it was before.")
ADDING_CANCELLED: Final = Message("Cancelled. What was added before stays; nothing else is done.")
NOTHING_TO_CANCEL: Final = Message("There is nothing to cancel any more.")


def help(*, in_group: bool = False) -> str:
    """Say what admins may do besides what everybody may; a group chats, and must say what it adds."""
    how = gettext("As an admin you add articles: send me a file, an address, or the text itself, or forward it.")
    how = HOW_TO_ADD() if in_group else how
    others = {name: label for name, label in labels.ADMIN_COMMANDS.items() if name not in labels.COMMANDS}
    commands = "\n".join(f"{isolated(f'/{name}')}: {label()}" for name, label in others.items())
    return f"{how}\n\n{commands}"


def group_id(group: int) -> str:
    """Tell the id of a group of admins."""
    return gettext("This group's id is {id}; everybody in it is an admin of this bot.", id=group)


def not_read(name: str, kinds: str) -> str:
    """Say that a file of this name is not read, and which kinds are."""
    return gettext("I can't read {name}. I read these kinds of files: {kinds}", name=name, kinds=kinds)


def passages_and_time(passages: int, seconds: float) -> str:
    """Say how many passages an article has, and how long adding it took."""
    return ngettext("{count} passage, {seconds} s", "{count} passages, {seconds} s", passages, seconds=_tenths(seconds))


def counted(added: int, updated: int, unchanged: int, failed: int, *, removed: int = 0) -> str:
    """Say what became of several articles, without what did not happen."""
    parts = [
        (added, gettext("added: {count}", count=number(added))),
        (updated, gettext("updated: {count}", count=number(updated))),
        (removed, gettext("removed: {count}", count=number(removed))),
        (unchanged, gettext("unchanged: {count}", count=number(unchanged))),
        (failed, gettext("not added: {count}", count=number(failed))),
    ]
    return ", ".join(said for count, said in parts if count)


def more(count: int) -> str:
    """Say how many articles are not listed (at least 1)."""
    return ngettext("and {count} more article", "and {count} more articles", count)


def same_story(others: int) -> str:
    """Say how many other articles have nearly the same text (at least 1)."""
    return ngettext("{count} other article tells the same story", "{count} other articles tell the same story", others)


def more_failed(count: int) -> str:
    """Say how many sources that could not be read are not listed (at least 1)."""
    return ngettext("and {count} more that could not be read", "and {count} more that could not be read", count)


def adding(done: int) -> str:
    """Say how far the adding of articles is; 0 where that is not known yet."""
    if not done:
        return gettext("I am adding it.")
    return ngettext("I am adding articles: {count} so far.", "I am adding articles: {count} so far.", done)


def undone_in_part(left: int) -> str:
    """Say that so many articles (at least 1) were changed again, and that the others are as they were."""
    return ngettext(
        "Undone, except for {count} article that was changed again since.",
        "Undone, except for {count} articles that were changed again since.",
        left,
    )


def article_id(id: str) -> str:
    """Say the id of an article."""
    return gettext("id {id}", id=id)


def no_such_article(id: str) -> str:
    """Say that an id leads to no article, or to several."""
    return gettext("No article, or more than one, has an id that begins with {id}; /articles shows the ids.", id=id)


def found(words: str, articles: int, page: int, pages: int) -> str:
    """Return the heading of a page of the articles that have these words in their titles; pages count from 1."""
    found = ngettext(
        "{count} article with “{words}” in its title",
        "{count} articles with “{words}” in their titles",
        articles,
        words=words,
    )
    return found + paged(page, pages)


def none_found(words: str) -> str:
    """Say that no title has these words."""
    return gettext("No title has “{words}” in it; /articles lists all articles.", words=words)


def reindexed(done: int, total: int) -> str:
    """Say how many of the articles are embedded."""
    return gettext("{done} of {total} articles", done=number(done), total=number(total))


def embedded(articles: int, seconds: float) -> str:
    """Say that all articles were embedded again, and how long that took."""
    return ngettext(
        "Done: {count} article is embedded again, in {seconds} s.",
        "Done: {count} articles are embedded again, in {seconds} s.",
        articles,
        seconds=_tenths(seconds),
    )


def not_embedded(reason: str) -> str:
    """Say why the articles could not be embedded again."""
    return gettext("The articles stay as they are, since this went wrong: {reason}", reason=reason)


def stats(stats: Stats) -> str:
    """Say what the index holds."""
    lines = [
        gettext("Articles: {count}", count=number(stats.articles)),
        gettext("Passages: {count}", count=number(stats.passages)),
        gettext("Changes so far: {count}", count=number(stats.generation)),
        gettext("Model: {name}, {count} dimensions", name=stats.embedding_model or "–", count=number(stats.dimension)),
        gettext(
            "On disk: {database} MB of articles, {vectors} MB of vectors",
            database=_tenths(stats.database_bytes / 1e6),
            vectors=_tenths(stats.vectors_bytes / 1e6),
        ),
    ]
    return "\n".join(lines)


def _tenths(value: float) -> str:
    """Return a number with one digit behind the point, as the language writes it."""
    return str(format_decimal(value, "#,##0.0", locale=spoken()))
