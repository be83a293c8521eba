"""The HTML that mammoth makes of a Word file -> its text: a line for each item of a list and each row of a table."""

from __future__ import annotations

from html.parser import HTMLParser

_BLOCKS = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6"])
_NOTE = "footnote", "endnote"  # how the addresses of notes begin
_FIRST_BLOCKS = 3  # among which a heading is the title


def read_html(html: str) -> tuple[str, str | None]:
    """Return the text, its paragraphs parted by a blank line, and the heading that is its title."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = reader.lines
    text = ""
    for before, (line, kind) in zip([("", ""), *lines], lines, strict=False):
        text += ("\n" if kind in ("li", "tr") and before[1] == kind else "\n\n") + line
    return text.strip(), next((line for line, kind in lines[:_FIRST_BLOCKS] if kind == "h1"), None)


class _Reader(HTMLParser):
    """Collects lines, each with the tag that it comes from."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[tuple[str, str]] = []
        self._pieces: list[str] = []
        self._lists: list[int | None] = []  # the number of the last item; None in a list with bullets
        self._rows: list[list[str]] = []  # a table may stand in a cell of another
        self._mark = ""
        self._silent = False  # within a reference to a note, which is of no sentence

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, an item or a row."""
        match tag:
            case "ol" | "ul":
                self._end("li")
                self._lists.append(0 if tag == "ol" else None)
            case "li":
                self._begin_item()
            case "tr":
                self._begin_row()
            case "br":
                self._pieces.append(" " if self._rows or self._lists else "\n")
            case "a":
                self._silent = _is_of_note(dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        """End a line, an item or a row."""
        match tag:
            case "ol" | "ul":
                self._lists.pop()
            case "li":
                self._end("li")
            case "td" | "th":
                self._rows[-1].append(self._taken())
            case "tr":
                self._end_row()
            case "a":
                self._silent = False
            case _ if tag in _BLOCKS and self._lists:
                self._pieces.append(" ")
            case _ if tag in _BLOCKS:
                self._end(tag)

    def handle_data(self, data: str) -> None:
        """Take the text of an element."""
        if not self._silent:
            self._pieces.append(data)

    def _begin_item(self) -> None:
        """Put the mark of its list before an item."""
        number = self._lists[-1]
        if number is None:
            self._mark = "- "
        else:
            self._lists[-1] = number + 1
            self._mark = f"{number + 1}. "

    def _begin_row(self) -> None:
        """Begin a row; what stands before a table in a cell is a part of its row."""
        if self._rows and (text := self._taken()):
            self._rows[-1].append(text)
        self._end("li")
        self._rows.append([])

    def _end_row(self) -> None:
        """Add a row as a line; that of a table in a cell stays in the cell."""
        cells = [cell for cell in self._rows.pop() if cell]
        if self._rows:
            self._pieces.append(" ".join(cells) + " ")
        elif cells:
            self.lines.append((" | ".join(cells), "tr"))

    def _end(self, tag: str) -> None:
        """Add what was taken as a line, if it is anything; in a cell it is only a part of one."""
        if self._rows:
            self._pieces.append(" ")
        elif text := self._taken():
            self.lines.append((self._mark + text, tag))
            self._mark = ""

    def _taken(self) -> str:
        """Return what was taken since the last line, runs of blanks as one; breaks of lines stay."""
        text = "".join(self._pieces)
        self._pieces.clear()
        return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()


def _is_of_note(attributes: dict[str, str | None]) -> bool:
    """Whether a link leads to a note, or back from one."""
    return (attributes.get("href") or "").lstrip("#").startswith(_NOTE)
