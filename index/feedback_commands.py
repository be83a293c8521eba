"""`feedback`: what people think of the answers, what the admins say is right, and the evaluation set made of both."""

from __future__ import annotations

import sys
from collections.abc import Callable

from index import jsonable
from index.aside import written_aside
from index.call import Call, print_json
from index.printing import settlement

_SETTLE = (
    "See `feedback list`, then `feedback settle NUMBER ANSWER`, `feedback settle NUMBER --not-in-articles` "
    "or `feedback dismiss NUMBER`."
)


def feedback(call: Call) -> int:
    """Do what was asked for."""
    return FEEDBACK[call.arguments.action](call)


def list_(call: Call) -> int:
    """List what was voted on, the newest vote first."""
    with call.index(accept_mismatch=True) as index:
        reviews = index.feedback.reviews()
    call.print({"reviews": [jsonable.review(one) for one in reviews]}, lambda: call.printer.reviews(reviews))
    return 0


def export(call: Call) -> int:
    """Write the questions whose answer is known as a file for `evaluate`."""
    name = call.arguments.file
    with call.index(accept_mismatch=True) as index, written_aside(None if name == "-" else name) as file:
        cases = index.feedback.cases()
        waiting = sum(one.is_open for one in index.feedback.reviews())
        for case in cases:
            print_json(jsonable.case(case), file)
    if name != "-":
        call.print({"written": len(cases), "open": waiting}, lambda: call.printer.line(_exported(len(cases), waiting)))
    elif not call.arguments.json:
        print(_exported(len(cases), waiting), file=sys.stderr)
    return 0


def settle(call: Call) -> int:
    """Say what is right."""
    number, answers = call.arguments.number, call.arguments.answers
    with call.index(accept_mismatch=True) as index:
        shown = index.feedback.settle(number, answers)
    settled = {"settled": number, "question": shown.question, "answers": answers}
    call.print(settled, lambda: call.printer.decided(shown, settlement(answers)))
    return 0


def dismiss(call: Call) -> int:
    """Say that there is nothing to learn from it."""
    number = call.arguments.number
    with call.index(accept_mismatch=True) as index:
        shown = index.feedback.dismiss(number)
    call.print({"dismissed": number, "question": shown.question}, lambda: call.printer.decided(shown, "dismissed"))
    return 0


def _exported(written: int, waiting: int) -> str:
    """Return how many questions were written, and what to do about those that were not."""
    line = f"{written} question{'' if written == 1 else 's'} written."
    if not waiting:
        return line
    answers = "1 answer is" if waiting == 1 else f"{waiting} answers are"
    return f"{line} {answers} left out, since nobody has said yet what is right. {_SETTLE}"


FEEDBACK: dict[str, Callable[[Call], int]] = {"list": list_, "export": export, "settle": settle, "dismiss": dismiss}
