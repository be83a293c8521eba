"""Telegram's HTML: what its tags become, and what is said of bad HTML."""

from __future__ import annotations

import pytest

from .entities import Entity
from .errors import ApiError
from .formatted import formatted


@pytest.mark.parametrize(
    ("html", "text", "entities"),
    [
        ("plain &lt;&gt;&amp;&quot;&#39;&#x1F600; &nbsp; &apos;", "plain <>&\"'😀 &nbsp; &apos;", []),
        ("<b>a</b> <STRONG>b</STRONG>", "a b", [Entity("bold", 0, 1), Entity("bold", 2, 1)]),
        ("<i>a</i> <em>b</em>", "a b", [Entity("italic", 0, 1), Entity("italic", 2, 1)]),
        ("<u>a</u> <ins>b</ins>", "a b", [Entity("underline", 0, 1), Entity("underline", 2, 1)]),
        ("<s>a</s><strike>b</strike><del>c</del>", "abc", [Entity("strikethrough", 0, 3)]),
        ('<tg-spoiler>a</tg-spoiler> <span class="tg-spoiler">b</span>', "a b",
         [Entity("spoiler", 0, 1), Entity("spoiler", 2, 1)]),
        ("😀<b>😀é</b>", "😀😀é", [Entity("bold", 2, 3)]),
        ("<b>a<i>b</i>c</b>", "abc", [Entity("bold", 0, 1), Entity("bold", 1, 2), Entity("italic", 1, 1)]),
        ("<b>a<code>b</code>c</b>", "abc", [Entity("bold", 0, 1), Entity("code", 1, 1), Entity("bold", 2, 1)]),
        ('<a href="https://Example.com/a?b=1&amp;c=2">x</a>', "x",
         [Entity("text_link", 0, 1, url="https://example.com/a?b=1&c=2")]),
        ("<a>example.com</a>", "example.com", [Entity("text_link", 0, 11, url="http://example.com/")]),
        ('<a href="nowhere">x</a>', "x", []),
        ('<pre><code class="language-python">x</code></pre>', "x", [Entity("pre", 0, 1, language="python")]),
        ("<pre><code>x</code></pre>", "x", [Entity("pre", 0, 1)]),
        ('<code class="language-python">x</code>', "x", [Entity("code", 0, 1)]),
        ("<blockquote>a <b>b</b></blockquote>", "a b", [Entity("blockquote", 0, 3), Entity("bold", 2, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [Entity("expandable_blockquote", 0, 1)]),
        ('<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>', "👍",
         [Entity("custom_emoji", 0, 2, custom_emoji_id="5368324170671202286")]),
        ("x<b></b>", "x", []),
        (" \n <b>a</b>\n ", "a", [Entity("bold", 0, 1)]),
        ("a <b>b </b> ", "a b", [Entity("bold", 2, 1)]),
        ("<b>a\rb</b>\tc", "ab c", [Entity("bold", 0, 2)]),
    ],
)  # fmt: skip
def test_html_becomes_text_and_entities(html: str, text: str, entities: list[Entity]) -> None:
    """Every tag becomes an entity whose offsets count UTF-16 code units of the trimmed text."""
    result = formatted(html, "HTML")
    assert (result.text, list(result.entities)) == (text, entities)


@pytest.mark.parametrize(
    ("html", "error"),
    [
        ("twelve bytes<br>", 'Unsupported start tag "br" at byte offset 12'),
        ("é<br/>", 'Unsupported start tag "br/" at byte offset 2'),
        ("<b><i>x</b>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("1 <2", "Unclosed start tag at byte offset 2"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ('<a "x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=http://x>y</a>", "Unexpected end of name token at byte offset 8"),
        ('<span class="x">y</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<tg-emoji>x</tg-emoji>", "Invalid custom emoji identifier specified"),
    ],
)
def test_bad_html_is_refused_in_telegrams_words(html: str, error: str) -> None:
    """What can't be parsed is a bad request that names the tag and the byte where it stands."""
    with pytest.raises(ApiError) as raised:
        formatted(html, "HTML")
    assert (raised.value.code, raised.value.description) == (400, f"Bad Request: can't parse entities: {error}")
