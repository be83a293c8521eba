"""Draw the README's picture from a real conversation: `python -m tests.picture` writes .github/conversation.svg.

The bot runs at a pseudo-terminal, so a Unix is needed.
"""

from __future__ import annotations

import fcntl
import io
import os
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / ".github" / "conversation.svg"
TYPED = ["какова цель по торговле?", "who wrote the article?"]
COLUMNS, ROWS = 96, 40
# The default picture fetches its font from elsewhere; the reader's own fixed-width one will do.
FORMAT = re.sub(r"@font-face \{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)


def converse() -> str:
    """Return what a terminal shows of the conversation, escape codes included."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    with tempfile.TemporaryDirectory() as home:
        environment = {"PATH": os.environ["PATH"], "ARTICLES_HOME": home, "TERM": "xterm-256color"}
        bot = subprocess.Popen(
            [sys.executable, "-m", "bot"], stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT, env=environment
        )
        os.close(theirs)
        shown = _until_prompt(ours)
        for line in TYPED:
            os.write(ours, f"{line}\n".encode())
            shown += _until_prompt(ours)
        os.write(ours, b"\x04")
        bot.wait()
    os.close(ours)
    return shown.removesuffix("> ")


def _until_prompt(terminal: int) -> str:
    """Return what the terminal shows until the bot waits for the next line."""
    shown = b""
    while not shown.endswith(b"\n> "):
        shown += os.read(terminal, 4096)
    return shown.decode().replace("\r\n", "\n")


def draw(shown: str) -> str:
    """Return the picture of what a terminal showed, as SVG."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO())
    console.print(Text.from_ansi(shown.strip()))
    return console.export_svg(title="make run", code_format=FORMAT)


if __name__ == "__main__":
    PICTURE.write_text(draw(converse()), "utf-8")
