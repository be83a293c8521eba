"""Which network addresses are public: those that anyone on the internet would reach too."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

# What `is_global` of older Pythons lets through, and a cloud's own server, which only looks public.
_CLOSED_4 = (IPv4Network("192.0.0.0/24"), IPv4Network("192.88.99.0/24"), IPv4Network("168.63.129.16/32"))
_OPEN_6 = IPv6Network("2000::/3")
_CLOSED_6 = (IPv6Network("2001::/23"), IPv6Network("2001:db8::/32"), IPv6Network("3fff::/20"))
_NAT64 = IPv6Network("64:ff9b::/96")  # how networks that have only IPv6 reach the others


def is_public(address: str) -> bool:
    """Whether `address`, an IPv4 or IPv6 address as text, is public; an IPv4 one within an IPv6 one must be so too."""
    ip = ip_address(address)
    if isinstance(ip, IPv4Address):
        return ip.is_global and not ip.is_multicast and not any(ip in network for network in _CLOSED_4)
    embedded = list(_embedded(ip))
    if embedded:
        return all(is_public(str(inner)) for inner in embedded)
    return ip.is_global and ip in _OPEN_6 and not any(ip in network for network in _CLOSED_6)


def _embedded(ip: IPv6Address) -> Iterator[IPv4Address]:
    """Yield the IPv4 addresses to which packets for `ip` go in the end."""
    if ip.ipv4_mapped:
        yield ip.ipv4_mapped
    if ip.sixtofour:
        yield ip.sixtofour
    if ip in _NAT64:
        yield IPv4Address(int(ip) & 0xFFFFFFFF)
