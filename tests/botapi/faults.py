"""Faults that a test orders: calls that fail, hang, or get no answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .errors import ApiError, Dropped
from .parameters import Parameters


@dataclass(slots=True)
class Fault:
    """What goes wrong with the next `times` calls of a method, of any chat or only of one."""

    method: str
    times: int
    chat_id: int | None
    error: ApiError | Dropped | None
    seconds: float = 0

    def hits(self, method: str, parameters: Parameters) -> bool:
        """Tell whether this call is one of those that go wrong."""
        chat = self.chat_id is None or parameters.text("chat_id") == str(self.chat_id)
        return self.times > 0 and chat and method.lower() == self.method.lower()


def strike(faults: list[Fault], method: str, parameters: Parameters, pause: Callable[[float], None]) -> None:
    """Let the oldest fault that fits happen to a call: `pause` for its seconds, then raise its error."""
    fault = next((fault for fault in faults if fault.hits(method, parameters)), None)
    if fault:
        fault.times -= 1
        if fault.seconds:
            pause(fault.seconds)
        if fault.error:
            raise fault.error
