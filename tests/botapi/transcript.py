"""A conversation as people see it, in plain text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from .api import BotApi
from .attachments import Kind
from .chats import Message
from .entities import runs
from .events import Deleted, Event, Happened, Offered, Pressed, Reacted, Told, Written
from .formatted import FormattedText

_INDENT = "    "
_SHORT = 60  # characters of a message that another one speaks of


def transcript(api: BotApi) -> str:
    """Return all that people saw so far in all chats, in order of time, without times and ids.

    **Bold** stands between asterisks, the address of a link in parentheses behind its words, buttons in brackets.
    """
    blocks: list[str] = []
    where = ""
    for event in api.events:
        if event.where != where:
            where = event.where
            blocks.append(f"── {where} ──")
        blocks.append("\n".join(_lines(event)))
    return "\n\n".join(blocks) + "\n"


def _lines(event: Event) -> Iterator[str]:
    match event:
        case Written():
            yield from _written(event)
        case Deleted():
            yield f"A message of {_writer(event.message)} is deleted: {_short(event.message)}"
        case Reacted(emoji=""):
            yield f"The bot takes its reaction off: {_short(event.message)}"
        case Reacted():
            yield f"The bot reacts with {event.emoji}: {_short(event.message)}"
        case Pressed():
            gone = " under a message that is gone" if event.message is None else ""
            yield f"{event.who.first_name} presses [{event.button or 'a button that is gone'}]{gone}"
        case Told():
            seen = "an alert" if event.answer.show_alert else "a notice"
            yield f"{event.who.first_name} sees {seen}: {event.answer.text}"
        case Offered():
            yield f"{event.who.first_name} is offered{':' if event.answer.results else ' nothing'}"
            yield from (f"{_INDENT}{result.title}: {result.description}" for result in event.answer.results)
            if event.answer.button:
                yield f"{_INDENT}[{event.answer.button}]"
        case Happened():
            yield event.words


def _written(event: Written) -> Iterator[str]:
    message, before = event.message, event.before
    if service := _service(message):
        yield service
        return
    head = _writer(message)
    body, buttons = _body(message).split("\n"), _buttons(message)
    if before and before.text == message.text:
        body = []
        head += f" {'changes' if buttons else 'takes off'} the buttons: {_short(message)}"
    elif before:
        head += f" edits {_short(before)}"
    elif event.replied and not _service(event.replied):  # what opens a topic is not shown as replied to
        head += f", in reply to {_writer(event.replied)} {_short(event.replied)}"
    if len(body) == 1 and not buttons:
        yield f"{head}: {body[0]}"
    else:
        yield f"{head}:" if body else head
        yield from (f"{_INDENT}{line}".rstrip() for line in body + buttons)


def _buttons(message: Message) -> list[str]:
    rows = message.markup["inline_keyboard"] if message.markup else []
    return [" ".join(f"[{button['text']}]" for button in row) for row in rows]


def _writer(message: Message) -> str:
    hidden, names = message.content.get("sender_chat"), (message.sender.first_name, message.sender.last_name)
    name = str(hidden["title"]) if hidden else " ".join(filter(None, names))
    return f"{name}, by way of the bot" if "via_bot" in message.content else name


def _service(message: Message) -> str:
    """Return what happened in a group, where that is all that the message tells."""
    content, writer = message.content, _writer(message)
    if "new_chat_members" in content:
        return f"{writer} adds the bot"
    if topic := content.get("forum_topic_created"):
        return f"{writer} opens the topic “{topic['name']}”"
    if "migrate_to_chat_id" in content:
        return "The group becomes a supergroup"
    return "The group is a supergroup now" if "migrate_from_chat_id" in content else ""


def _body(message: Message) -> str:
    if message.text:
        return marked(message.text)
    kind = next((kind for kind in get_args(Kind) if kind in message.content), "something")
    return f"({kind}) {message.content.get('caption', '')}".rstrip()


def _short(message: Message) -> str:
    text = " ".join((message.text.text if message.text else _body(message)).split())
    return f"“{text if len(text) <= _SHORT else text[:_SHORT].rstrip() + '…'}”"


def marked(text: FormattedText) -> str:
    """Return a text with its bold parts between asterisks and the addresses of its links in parentheses."""
    bold = runs(text.entities, "bold")
    # At one place, what ends comes before what begins.
    marks = [(run.offset + run.length, 0, "**") for run in bold] + [(run.offset, 2, "**") for run in bold]
    marks += [(link.offset + link.length, 1, f" ({link.url})") for link in text.entities if link.url]
    coded = text.text.encode("utf-16-le")
    for offset, _, mark in sorted(marks, reverse=True):
        coded = coded[: 2 * offset] + mark.encode("utf-16-le") + coded[2 * offset :]
    return coded.decode("utf-16-le")
