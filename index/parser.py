"""The words of the command line: what can be typed, and what `--help` says."""

from __future__ import annotations

import argparse
from datetime import date
from functools import partial
from typing import Any, NoReturn

from index.loading.dates import iso_date
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
    _add_sources(add)
    command("list", "List the articles, newest first.", "list")
    show = command("show", "Show one article with all that is known about it.", "show 3f2a9c")
    show.add_argument("id", metavar="ID", help="its id, or the beginning of it")
    _add_edit(command("edit", "Put right what was found wrongly about an article.", "edit 3f2a9c --title 'A new port'"))
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
    _add_feeds(commands)
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


def _add_feeds(commands: argparse._SubParsersAction[Any]) -> None:
    feeds = _add_group(
        commands, "feeds", "Watch RSS and Atom feeds: their articles are added, new ones too.", "feeds list"
    )
    actions = feeds.add_subparsers(dest="action", required=True, metavar="ACTION")
    action = partial(_add, actions, after="feeds ")
    action("list", "List the feeds that are watched, and how their last look went.", "list")
    add = action("add", "Add a feed's articles, and watch it from now on.", "add https://example.org/news/feed.xml")
    remove = action("remove", "Watch a feed no longer; its articles stay.", "remove https://example.org/news/feed.xml")
    for one in (add, remove):
        one.add_argument("url", metavar="URL", help="the address of the feed")
    check = action("check", "Look at the feeds that are due.", "check --all")
    check.add_argument("--all", action="store_true", help="at all of them, due or not")


def _add_sources(add: argparse.ArgumentParser) -> None:
    what = add.add_mutually_exclusive_group(required=True)
    kinds = "a file (.txt .md .html .pdf .docx .jsonl), a folder, an address (https://...), or - for standard input"
    what.add_argument("sources", nargs="*", default=[], metavar="SOURCE", help=kinds)
    what.add_argument("--urls", metavar="FILE", help="a list of addresses, one a line (- for standard input)")


def _add_edit(edit: argparse.ArgumentParser) -> None:
    edit.add_argument("id", metavar="ID", help="its id, or the beginning of it; it stays the same")
    edit.add_argument("--title", metavar="TITLE", help="'' takes it away, here and in the others")
    edit.add_argument("--authors", nargs="+", metavar="AUTHOR", help="all of them, each in quotes")
    edit.add_argument("--published", type=_published, metavar="DATE", help="as 2025-04-28 or 2025-04-28T10:48+04:00")
    edit.add_argument("--publisher", metavar="PUBLISHER", help="the newspaper or agency")
    edit.add_argument("--url", metavar="URL", help="its address")


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


def _published(text: str) -> str:
    if text.strip() and not iso_date(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2025-04-28 or 2025-04-28T10:48+04:00")
    return text
