"""The start tags of Telegram's HTML: which there are, and how their attributes are read."""

from __future__ import annotations

import re
from dataclasses import dataclass

TAGS = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    **dict.fromkeys(("tg-spoiler", "span"), "spoiler"),
    **{"a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote", "tg-emoji": "custom_emoji"},
}
END = "\0"  # follows the last character, so that looking ahead needs no length checks
_SPACE = r"[ \t\r\n\v]*"
_TAG_NAME = re.compile(r"[^ \t\r\n\v\0>]*")
_BLANK = re.compile(_SPACE)
_ATTRIBUTE = re.compile(rf"([^ \t\r\n\v\0=>/\"']*){_SPACE}")
_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_CHARACTER = re.compile(r"&(?:#x([0-9a-fA-F]*)|#([0-9]*)|([A-Za-z]*));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


class ParseError(Exception):
    """The text is no HTML that Telegram knows."""


@dataclass(frozen=True, slots=True)
class Tag:
    """An open tag: `argument` is its link, language, emoji id or class, as far as it matters."""

    name: str
    argument: str = ""


def ascii_lower(text: str) -> str:
    """Return the text with A to Z in lower case and nothing else changed."""
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


def tag_name(source: str, at: int) -> tuple[str, int]:
    """Read a tag's name at `at` and return it with the position after it."""
    match = _TAG_NAME.match(source, at)
    assert match
    return ascii_lower(match.group()), match.end()


def unescaped(text: str) -> str:
    """Replace the character references that Telegram knows and leave the others as they are."""
    return _CHARACTER.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name is not None:
        return _NAMED.get(name, match.group())
    code = int(hexadecimal or "0", 16) if hexadecimal is not None else int(decimal or "0")
    known = 0 < code < 0x10FFFF and len(match.group().rstrip(";")) < 10
    return chr(code) if known else match.group()


def read_start_tag(source: str, at: int, where: str) -> tuple[Tag, int]:
    """Read the start tag at `at` (a "<") up to its ">" and return it with the position of that ">"."""
    name, at = tag_name(source, at + 1)
    if source[at] == END:
        raise ParseError(f"Unclosed start tag {where}")
    if name not in TAGS:
        raise ParseError(f'Unsupported start tag "{name}" {where}')
    argument = ""
    while True:
        at = skip_blanks(source, at)
        if source[at] == ">":
            break
        attribute, value, at = _attribute(source, at, name, where)
        argument = _argument(name, attribute, value, argument)
    if name == "span" and argument != "spoiler":
        raise ParseError(f'Tag "span" must have class "tg-spoiler" {where}')
    return Tag(name, argument), at


def skip_blanks(source: str, at: int) -> int:
    """Return the position of the first character from `at` that is no blank."""
    match = _BLANK.match(source, at)
    assert match
    return match.end()


def _attribute(source: str, at: int, tag: str, where: str) -> tuple[str, str | None, int]:
    match = _ATTRIBUTE.match(source, at)
    assert match
    if not match[1]:
        raise ParseError(f'Empty attribute name in the tag "{tag}" {where}')
    at = match.end()
    value = None
    if source[at] == "=":
        at = skip_blanks(source, at + 1)
        if source[at] != END:
            value, at = _value(source, at)
            if source[at] == END:
                raise ParseError(f"Unclosed start tag {where}")
    if source[at] == END:
        raise ParseError(f'Unclosed start tag "{tag}" {where}')
    return match[1], value, at


def _value(source: str, at: int) -> tuple[str, int]:
    quote = source[at]
    if quote in "'\"":
        end = min(found for found in (source.find(quote, at + 1), source.find(END, at + 1)) if found >= 0)
        return unescaped(source[at + 1 : end]), end + (source[end] == quote)
    match = _TOKEN.match(source, at)
    assert match
    if source[match.end()] not in " \t\r\n\v\0>":
        raise ParseError(f"Unexpected end of name token at byte offset {byte_offset(source, at)}")
    return match.group().lower(), match.end()


def byte_offset(source: str, at: int) -> int:
    """Return how many bytes of UTF-8 come before position `at`."""
    return len(source[:at].encode("utf-8", "surrogatepass"))


def _argument(tag: str, attribute: str, value: str | None, before: str) -> str:
    if tag == "blockquote" and attribute == "expandable":
        return "1"
    if value is not None and (tag, attribute) in {("a", "href"), ("tg-emoji", "emoji-id")}:
        return value
    prefix = {("code", "class"): "language-", ("span", "class"): "tg-"}.get((tag, attribute))
    return value.removeprefix(prefix) if value is not None and prefix and value.startswith(prefix) else before
