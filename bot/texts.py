"""Every sentence that a person reads, in one place; plain text, escaped where it becomes HTML."""

from __future__ import annotations

from typing import Final

MORE: Final = "More passages"
CONTEXT: Final = "Context"
NEAREST: Final = "Nearest passages"
NEWER: Final = "◀"
OLDER: Final = "▶"

COMMANDS: Final = {
    "start": "What I do, with example questions",
    "help": "How to ask",
    "sources": "The articles I know",
    "id": "Your own id",
}

GROUP_COMMANDS: Final = {
    "ask": "Ask about the news",
    "help": "How to ask here",
    "id": "This group's id",
}

HELP: Final = (
    "Ask a question about the news, in your own words. "
    "I answer word for word from an article: the answer in bold, the sentence that it stands in, and the source.\n\n"
    f"{MORE} shows other passages that fit. {CONTEXT} shows what stands before and after the answer.\n\n"
    + "\n".join(f"/{command}: {text}" for command, text in COMMANDS.items())
)
UNKNOWN_COMMAND: Final = "I don't know this command; /help shows those that I know."
GREETING: Final = "Hello! Ask me a question about the news."
THANKS: Final = "You are welcome! Ask me anything else about the news."
NO_WORDS: Final = "I need words: ask me a question about the news."
TEXT_ONLY: Final = "I can read text only: please write your question as a message."

HELLO_GROUP: Final = "Hello!"
HOW_TO_ASK: Final = "Write your question behind /ask, or reply with /ask to a message that asks it."

INLINE_EMPTY: Final = "Type a question about the news"
INLINE_NOT_FOUND: Final = "The articles do not say"
INLINE_LATER: Final = "Not ready yet: ask me in private"
INLINE_BUSY: Final = "Too many people are asking: ask me in private"
INLINE_CLOSED: Final = "I am not open to everyone"

NO_SOURCES: Final = "There are no articles yet."
HOW_TO_ADD: Final = "Add some with: python -m index add FILE"
UNTITLED: Final = "Untitled article"

EMPTY_QUESTION: Final = NO_WORDS
EMPTY_INDEX: Final = "There are no articles yet, so I can't answer."
ANOTHER_ARTICLE: Final = "Another article says:"

BUSY: Final = "Too many people are asking just now. Please ask again in a minute."
STOPPING: Final = "I am being restarted. Please ask again in a minute."

ARTICLE_GONE: Final = "This article was removed or changed since; please ask again."
QUESTION_GONE: Final = "I no longer remember this question; please ask again."
NO_MORE: Final = "There are no more passages."

IN_THE_TERMINAL: Final = (
    "This is the bot in your terminal. To have it on Telegram, send /newbot\n"
    "to @BotFather there, write the token that you get into the file .env,\n"
    "as BOT_TOKEN=..., and start again.\n"
    "Type a question, or the number of a button; Ctrl+D ends.\n"
)


def welcome(articles: int, *, examples: bool) -> str:
    """Return the first message: what the bot does, and how many articles it knows (at least 1)."""
    known = "1 news article" if articles == 1 else f"{articles:,} news articles"
    try_one = " Try one of these, or ask your own:" if examples else " Ask me a question."
    return f"I answer questions from {known}, word for word, and name the source.{try_one}"


def welcome_without_articles(*, admin: bool) -> str:
    """Return the first message where nothing is indexed yet; an admin reads how to change that."""
    return f"I answer questions from news articles, word for word. {no_sources(admin=admin)}"


def no_sources(*, admin: bool) -> str:
    """Say that nothing is indexed; an admin reads how to change that."""
    return f"{NO_SOURCES} {HOW_TO_ADD}" if admin else NO_SOURCES


def sources(articles: int, page: int, pages: int) -> str:
    """Return the heading of a page of the articles; pages count from 1."""
    known = "1 article" if articles == 1 else f"{articles:,} articles"
    return f"{known}, newest first" + (f" (page {page} of {pages})" if pages > 1 else "")


def own_id(person: int, *, admin: bool) -> str:
    """Tell a person their id, and what it is for."""
    use = "you are an admin of this bot." if admin else "to make you an admin, it goes into ADMIN_IDS."
    return f"Your id is {person}; {use}"


def how_to_ask_in_groups(username: str, *, mentions: bool) -> str:
    """Say in two lines how a group asks the bot; `mentions`: whether the bot gets to see where it is mentioned."""
    also = f", mention @{username}," if mentions else ""
    return (
        f"Ask me about the news: /ask@{username} and your question.\n"
        f"You can also reply with /ask to somebody's question{also} or reply to one of my answers."
    )


def how_to_ask_a_guest(username: str) -> str:
    """Say how the bot is asked in a chat that it has not joined."""
    return f"Write your question behind @{username}, or mention me in a reply to the message that asks it."


def group_id(group: int) -> str:
    """Tell a group's id, and what it is for."""
    return f"This group's id is {group}; where ALLOWED_CHATS is set, it goes there."


def not_admitted(chat: int) -> str:
    """Say that the chat is not on the list, and what to do about it."""
    return f"I am not open to this chat. Ask whoever runs me to add its id, {chat}, to ALLOWED_CHATS."


def position(before: int) -> str:
    """Say how many questions are answered first (at least 1)."""
    return f"{before:,} before you; your answer is coming."


def not_in_articles(searched: int) -> str:
    """Say that none of the articles that were searched gives an answer; 0 where their number is not known."""
    if searched == 1:
        return "The one article that I know does not say."
    return f"The {searched:,} articles that I know do not say." if searched else "The articles that I know do not say."


def passages(page: int, pages: int, *, answered: bool) -> str:
    """Return the heading of a page of passages, other ones than the answer or just the nearest; pages count from 1."""
    heading = "Other passages" if answered else "Nearest passages, which may not answer the question"
    return heading + (f" (page {page} of {pages})" if pages > 1 else "")


def also_in(articles: int) -> str:
    """Say in how many other articles a passage stands (at least 1)."""
    return "also in 1 other article" if articles == 1 else f"also in {articles:,} other articles"


def who_wrote(title: str) -> str:
    """Ask who wrote the article with this title."""
    return f"Who wrote “{title}”?"


def when_published(title: str) -> str:
    """Ask when the article with this title was published."""
    return f"When was “{title}” published?"


def went_wrong(reference: str) -> str:
    """Apologise for a fault that the log describes under this reference."""
    return f"Something went wrong on my side. Please try again; if it stays, report {reference}."
