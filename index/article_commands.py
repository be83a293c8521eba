"""What is done with articles that are in the index: listed, shown, put right, taken out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index import jsonable
from index.call import Call
from index.edits import Edit
from index.library import ArticleIndex
from index.parser import UsageError
from index.records import Article


def list_(call: Call) -> int:
    """List the articles."""
    with call.index() as index:
        articles, copies = index.articles(collection=call.collection(index)), index.stories.counts()
        belongs = index.collections_of(one.id for one in articles)
    call.print({"articles": _placed(articles, belongs)}, lambda: call.printer.articles(articles, copies))
    return 0


def show(call: Call) -> int:
    """Show one article."""
    with call.index() as index:
        return _show(call, index, index.article(call.arguments.id))


def edit(call: Call) -> int:
    """Put right what is known about one article, and show it."""
    given = vars(call.arguments)
    fields = Edit(**{name: given[name] for name in Edit.__annotations__ if given[name] is not None})  # type: ignore[typeddict-item]  # the options have the fields' names
    if not fields:
        raise UsageError(f"say what to change: {', '.join(f'--{name}' for name in Edit.__annotations__)}")
    with call.index() as index:
        return _show(call, index, index.edit(call.arguments.id, **fields))


def remove(call: Call) -> int:
    """Take articles out, of all collections or of one, and say where they still are."""
    with call.index() as index:
        articles = index.remove(call.arguments.ids, call.collection(index))
        belongs = index.collections_of(one.id for one in articles)
    removed = {"removed": len(articles), "articles": _placed(articles, belongs)}
    call.print(removed, lambda: call.printer.removed(articles, belongs))
    return 0


def collections(call: Call) -> int:
    """List the collections."""
    with call.index() as index:
        found = index.collections()
    call.print({"collections": found}, lambda: call.printer.collections(found))
    return 0


def _placed(articles: Sequence[Article], belongs: Mapping[str, Sequence[str]]) -> list[jsonable.Json]:
    """Return what is known about each article, with the collections that it belongs to."""
    return [jsonable.article(one) | {"collections": belongs.get(one.id, ())} for one in articles]


def _show(call: Call, index: ArticleIndex, article: Article) -> int:
    """Print an article with its text, its collections, and the other articles of its story."""
    copies, names = index.stories.copies(article.id), index.collections_of([article.id]).get(article.id, ())
    shown = jsonable.whole_article(article) | {"collections": names, "story": jsonable.story(copies)}
    call.print(shown, lambda: call.printer.article(article, copies, names))
    return 0
