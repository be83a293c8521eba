"""Why an address is not fetched, each as a clause that says what to do."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from datetime import timedelta

import httpcore

from index.fetching.inflating import Damaged

_SAVE = "open it in a browser, save the page as .html and add that"

NO_ADDRESS = "this is no address; write it as in https://example.org/news/article"
SCHEME = f"only http:// and https:// addresses are fetched; {_SAVE}"
CREDENTIALS = f"a name or a password stands in it; give the address without, or {_SAVE}"
NO_HOST = "there is no such host; check how it is spelt, and that this machine is online"
REDIRECTS = "it leads on and on to other addresses; open it in a browser and give the address at which it ends"
_CLOSED = (401, 402, 403, 406, 407, 451)
_BUSY = (429, 503)


class Refused(Exception):
    """An address is not fetched; the message says why and what to do, `wait` how long its server wants one to wait."""

    def __init__(self, reason: str, wait: timedelta | None = None) -> None:
        """Keep both; a server that names no time has no `wait`."""
        super().__init__(reason)
        self.wait = wait


def not_public(host: str, port: int) -> Refused:
    """Return why a host that is not on the internet is not asked."""
    name = f"[{host}]" if ":" in host else host
    return Refused(
        f"{host} is not on the public internet, and only what is there is fetched; "
        f"if articles may come from it, set FETCH_ALLOW={name}:{port}"
    )


def too_large(max_bytes: int) -> Refused:
    """Return why so much is not read."""
    return Refused(f"larger than the {max_bytes:,} bytes an article may have; raise MAX_ARTICLE_MB")


def bad_status(status: int, wait: timedelta | None) -> Refused:
    """Return why nothing comes with this answer of the server, which may say how long to `wait`."""
    if status in _BUSY:
        return Refused(f"its server is too busy now (it answers {status}); try again later", wait)
    if status in _CLOSED:
        return Refused(f"its server wants a login, or serves no programs (it answers {status}); {_SAVE}")
    if status >= 500:
        return Refused(f"its server has a fault (it answers {status}); try again later")
    return Refused(f"its server answers {status} and sends no page; check the address")


def no_certificates(error: OSError) -> Refused:
    """Return why no connection can be safe on this machine."""
    return Refused(f"SSL_CERT_FILE or SSL_CERT_DIR can't be read ({error.strerror or error}); put these right")


def failure(error: Exception, seconds: float) -> Refused:
    """Return why there is no whole answer; `seconds` is the time that it had."""
    causes = list(_causes(error))
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return Refused(f"its certificate is not valid ({cause.verify_message}); {_SAVE}")
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return Refused(f"no safe connection to it can be made; try http:// in place of https://, or {_SAVE}")
    if isinstance(error, httpcore.TimeoutException):
        return Refused(f"too slow: it did not come within {seconds:g} seconds; try again later, or {_SAVE}")
    if isinstance(error, httpcore.ConnectError):
        said = next((cause.strerror for cause in causes if isinstance(cause, OSError) and cause.strerror), "no answer")
        return Refused(f"its server can't be reached ({said}); check the address, or try again later")
    if isinstance(error, Damaged):
        return Refused(f"what came is damaged; try again later, or {_SAVE}")
    return Refused(f"its server broke off, or sent what is no answer; try again later, or {_SAVE}")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error and those that led to it."""
    while error:
        yield error
        error = error.__cause__ or error.__context__
