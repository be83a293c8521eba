"""`python -m index`: from what was typed to an exit code.

0: done; 1: something could not be done; 2: wrong usage. What went wrong is one line, on standard error, or
as {"error": message} on standard output with --json.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from index.errors import ArticleIndexError, SettingsError
from index.parser import UsageError, parser
from index.settings import Settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    _speak_utf8()
    try:
        return _run(words)
    except (UsageError, SettingsError) as error:
        return _fail(str(error), 2, as_json="--json" in words)
    except ArticleIndexError as error:
        return _fail(str(error), 1, as_json="--json" in words)
    except KeyboardInterrupt:
        return _fail("stopped; articles added so far are kept, all else is as it was", 130, as_json="--json" in words)
    except BrokenPipeError:  # whoever read the output has had enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    finally:
        gc.freeze()  # nothing is left to close, and collecting what the libraries made takes seconds


def _run(words: list[str]) -> int:
    typed = parser().parse_args(words)
    settings = Settings.load(**({"articles_home": typed.home} if typed.home else {}))
    from index.commands import COMMANDS, Call
    from index.printing import Printer

    return COMMANDS[typed.command](Call(typed, settings, Printer()))


def _fail(message: str, code: int, *, as_json: bool) -> int:
    if as_json:
        from index.commands import print_json

        print_json({"error": message})
    else:
        print(f"error: {message}", file=sys.stderr)
    return code


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale; what can't be written as such is escaped, as JSON would."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]  # real streams can
