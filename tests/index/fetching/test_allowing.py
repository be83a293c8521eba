"""FETCH_ALLOW: hosts and ports that may be fetched from although they are not public."""

from __future__ import annotations

import pytest

from index import Settings
from index.errors import SettingsError
from index.fetching import Fetcher
from tests.index.fetching.serving import MAX_BYTES, Server, page


@pytest.mark.parametrize(
    ("value", "places"),
    [
        ("", set()),
        ("intranet.example.org:443", {("intranet.example.org", 443)}),
        (" Intranet:80, ,[::1]:8080,127.0.0.1:65535 ", {("intranet", 80), ("::1", 8080), ("127.0.0.1", 65535)}),
    ],
)
def test_hosts_and_ports_are_read(value: str, places: set[tuple[str, int]], monkeypatch: pytest.MonkeyPatch) -> None:
    """They are separated by commas; names are kept in lower case, IPv6 addresses stand in brackets."""
    monkeypatch.setenv("FETCH_ALLOW", value)
    assert Settings.load().fetch_allow == places


@pytest.mark.parametrize(
    "part", ["intranet", "intranet:", ":80", "intranet:0", "intranet:65536", "http://intranet:80", "::1:80", "a b:80"]
)
def test_what_is_no_host_and_port_is_an_error(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names the part at fault, and how it is written."""
    monkeypatch.setenv("FETCH_ALLOW", f"127.0.0.1:80,{part}")
    with pytest.raises(SettingsError) as error:
        Settings.load()
    assert str(error.value).startswith("FETCH_ALLOW=")
    assert f"{part!r} is not host:port, as in intranet.example.org:8080 or [::1]:8080" in str(error.value)


def test_a_name_in_other_letters_is_allowed_as_it_is_written(server: Server) -> None:
    """The network knows it by another spelling."""
    server.pages["/"] = page("Rain.")
    allow = frozenset({("bücher.test", server.port)})
    fetcher = Fetcher(allow, MAX_BYTES, resolver=lambda host: ["127.0.0.1"])
    assert fetcher.get(server.address(host="Bücher.test")).body == b"Rain."
    assert server.asked[0]["host"] == f"xn--bcher-kva.test:{server.port}"
