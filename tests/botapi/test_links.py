"""Links as Telegram keeps or refuses them."""

from __future__ import annotations

import pytest

from .links import LinkError, normal_link


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("example.com", "http://example.com/"),
        ("HTTPS://me@Example.COM:8080?q=a b#c ", "https://me@example.com:8080/?q=a%20b#c"),
        ("https://пример.рф/é", "https://пример.рф/é"),
        ("http://[::1]:80/a", "http://[::1]:80/a"),
        ("tg://resolve?domain=x", "tg://resolve?domain=x"),
        ("TG:resolve/?domain=x", "tg://resolve?domain=x"),
        ("tonsite://a.ton/b", "tonsite://a.ton/b"),
    ],
)
def test_links_are_completed(given: str, kept: str) -> None:
    """A link gets a protocol and a path, its host is written in lower case, blanks are quoted."""
    assert normal_link(given) == kept


@pytest.mark.parametrize(
    ("link", "error"),
    [
        ("localhost", "Wrong HTTP URL"),
        ("http://", "URL host is empty"),
        ("http://.", "Host is invalid"),
        ("javascript://example.com", "Unsupported URL protocol"),
        ("http://exa mple.com", "Disallowed character in URL host"),
        ("http://a b@example.com", "Disallowed character in URL userinfo"),
        ("http://example.com:0", "Wrong port number specified in the URL"),
        ("tg://x:1", "Wrong tg URL"),
        ("tg://x.y", "Unallowed characters in URL host"),
    ],
)
def test_links_that_are_refused(link: str, error: str) -> None:
    """A link that leads nowhere is refused in Telegram's words."""
    with pytest.raises(LinkError) as raised:
        normal_link(link)
    assert str(raised.value) == error
