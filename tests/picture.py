"""Draw the README's picture from a real conversation: `python -m tests.picture` writes .github/conversation.svg."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.align import Align
from rich.columns import Columns
from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.text import Text

from tests.botapi.chats import Message
from tests.botapi.entities import runs, units
from tests.botapi.events import Event, Written
from tests.conversation import converse
from tests.samples import ROOT

PICTURE = ROOT / ".github" / "conversation.svg"
# What is asked in the conversation -> what the picture shows of it, with the answer.
ASKED = ["what is the trade target?", "who leads it?", "ticarət hədəfi nədir?", "what is the population of Baku?"]
COLUMNS, BUBBLE = 84, 68
# The default picture fetches its font from elsewhere; the reader's own fixed-width one will do.
FORMAT = re.sub(r"@font-face \{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)


def shown(events: Sequence[Event]) -> Iterator[RenderableType]:
    """Yield the bubbles of each question and of the message that replies to it, in the order of ASKED."""
    written = [event for event in events if isinstance(event, Written) and event.message.text]
    for question in ASKED:
        [asked] = [one.message for one in written if one.message.text and one.message.text.text == question]
        reply = next(one.message for one in written if one.message.reply_to == asked.id)
        yield Align.right(_bubble(asked))
        yield Group(_bubble(reply), _buttons(reply))


def _bubble(message: Message) -> Panel:
    assert message.text
    text = Text(message.text.text)
    for run in runs(message.text.entities, "bold"):
        coded = message.text.text.encode("utf-16-le")
        start = len(coded[: 2 * run.offset].decode("utf-16-le"))
        text.stylize("bold", start, start + len(coded[2 * run.offset :][: 2 * run.length].decode("utf-16-le")))
    width = min(BUBBLE, max(units(line) for line in text.plain.splitlines()) + 4)
    return Panel(text, title=message.sender.first_name, title_align="left", width=width)


def _buttons(message: Message) -> RenderableType:
    rows = message.markup["inline_keyboard"] if message.markup else []
    return Columns([Text(f"[ {button['text']} ]", style="dim") for row in rows for button in row], padding=(0, 2))


def draw(bubbles: Iterator[RenderableType]) -> str:
    """Return the picture of a conversation, as SVG."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO())
    for bubble in bubbles:
        console.print(bubble)
    return console.export_svg(title="Article Answers", code_format=FORMAT)


if __name__ == "__main__":
    PICTURE.write_text(draw(shown(converse().events)), "utf-8")
