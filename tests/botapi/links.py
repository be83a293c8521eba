"""Links as Telegram checks and rewrites them."""

from __future__ import annotations

import re

_PROTOCOL = re.compile(r"([^:/?#@\[\]]*)://")
_SCHEME = re.compile(r"(tg|ton|tonsite):(?://)?", re.IGNORECASE)
_HOST = re.compile(r"(?:[A-Za-z0-9.\-_!$,~*'();&+=]|%[0-9A-Fa-f]{2}|[^\x00-\x7f])*")
_USER = re.compile(r"(?:[A-Za-z0-9.\-_!$,~*'();&+=:]|%[0-9A-Fa-f]{2}|[^\x00-\x7f])*")


class LinkError(Exception):
    """The link is none that Telegram takes."""


def checked_link(link: str) -> str | None:
    """Return the link as Telegram stores it, or None where Telegram takes it for no link."""
    try:
        return normal_link(link)
    except LinkError:
        return None


def normal_link(link: str) -> str:
    """Return the link as Telegram stores it: with a protocol, the host in lower case and a path."""
    scheme = _SCHEME.match(link)
    protocol, user, host, port, path = _parts(link[scheme.end() :] if scheme else link)
    if scheme:
        if protocol or user or port:
            raise LinkError(f"Wrong {'tg' if scheme[1].lower() == 'tg' else 'ton'} URL")
        if not re.fullmatch(r"[A-Za-z0-9_.-]*" if scheme[1].lower() == "tonsite" else r"[A-Za-z0-9_-]*", host):
            raise LinkError("Unallowed characters in URL host")
        return f"{scheme[1].lower()}://{host}{path.removeprefix('/') if path.startswith('/?') else path}"
    if "." not in host and not host.startswith("["):
        raise LinkError("Wrong HTTP URL")
    return f"{protocol or 'http'}://{user}{host}{port}{path}"


def _parts(url: str) -> tuple[str, str, str, str, str]:
    given = _PROTOCOL.match(url)
    protocol = given[1].lower() if given else ""
    if given and protocol not in ("http", "https"):
        raise LinkError("Unsupported URL protocol")
    rest = url[given.end() :] if given else url
    authority = re.split("[/?#]", rest, maxsplit=1)[0]
    user, at, place = authority.rpartition("@")
    host, port = _host_and_port(place)
    if not host:
        raise LinkError("URL host is empty")
    if host == ".":
        raise LinkError("Host is invalid")
    for what, allowed, name in ((host, _HOST, "host"), (user, _USER, "userinfo")):
        if not host.startswith("[") and not allowed.fullmatch(what):
            raise LinkError(f"Disallowed character in URL {name}")
    path = rest[len(authority) :].rstrip()
    path = re.sub(r"[\x00-\x20]", lambda match: f"%{ord(match[0]):02X}", path or "/")
    return protocol, user + at, host.lower(), port, path if path.startswith("/") else f"/{path}"


def _host_and_port(place: str) -> tuple[str, str]:
    match = re.fullmatch(r"(.+):([^:\]]*)", place)
    if not match:
        return place, ""
    number = int(match[2]) if re.fullmatch("[0-9]{1,9}", match[2]) else 0
    if not 0 < number <= 65535:
        raise LinkError("Wrong port number specified in the URL")
    return match[1], f":{number}"
