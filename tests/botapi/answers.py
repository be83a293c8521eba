"""What a person sees of a message that the bot sent."""

from __future__ import annotations

from dataclasses import dataclass

from .chats import Message
from .entities import Entity, part, runs


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: it sends `callback_data` to the bot or opens `url`."""

    text: str
    callback_data: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A part of a text that opens `url`."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One version of a message: `html` is the text as it was sent, `edits` counts the versions before this one."""

    id: int
    text: str
    html: str
    entities: tuple[Entity, ...]
    buttons: tuple[tuple[Button, ...], ...]
    reply_to: int | None
    edits: int

    @property
    def bold(self) -> list[str]:
        """The bold parts of the text; what touches is one part."""
        return self.parts("bold")

    @property
    def links(self) -> list[Link]:
        """The parts of the text that open a link, in order."""
        return [Link(part(self.text, entity), entity.url) for entity in self.entities if entity.url]

    def parts(self, kind: str) -> list[str]:
        """Return the parts of the text that are of this kind of entity; what touches is one part."""
        return [part(self.text, run) for run in runs(self.entities, kind)]

    def button(self, text: str) -> Button:
        """Return the button with this text; raises AssertionError naming the buttons there are."""
        found = [button for row in self.buttons for button in row if button.text == text]
        assert found, f"no button {text!r} under {self.text!r}, only {self.buttons}"
        return found[0]


def seen(message: Message, edits: int) -> Answer:
    """Return what a person sees of a version of a message."""
    rows = message.markup["inline_keyboard"] if message.markup else []
    buttons = tuple(
        tuple(Button(button["text"], button.get("callback_data"), button.get("url")) for button in row) for row in rows
    )
    text, entities = (message.text.text, message.text.entities) if message.text else ("", ())
    return Answer(message.id, text, message.source, entities, buttons, message.reply_to, edits)
