"""Addresses that lead into a network, by themselves, by their name or by a redirect, are not fetched."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable
from typing import Any

import httpcore
import pytest
from hypothesis import example, given

from index.errors import SourceError
from index.fetching import Fetcher
from index.fetching.connecting import resolve
from tests.index.fetching.serving import CERTIFICATE, MAX_BYTES, Server, leads_to, page, serving
from tests.samples import ANY_TEXT

PUBLIC = "93.184.215.14"


class Recorder(httpcore.SyncBackend):
    """Notes where connections go to, and makes all of them to `server`."""

    def __init__(self, server: Server) -> None:
        """Note nothing so far."""
        self.server = server
        self.addresses: list[str] = []

    def connect_tcp(self, host: str, port: int, *others: Any, **more: Any) -> httpcore.NetworkStream:
        """Note the address, and connect."""
        self.addresses.append(host)
        return super().connect_tcp("127.0.0.1", self.server.port, *others, **more)


class Resolver:
    """Answers a lookup by the next of `answers`."""

    def __init__(self, *answers: Iterable[str]) -> None:
        """Begin with the first one."""
        self.answers = list(answers)

    def __call__(self, host: str) -> Iterable[str]:
        """Return the next answer."""
        return self.answers.pop(0)


def reason(fetcher: Fetcher, address: str) -> str:
    """Return why `address` is not fetched."""
    with pytest.raises(SourceError) as error:
        fetcher.get(address)
    return error.value.reason


def not_public(host: str, port: int) -> str:
    """Return what is said of a host that is not on the internet."""
    return (
        f"{host} is not on the public internet, and only what is there is fetched; "
        f"if articles may come from it, set FETCH_ALLOW={host}:{port}"
    )


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST", "127.1", "2130706433", "0x7f.1"])
def test_loopback_is_refused_however_it_is_written(server: Server, host: str) -> None:
    """A name, a short form and a number all lead to the same address."""
    server.pages["/"] = page("Secret.")
    fetcher = Fetcher(frozenset(), MAX_BYTES)
    assert reason(fetcher, server.address(host=host)) == not_public(host.lower(), server.port)
    assert server.asked == []


def test_the_metadata_server_of_a_cloud_is_refused() -> None:
    """It would tell the machine's passwords."""
    fetcher = Fetcher(frozenset(), MAX_BYTES)
    assert reason(fetcher, "http://169.254.169.254/latest/meta-data/") == not_public("169.254.169.254", 80)


def test_only_the_host_and_port_that_are_allowed_are_fetched(server: Server) -> None:
    """Another port of the same host, and another name for it, stay refused."""
    server.pages["/"] = page("Rain.")
    fetcher = server.fetcher("localhost")
    assert fetcher.get(server.address(host="LocalHost")).body == b"Rain."
    assert reason(fetcher, server.address()) == not_public("127.0.0.1", server.port)
    with serving() as other:
        assert reason(fetcher, other.address(host="localhost")) == not_public("localhost", other.port)
        assert other.asked == []


def test_a_redirect_from_an_allowed_host_to_another_is_refused(server: Server) -> None:
    """The host that is allowed can't lead on into the network."""
    with serving() as other:
        other.pages["/"] = page("Secret.")
        server.pages["/"] = leads_to(other.address())
        why = reason(server.fetcher(), server.address())
        assert why == f"it leads to {other.address()}: {not_public('127.0.0.1', other.port)}"
        assert other.asked == []


def test_one_address_that_is_not_public_is_enough(server: Server) -> None:
    """A name with a public and a private address is refused, and no connection is tried."""
    recorder = Recorder(server)
    fetcher = Fetcher(frozenset(), MAX_BYTES, resolver=Resolver([PUBLIC, "10.0.0.1"]), network=recorder)
    assert reason(fetcher, "http://news.test/") == not_public("news.test", 80)
    assert recorder.addresses == []


def test_the_connection_goes_to_the_address_that_was_checked(server: Server) -> None:
    """A name that answers with a private address the second time is not looked up a second time."""
    server.pages["/"] = page("Rain.")
    recorder, resolver = Recorder(server), Resolver([PUBLIC], ["127.0.0.1"])
    fetcher = Fetcher(frozenset(), MAX_BYTES, resolver=resolver, network=recorder)
    assert fetcher.get("http://news.test/").body == b"Rain."
    assert recorder.addresses == [PUBLIC]
    assert server.asked[0]["host"] == "news.test"
    assert resolver.answers == [["127.0.0.1"]]


def test_a_name_that_changes_between_two_connections_is_refused(server: Server) -> None:
    """A redirect is looked up again, and checked again."""
    server.pages["/"] = leads_to("http://news.test:8080/")
    recorder = Recorder(server)
    fetcher = Fetcher(frozenset(), MAX_BYTES, resolver=Resolver([PUBLIC], ["127.0.0.1"]), network=recorder)
    why = reason(fetcher, "http://news.test/")
    assert why == f"it leads to http://news.test:8080/: {not_public('news.test', 8080)}"
    assert recorder.addresses == [PUBLIC]


def test_an_address_that_does_not_answer_gives_way_to_the_next(server: Server) -> None:
    """A host with several addresses is reached by the first that answers."""
    server.pages["/"] = page("Rain.")
    fetcher = Fetcher(
        frozenset({("news.test", server.port)}), MAX_BYTES, resolver=Resolver(["127.0.0.9", "::1", "127.0.0.1"])
    )
    assert fetcher.get(server.address(host="news.test")).body == b"Rain."


def unknown(host: str) -> Iterable[str]:
    """Answer as the system does where there is no such host."""
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


@pytest.mark.parametrize(
    ("name", "resolver"),
    [("gone.test", unknown), ("gone.test", Resolver([])), ("a" * 64 + ".test", resolve), ("a..test", resolve)],
)
def test_a_name_that_is_none_is_said(name: str, resolver: Callable[[str], Iterable[str]]) -> None:
    """A host that can't be found is told from one that does not answer."""
    why = reason(Fetcher(frozenset(), MAX_BYTES, resolver=resolver), f"http://{name}/")
    assert why == "there is no such host; check how it is spelt, and that this machine is online"


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("ftp://example.org/a", "only http:// and https:// addresses are fetched"),
        ("file:///etc/passwd", "only http:// and https:// addresses are fetched"),
        ("http:///a", "this is no address; write it as in https://example.org/news/article"),
        ("http://example.org:99999/", "this is no address; write it as in https://example.org/news/article"),
        ("http://example.org:0/", "this is no address; write it as in https://example.org/news/article"),
        ("http://[::1/", "this is no address; write it as in https://example.org/news/article"),
        ("http://exam\x00ple.org/", "this is no address; write it as in https://example.org/news/article"),
    ],
)
def test_what_is_no_web_address_is_refused(server: Server, address: str, why: str) -> None:
    """Given by a person, or by a redirect."""
    assert reason(server.fetcher(), address).startswith(why)


@given(ANY_TEXT)
@example("\ud800")
def test_any_text_is_refused_in_a_sentence(text: str) -> None:
    """Nothing that a person may type is a fault of the program."""
    fetcher = Fetcher(frozenset(), MAX_BYTES, resolver=unknown)
    assert reason(fetcher, text)
    assert reason(fetcher, f"https://{text}")


def test_a_redirect_to_another_kind_of_address_is_refused(server: Server) -> None:
    """A page can't lead to where no page stands."""
    server.pages["/"] = leads_to("ftp://example.org/a")
    assert reason(server.fetcher(), server.address()).startswith("it leads to ftp://example.org/a: only http:// and")


def test_a_password_in_an_address_is_refused_and_not_repeated(server: Server) -> None:
    """It stands neither in the reason nor in what it is about."""
    address = server.address(host="ada:secret@127.0.0.1")
    with pytest.raises(SourceError) as error:
        server.fetcher().get(address)
    assert error.value.source == server.address()
    assert error.value.reason.startswith("a name or a password stands in it; give the address without")
    server.pages["/"] = leads_to(address)
    assert "secret" not in reason(server.fetcher(), server.address())
    assert len(server.asked) == 1


def test_redirects_end(server: Server) -> None:
    """Five are followed, a sixth is not."""
    for number in range(7):
        server.pages[f"/{number}"] = leads_to(f"/{number + 1}", 301 + number % 2)
    server.pages["/7"] = page("Rain.")
    assert server.fetcher().get(server.address("/2")).url == server.address("/7")
    assert reason(server.fetcher(), server.address("/1")).startswith("it leads on and on to other addresses; open it")


def test_the_server_is_known_by_its_name_though_its_address_was_looked_up_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Over TLS the name is asked for and the certificate checked by it; the connection goes to the address."""
    with serving(tls=True) as server:
        server.pages["/"] = page("Rain.")
        allow = frozenset((name, server.port) for name in ("news.test", "other.test"))

        def fetcher() -> Fetcher:
            return Fetcher(allow, MAX_BYTES, resolver=lambda host: ["127.0.0.1"])

        address = server.address(host="news.test", scheme="https")
        why = reason(fetcher(), address)
        assert why.startswith("its certificate is not valid (self-signed certificate); open it in a browser")
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
        assert fetcher().get(address).body == b"Rain."
        assert set(server.names) == {"news.test"}
        why = reason(fetcher(), server.address(host="other.test", scheme="https"))
        assert why.startswith("its certificate is not valid (Hostname mismatch")


def test_certificates_that_cannot_be_read_are_said(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason names the variables that lead to them."""
    monkeypatch.setenv("SSL_CERT_FILE", "nowhere.pem")
    why = "SSL_CERT_FILE or SSL_CERT_DIR can't be read (No such file or directory); put these right"
    assert reason(server.fetcher(), server.address()) == why


def test_https_where_only_http_is_spoken_is_said(server: Server) -> None:
    """The reason says what to try."""
    why = reason(server.fetcher(), server.address(scheme="https"))
    assert why.startswith("no safe connection to it can be made; try http:// in place of https://")
