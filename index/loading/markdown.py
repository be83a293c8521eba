"""Markdown: what a reader would see of it, as plain text; its front matter and first heading as metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import indent

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from index.loading.front_matter import read_front_matter
from index.loading.metadata import NAMES, Metadata
from index.loading.source import Source
from index.records import Article

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)


def load(source: Source) -> Iterator[Article]:
    """Yield the one article of a Markdown file. Raises SourceError where there is none."""
    yield source.article(*read(source.text()))


def read(text: str) -> tuple[str, Metadata]:
    """Return the text of a Markdown document, and what its front matter and its first heading say."""
    known, body = read_front_matter(text)
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    blocks = list(SyntaxTreeNode(parser.parse(body)).children)
    title = next((block for block in blocks if block.type == "heading" and block.tag == "h1"), None)
    found = dict.fromkeys(NAMES, "the front matter")
    if title is not None and known.get("title", _block(title)) == _block(title):
        blocks.remove(title)
        known["title"], found["title"] = _block(title), "the first heading"
    return _joined(blocks), Metadata.of(known, found)


def _joined(blocks: list[SyntaxTreeNode], between: str = "\n\n") -> str:
    """Return the texts of `blocks` that have one."""
    return between.join(text for text in map(_block, blocks) if text)


def _block(node: SyntaxTreeNode) -> str:
    """Return the text of a block."""
    match node.type:
        case "inline":
            return "".join(map(_inline, node.children)).strip()
        case "fence" | "code_block":
            return node.content.rstrip("\n")
        case "html_block":
            return _TAG.sub("", node.content).strip()
        case "bullet_list":
            return "\n".join(_item("- ", item) for item in node.children)
        case "ordered_list":
            first = int(node.attrs.get("start", 1))
            return "\n".join(_item(f"{number}. ", item) for number, item in enumerate(node.children, first))
        case "tr":
            return " | ".join(map(_block, node.children))
        case "table" | "thead" | "tbody":
            return _joined(node.children, "\n")
        case _:
            return _joined(node.children)


def _item(mark: str, item: SyntaxTreeNode) -> str:
    """Return an item of a list, its lines below the first one indented."""
    return mark + indent(_joined(item.children, "\n"), " " * len(mark)).lstrip()


def _inline(node: SyntaxTreeNode) -> str:
    """Return the text of a part of a line: links are their text, emphasis is taken off, pictures say nothing."""
    match node.type:
        case "text" | "code_inline":
            return node.content
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case "html_inline":
            return "\n" if _BREAK.fullmatch(node.content) else ""
        case "image":
            return ""
        case _:
            return "".join(map(_inline, node.children))
