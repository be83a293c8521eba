"""Articles are found by words of their titles, whose texts are not read for that."""

from __future__ import annotations

from index import Article, ArticleIndex
from tests.samples import HARVEST, PORT


def _titles(index: ArticleIndex, words: str, collection: str | None = None, offset: int = 0) -> list[str | None]:
    return [one.title for one in index.titles.find(words, collection, 2, offset)]


def test_titles_are_found_by_all_the_words_in_any_case(index: ArticleIndex) -> None:
    """In any script, in any order, as parts of words too; newest first, a page at a time."""
    names = ["Наводнение на Севере", "İstanbul'da SEL", "Flood in the North", "Straße überflutet"]
    index.add(
        [HARVEST, *(Article(f"Text {n}.", title=name, published=f"2020-01-0{n}") for n, name in enumerate(names, 1))]
    )
    for words, found in (
        ("севере НАВОД", names[:1]),
        ("istanbul sel", names[1:2]),
        ("STRASSE", names[3:]),
        ("north flood", names[2:3]),
        ("flood севере", []),
    ):
        assert _titles(index, words) == found
        assert index.titles.count(words) == len(found)
    assert index.titles.count("t") == 3
    assert _titles(index, "t") == [names[3], names[2]]
    assert _titles(index, "t", offset=2) == [names[1]]


def test_titles_are_found_within_a_collection(index: ArticleIndex) -> None:
    """What belongs to others is not there."""
    index.add([PORT], collection="sport")
    index.add([Article("Text.", title="The port")])
    assert (index.titles.count("port", "sport"), index.titles.count("port")) == (1, 2)
    assert _titles(index, "port", "sport") == [PORT.title]
    assert index.titles.count("port", "birch") == 0
