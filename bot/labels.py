"""What stands on buttons, in menus of commands, and in the lists of inline mode."""

from __future__ import annotations

from typing import Final

from bot.languages import Message

MORE: Final = Message("More passages")
CONTEXT: Final = Message("Context")
NEAREST: Final = Message("Nearest passages")
NEWER, OLDER = "◀", "▶"
GOOD, BAD = "👍", "👎"
BIN = "🗑"

# Why an answer was no good, or a refusal was none.
WRONG_ANSWER: Final = Message("Wrong answer")
WRONG_ARTICLE: Final = Message("Wrong article")
SHOULD_HAVE_KNOWN: Final = Message("Another article says it")
SHOULD_NOT_HAVE_ANSWERED: Final = Message("The articles do not say it")
ARTICLES_DO_SAY: Final = Message("The articles do say")

COMMANDS: Final = {
    "start": Message("What I do, with example questions"),
    "help": Message("How to ask"),
    "sources": Message("The articles I know"),
    "language": Message("My language"),
    "id": Message("Your own id"),
}
GROUP_COMMANDS: Final = {
    "ask": Message("Ask about the news"),
    "help": Message("How to ask here"),
    "id": Message("This group's id"),
}
GROUP_ADMIN_COMMANDS: Final = GROUP_COMMANDS | {"settings": Message("How I behave in this group")}

# What only admins are shown.
_ADMINS: Final = {
    "add": Message("Add an article or a feed by its address"),
    "articles": Message("The articles, to search and remove"),
    "edit": Message("Put right what is known of an article"),
    "remove": Message("Remove an article"),
    "feeds": Message("The feeds that are watched"),
    "collection": Message("Which articles this chat is about"),
    "review": Message("What people think of the answers"),
    "stats": Message("What I hold, in numbers"),
    "reindex": Message("Embed all articles again"),
}
ADMIN_COMMANDS: Final = COMMANDS | _ADMINS
ADMIN_GROUP_COMMANDS: Final = GROUP_ADMIN_COMMANDS | _ADMINS
UNDO: Final = Message("Undo")
ADD_IT: Final = Message("Add as an article")
GO_ON: Final = Message("Go on")
ASK_IT: Final = Message("It is a question")
REMOVE: Final = Message("Remove")
KEEP: Final = Message("Keep")
CANCEL: Final = Message("Cancel")
EDIT: Final = Message("Edit")
LOOK: Final = Message("Look now")
STOP: Final = Message("Stop watching")
GO_ON_WATCHING: Final = Message("Go on watching")
RIGHT: Final = Message("The answer is right")
NOT_IN_ARTICLES: Final = Message("The articles do not say")
DISMISS: Final = Message("Dismiss")

# What is known of an article, by the names that the index has for it.
FIELDS: Final = {
    "title": Message("Title"),
    "authors": Message("Authors"),
    "published": Message("Date"),
    "publisher": Message("Publisher"),
    "url": Message("Address"),
    "collections": Message("Collections"),
}

INLINE_EMPTY: Final = Message("Type a question about the news")
INLINE_NOT_FOUND: Final = NOT_IN_ARTICLES
INLINE_LATER: Final = Message("Not ready yet: ask me in private")
INLINE_BUSY: Final = Message("Too many people are asking: ask me in private")
INLINE_CLOSED: Final = Message("I am not open to everyone")

# A group's settings; the second says so of what is off.
MENTIONS: Final = Message("Answer mentions")
REPLIES: Final = Message("Answer replies")
REACTION: Final = Message("React only, where the articles do not say")
ASKERS_LANGUAGE: Final = Message("The language of who asks")
ON, OFF = "✅", "☐"
