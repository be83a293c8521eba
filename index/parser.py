"""The words of the command line: what can be typed, and what `--help` says."""

from __future__ import annotations

import argparse
from datetime import date
from functools import partial
from typing import Any, NoReturn

from index.normal import one_line


class UsageError(Exception):
    """What was typed is no command; the message says what would be."""


class Parser(argparse.ArgumentParser):
    """A parser that raises UsageError, so that `--json` can report it as JSON."""

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing and leaving."""
        raise UsageError(f"{message}; see `{self.prog} --help`")


def parser() -> Parser:
    """Return the parser of `python -m index`."""
    root = Parser(prog="python -m index", description="Index news articles and ask them, on your own machine.")
    root.add_argument("--home", metavar="FOLDER", help="where the index is (default: ARTICLES_HOME, else data/built)")
    commands = root.add_subparsers(dest="command", required=True, metavar="COMMAND")
    command = partial(_add, commands)

    add = command("add", "Add articles: new ones, and changed ones in place of the old.", "add data/articles page.html")
    add.add_argument(
        "sources", nargs="+", metavar="SOURCE", help="a file (.txt .md .html .jsonl), a folder, or - for standard input"
    )
    command("list", "List the articles, newest first.", "list")
    show = command("show", "Show one article with all that is known about it.", "show 3f2a9c")
    show.add_argument("id", metavar="ID", help="its id, or the beginning of it")
    remove = command("remove", "Take articles out of the index.", "remove 3f2a9c")
    remove.add_argument("ids", nargs="+", metavar="ID", help="its id, or the beginning of it")
    search = command("search", "Show the passages that fit best, best first.", 'search "trade target" -k 3')
    search.add_argument("query", nargs="+", metavar="QUERY")
    search.add_argument("-k", type=_count, default=10, metavar="N", help="how many (default 10)")
    _add_ask(command("ask", "Answer a question from the articles, word for word.", 'ask "what is the trade target?"'))
    rebuild = command("rebuild", "Derive the FAISS index again from the stored vectors.", "rebuild --embed")
    rebuild.add_argument("--embed", action="store_true", help="cut and embed everything again, for a new model")
    _add_evaluate(
        command(
            "evaluate", "Ask the questions of a file, and measure the answers.", "evaluate news.jsonl --report r.html"
        )
    )
    calibrate = command(
        "calibrate", "Fit the confidence of answers to the questions of a file.", "calibrate news.jsonl"
    )
    calibrate.add_argument("dataset", metavar="DATASET", help="a file as for `evaluate`, some hundred questions")
    command("stats", "Show counts, sizes, generation and model.", "stats")
    command("check", "Check that SQLite, keywords and FAISS agree; say what to do.", "check")
    _add_feedback(commands)
    return root


def _add(
    commands: argparse._SubParsersAction[Any], name: str, help: str, example: str, after: str = ""
) -> argparse.ArgumentParser:
    """Add a command, behind those that come `after` the program; every one takes --json and shows an example."""
    one = _add_group(commands, name, help, f"{after}{example}")
    one.add_argument("--json", action="store_true", help="print JSON, and nothing else, on standard output")
    return one


def _add_group(
    commands: argparse._SubParsersAction[Any], name: str, help: str, example: str
) -> argparse.ArgumentParser:
    """Add what shows an example, and has commands of its own or options."""
    epilog = f"example:\n  python -m index {example}"
    plain = argparse.RawDescriptionHelpFormatter
    one: argparse.ArgumentParser = commands.add_parser(
        name, help=help, description=help, epilog=epilog, formatter_class=plain
    )
    return one


def _add_feedback(commands: argparse._SubParsersAction[Any]) -> None:
    what = "See what people think of the answers, and make a file for `evaluate` of it."
    feedback = _add_group(commands, "feedback", what, "feedback list")
    actions = feedback.add_subparsers(dest="action", required=True, metavar="ACTION")
    action = partial(_add, actions, after="feedback ")
    action("list", "List the answers that people voted on, the newest vote first.", "list")
    export = action("export", "Write the questions whose answer is known as a file for `evaluate`.", "export set.jsonl")
    export.add_argument("file", metavar="FILE", help="the file to write, - for standard output")
    settle = action("settle", "Say what is the right answer to a question.", "settle 17 '$10 billion' '10 billion'")
    settle.add_argument("number", type=_count, metavar="NUMBER", help="as `feedback list` shows it")
    right = settle.add_mutually_exclusive_group(required=True)
    right.add_argument(
        "answers", type=_answer, nargs="*", default=[], metavar="ANSWER", help="each answer to accept, in quotes"
    )
    right.add_argument("--not-in-articles", action="store_true", help="the articles do not say")
    dismiss = action("dismiss", "Say that there is nothing to learn from an answer.", "dismiss 17")
    dismiss.add_argument("number", type=_count, metavar="NUMBER", help="as `feedback list` shows it")


def _add_ask(ask: argparse.ArgumentParser) -> None:
    what = ask.add_mutually_exclusive_group(required=True)
    what.add_argument("question", nargs="*", default=[], metavar="QUESTION")
    what.add_argument(
        "--batch", metavar="FILE", help="a question a line (- for standard input); an answer as JSON a line"
    )
    ask.add_argument(
        "--min-confidence", type=_share, metavar="X", help="0 to 1; 0 always answers (default: MIN_CONFIDENCE)"
    )
    ask.add_argument("--asked", type=_date, metavar="DATE", help="the day of asking, as 2025-04-28 (default: today)")


def _add_evaluate(evaluate: argparse.ArgumentParser) -> None:
    evaluate.add_argument(
        "dataset",
        metavar="DATASET",
        help='JSON Lines of {"question", "answers", "date"}; answers: all accepted ones, [] where there is none',
    )
    evaluate.add_argument("--answers", metavar="FILE", help="keep the answers there, as JSON, one a line")
    evaluate.add_argument("--report", metavar="FILE", help="write a page of HTML: figures, plots, and what went wrong")


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 up")
    return int(text)


def _answer(text: str) -> str:
    line = one_line(text)
    if line is None:
        raise argparse.ArgumentTypeError(f"{text!r} is blank; --not-in-articles says that the articles do not say")
    return line


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to 1")
    return share


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2025-04-28") from None
