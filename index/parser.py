"""The words of the command line: what can be typed, and what `--help` says."""

from __future__ import annotations

import argparse
from functools import partial
from typing import Any, NoReturn

from index import argument_types as types


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
    _add_collection(command("list", "List the articles, newest first.", "list"))
    show = command("show", "Show one article with all that is known about it.", "show 3f2a9c")
    show.add_argument("id", metavar="ID", help="its id, or the beginning of it")
    _add_edit(command("edit", "Put right what was found wrongly about an article.", "edit 3f2a9c --title 'A new port'"))
    remove = command("remove", "Take articles out of the index.", "remove 3f2a9c")
    remove.add_argument("ids", nargs="+", metavar="ID", help="its id, or the beginning of it")
    _add_collection(remove, "take them out of that collection only; an article is gone with its last")
    command("collections", "List the collections, each with the number of its articles.", "collections")
    search = command("search", "Show the passages that fit best, best first.", 'search "trade target" -k 3')
    search.add_argument("query", nargs="+", metavar="QUERY")
    _add_collection(search)
    search.add_argument("-k", type=types.count, default=10, metavar="N", help="how many (default 10)")
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
    _add_folders(commands)
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
    settle.add_argument("number", type=types.count, metavar="NUMBER", help="as `feedback list` shows it")
    right = settle.add_mutually_exclusive_group(required=True)
    right.add_argument(
        "answers", type=types.answer, nargs="*", default=[], metavar="ANSWER", help="each answer to accept, in quotes"
    )
    right.add_argument("--not-in-articles", action="store_true", help="the articles do not say")
    dismiss = action("dismiss", "Say that there is nothing to learn from an answer.", "dismiss 17")
    dismiss.add_argument("number", type=types.count, metavar="NUMBER", help="as `feedback list` shows it")


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
    _add_collection(add, "where its articles belong (default: default)")
    check = action("check", "Look at the feeds that are due.", "check --all")
    check.add_argument("--all", action="store_true", help="at all of them, due or not")


def _add_folders(commands: argparse._SubParsersAction[Any]) -> None:
    folders = _add_group(
        commands, "folders", "Watch folders: what is put, changed or deleted there is so here too.", "folders list"
    )
    actions = folders.add_subparsers(dest="action", required=True, metavar="ACTION")
    action = partial(_add, actions, after="folders ")
    action("list", "List the folders that are watched, and how their last look went.", "list")
    add = action("add", "Add a folder's articles, and watch it from now on.", "add /srv/news")
    remove = action("remove", "Watch a folder no longer; its articles stay.", "remove /srv/news")
    for one in (add, remove):
        one.add_argument("path", metavar="PATH", help="the folder")
    _add_collection(add, "where its articles belong (default: default)")
    check = action("check", "Look at the folders that are due.", "check --all")
    check.add_argument("--all", action="store_true", help="at all of them, due or not")


def _add_sources(add: argparse.ArgumentParser) -> None:
    what = add.add_mutually_exclusive_group(required=True)
    kinds = "a file (.txt .md .html .pdf .docx .jsonl), a folder, an address (https://...), or - for standard input"
    what.add_argument("sources", nargs="*", default=[], metavar="SOURCE", help=kinds)
    what.add_argument("--urls", metavar="FILE", help="a list of addresses, one a line (- for standard input)")
    _add_collection(
        add, "let them belong to that collection too, made if there is none (default for new ones: default)"
    )


def _add_edit(edit: argparse.ArgumentParser) -> None:
    edit.add_argument("id", metavar="ID", help="its id, or the beginning of it; it stays the same")
    edit.add_argument("--title", metavar="TITLE", help="'' takes it away, here and in the others")
    edit.add_argument("--authors", nargs="+", metavar="AUTHOR", help="all of them, each in quotes")
    edit.add_argument(
        "--published", type=types.published, metavar="DATE", help="as 2025-04-28 or 2025-04-28T10:48+04:00"
    )
    edit.add_argument("--publisher", metavar="PUBLISHER", help="the newspaper or agency")
    edit.add_argument("--url", metavar="URL", help="its address")
    edit.add_argument(
        "--collections", nargs="+", type=types.collection, metavar="NAME", help="all collections that it belongs to"
    )


def _add_ask(ask: argparse.ArgumentParser) -> None:
    what = ask.add_mutually_exclusive_group(required=True)
    what.add_argument("question", nargs="*", default=[], metavar="QUESTION")
    what.add_argument(
        "--batch", metavar="FILE", help="a question a line (- for standard input); an answer as JSON a line"
    )
    ask.add_argument(
        "--min-confidence", type=types.share, metavar="X", help="0 to 1; 0 always answers (default: MIN_CONFIDENCE)"
    )
    _add_collection(ask)
    ask.add_argument(
        "--asked", type=types.day, metavar="DATE", help="the day of asking, as 2025-04-28 (default: today)"
    )


def _add_evaluate(evaluate: argparse.ArgumentParser) -> None:
    evaluate.add_argument(
        "dataset",
        metavar="DATASET",
        help='JSON Lines of {"question", "answers", "date"}; answers: all accepted ones, [] where there is none',
    )
    _add_collection(evaluate)
    evaluate.add_argument("--answers", metavar="FILE", help="keep the answers there, as JSON, one a line")
    evaluate.add_argument("--report", metavar="FILE", help="write a page of HTML: figures, plots, and what went wrong")


def _add_collection(one: argparse.ArgumentParser, help: str = "as if there were no articles but those of it") -> None:
    one.add_argument("--collection", type=types.collection, metavar="NAME", help=help)
