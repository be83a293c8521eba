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
ADMIN_COMMANDS: Final = COMMANDS | {
    "add": Message("Add the article at an address"),
    "articles": Message("The articles, to search and remove"),
    "remove": Message("Remove an article"),
    "stats": Message("What I hold, in numbers"),
    "reindex": Message("Embed all articles again"),
}
UNDO: Final = Message("Undo")
ADD_IT: Final = Message("Add as an article")
GO_ON: Final = Message("Go on")
ASK_IT: Final = Message("It is a question")
REMOVE: Final = Message("Remove")
KEEP: Final = Message("Keep")
CANCEL: Final = Message("Cancel")

INLINE_EMPTY: Final = Message("Type a question about the news")
INLINE_NOT_FOUND: Final = Message("The articles do not say")
INLINE_LATER: Final = Message("Not ready yet: ask me in private")
INLINE_BUSY: Final = Message("Too many people are asking: ask me in private")
INLINE_CLOSED: Final = Message("I am not open to everyone")

# A group's settings; the second says so of what is off.
MENTIONS: Final = Message("Answer mentions")
REPLIES: Final = Message("Answer replies")
REACTION: Final = Message("React only, where the articles do not say")
ASKERS_LANGUAGE: Final = Message("The language of who asks")
ON, OFF = "✅", "☐"
