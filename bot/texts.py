"""Every sentence that the bot says, in one place; plain text, escaped where it becomes HTML.

Each is said in the language spoken (see languages); what stands on buttons is in labels.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot import labels
from bot.languages import Message, gettext, isolated, ngettext, number

UNKNOWN_COMMAND: Final = Message("I don't know this command; /help shows those that I know.")
GREETING: Final = Message("Hello! Ask me a question about the news.")
THANKS: Final = Message("You are welcome! Ask me anything else about the news.")
NO_WORDS: Final = Message("I need words: ask me a question about the news.")
TEXT_ONLY: Final = Message("I can read text only: please write your question as a message.")
HOW_TO_ASK: Final = Message("Write your question behind /ask, or reply with /ask to a message that asks it.")

NO_SOURCES: Final = Message("There are no articles yet.")
HOW_TO_ADD: Final = Message("Send me a file or an address, or add some with: python -m index add FILE")
UNTITLED: Final = Message("Untitled article")
EMPTY_INDEX: Final = Message("There are no articles yet, so I can't answer.")
ANOTHER_ARTICLE: Final = Message("Another article says:")
ALSO_IN: Final = Message("also in:")

BUSY: Final = Message("Too many people are asking just now. Please ask again in a minute.")
TOO_MANY: Final = Message("Many questions of this chat wait already. Please ask again once they are answered.")
STOPPING: Final = Message("I am being restarted. Please ask again in a minute.")

ARTICLE_GONE: Final = Message("This article was removed or changed since; please ask again.")
QUESTION_GONE: Final = Message("I no longer remember this question; please ask again.")
NO_MORE: Final = Message("There are no more passages.")

CHANGED_SINCE: Final = Message("The articles have changed since this answer.")
WHAT_WAS_WRONG: Final = Message("What was wrong?")
VOTED: Final = Message("Thank you! The admins will see it.")

LANGUAGE: Final = Message("I speak English. Choose my language:")
BEHAVIOUR: Final = Message("How I behave in this group:")
GROUP_ADMINS_ONLY: Final = Message("Only the admins of this group can change how I behave here.")

IN_THE_TERMINAL: Final = Message(
    "This is the bot in your terminal. To have it on Telegram, send /newbot\n"
    "to @BotFather there, write the token that you get into the file .env,\n"
    "as BOT_TOKEN=..., and start again.\n"
    "Type a question, or the number of a button; Ctrl+D ends.\n"
)


def help() -> str:
    """Say how to ask, and which commands there are."""
    how = gettext(
        "Ask a question about the news, in your own words. I answer word for word from an article: the answer in "
        "bold, the sentence that it stands in, and the source."
    )
    buttons = gettext(
        "{more} shows other passages that fit. {context} shows what stands before and after the answer.",
        more=labels.MORE(),
        context=labels.CONTEXT(),
    )
    commands = "\n".join(f"{isolated(f'/{name}')}: {label()}" for name, label in labels.COMMANDS.items())
    return f"{how}\n\n{buttons}\n\n{commands}"


def welcome(articles: int, *, examples: bool) -> str:
    """Return the first message: what the bot does, and how many articles it knows (at least 1)."""
    known = ngettext(
        "I answer questions from {count} news article, word for word, and name the source.",
        "I answer questions from {count} news articles, word for word, and name the source.",
        articles,
    )
    ask = gettext("Try one of these, or ask your own:") if examples else gettext("Ask me a question.")
    return f"{known} {ask}"


def welcome_without_articles(*, admin: bool) -> str:
    """Return the first message where nothing is indexed yet; an admin reads how to change that."""
    what = gettext("I answer questions from news articles, word for word.")
    return f"{what} {no_sources(admin=admin)}"


def no_sources(*, admin: bool) -> str:
    """Say that nothing is indexed; an admin reads how to change that."""
    return f"{NO_SOURCES()} {HOW_TO_ADD()}" if admin else NO_SOURCES()


def sources(articles: int, page: int, pages: int) -> str:
    """Return the heading of a page of the articles; pages count from 1."""
    known = ngettext("{count} article, newest first", "{count} articles, newest first", articles)
    return known + paged(page, pages)


def own_id(person: int, *, admin: bool) -> str:
    """Tell a person their id, and what it is for."""
    if admin:
        return gettext("Your id is {id}; you are an admin of this bot.", id=person)
    return gettext("Your id is {id}; to make you an admin, it goes into ADMIN_IDS.", id=person)


def hello_group(username: str, *, mentions: bool) -> str:
    """Greet a group, and say how it asks the bot."""
    hello = gettext("Hello!")
    return f"{hello} {how_to_ask_in_groups(username, mentions=mentions)}"


def how_to_ask_in_groups(username: str, *, mentions: bool) -> str:
    """Say in two lines how a group asks the bot; `mentions`: whether the bot gets to see where it is mentioned."""
    first = gettext("Ask me about the news: {command} and your question.", command=f"/ask@{username}")
    if mentions:
        also = gettext(
            "You can also reply with {command} to somebody's question, mention {name}, or reply to one of my answers.",
            command="/ask",
            name=f"@{username}",
        )
    else:
        also = gettext(
            "You can also reply with {command} to somebody's question or reply to one of my answers.", command="/ask"
        )
    return f"{first}\n{also}"


def how_to_ask_a_guest(username: str) -> str:
    """Say how the bot is asked in a chat that it has not joined."""
    return gettext(
        "Write your question behind {name}, or mention me in a reply to the message that asks it.", name=f"@{username}"
    )


def group_id(group: int) -> str:
    """Tell a group's id, and what it is for."""
    return gettext("This group's id is {id}; where ALLOWED_CHATS is set, it goes there.", id=group)


def not_admitted(chat: int, owner: str) -> str:
    """Say whose bot this is, that the chat is not on the list, and what to do about it."""
    whose = gettext("This is the bot of {owner}.", owner=owner) if owner else gettext("This is a private bot.")
    rest = gettext("It is not open to this chat; ask whoever runs it to add the id {id} to ALLOWED_CHATS.", id=chat)
    return f"{whose} {rest}"


def understood_as(question: str) -> str:
    """Say which question a follow-up was understood to ask."""
    return gettext("Understood as: {question}", question=question)


def position(before: int) -> str:
    """Say how many questions are answered first (at least 1)."""
    return ngettext(
        "Queued, {count} before you; your answer is coming.",
        "Queued, {count} before you; your answer is coming.",
        before,
    )


def not_in_articles(searched: int) -> str:
    """Say that none of the articles that were searched gives an answer; 0 where their number is not known."""
    if searched == 1:
        return gettext("The one article that I know does not say.")
    if not searched:
        return gettext("The articles that I know do not say.")
    return ngettext(
        "The {count} article that I know does not say.", "The {count} articles that I know do not say.", searched
    )


def passages(page: int, pages: int, *, answered: bool) -> str:
    """Return the heading of a page of passages, other ones than the answer or just the nearest; pages count from 1."""
    nearest = gettext("Nearest passages, which may not answer the question")
    return (gettext("Other passages") if answered else nearest) + paged(page, pages)


def others(sources: int) -> str:
    """Say how many other sources stand at the end of a list (at least 1)."""
    return ngettext("{count} other", "{count} others", sources)


def who_wrote(title: str) -> str:
    """Ask who wrote the article with this title."""
    return gettext("Who wrote “{title}”?", title=title)


def when_published(title: str) -> str:
    """Ask when the article with this title was published."""
    return gettext("When was “{title}” published?", title=title)


def weekly(questions: Sequence[tuple[str, int]], more: int, waiting: int) -> str:
    """Return the report to an admin: questions that found no answer, how often each was asked, how many more there are.

    `waiting` is how many answers that people voted on wait for a look.
    """
    parts = []
    if questions:
        listed = [f"{number(times)} × {isolated(question)}" for question, times in questions]
        others = [ngettext("and {count} more question", "and {count} more questions", more)] if more else []
        heading = gettext("The articles did not answer these questions last week, most asked first:")
        parts.append("\n".join([heading, *listed, *others]))
    if waiting:
        votes = ngettext(
            "{count} answer that people voted on waits for your look: {command}",
            "{count} answers that people voted on wait for your look: {command}",
            waiting,
            command="/review",
        )
        parts.append(votes)
    return "\n\n".join(parts)


def went_wrong(reference: str) -> str:
    """Apologise for a fault that the log describes under this reference."""
    return gettext(
        "Something went wrong on my side. Please try again; if it stays, report {reference}.", reference=reference
    )


def paged(page: int, pages: int) -> str:
    """Return what a heading says of the page below it, nothing where there is only one."""
    return " " + gettext("(page {page} of {pages})", page=number(page), pages=number(pages)) if pages > 1 else ""
