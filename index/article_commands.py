"""What is done with articles that are in the index: listed, shown, put right, taken out."""

from __future__ import annotations

from index import jsonable
from index.call import Call
from index.edits import Edit
from index.parser import UsageError


def list_(call: Call) -> int:
    """List the articles."""
    with call.index() as index:
        articles = index.articles()
    call.print({"articles": [jsonable.article(one) for one in articles]}, lambda: call.printer.articles(articles))
    return 0


def show(call: Call) -> int:
    """Show one article."""
    with call.index() as index:
        article = index.article(call.arguments.id)
    call.print(jsonable.whole_article(article), lambda: call.printer.article(article))
    return 0


def edit(call: Call) -> int:
    """Put right what is known about one article, and show it."""
    given = vars(call.arguments)
    fields = Edit(**{name: given[name] for name in Edit.__annotations__ if given[name] is not None})  # type: ignore[typeddict-item]  # the options have the fields' names
    if not fields:
        raise UsageError(f"say what to change: {', '.join(f'--{name}' for name in Edit.__annotations__)}")
    with call.index() as index:
        article = index.edit(call.arguments.id, **fields)
    call.print(jsonable.whole_article(article), lambda: call.printer.article(article))
    return 0


def remove(call: Call) -> int:
    """Take articles out."""
    with call.index() as index:
        articles = index.remove(call.arguments.ids)
    removed = {"removed": len(articles), "articles": [jsonable.article(one) for one in articles]}
    call.print(removed, lambda: call.printer.removed(articles))
    return 0
