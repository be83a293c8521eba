"""The keyword index: BM25 over FTS5."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterator
from importlib.resources import files

import pytest
from hypothesis import HealthCheck, given, settings

from index import Article
from index.store import keywords
from tests.samples import ANY_TEXT, BRIDGE, HARVEST, PORT, passage


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    """Return a database in memory with the index's tables."""
    made = sqlite3.connect(":memory:", isolation_level=None)
    made.executescript(files("index.store").joinpath("schema.sql").read_text("utf-8"))
    yield made
    made.close()


@pytest.fixture
def filled(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Return a database with the keywords of three articles: 1, 2 and 3."""
    for number, article in enumerate((PORT, BRIDGE, HARVEST), 1):
        keywords.insert(connection, number, article, passage(article))
    return connection


def _found(connection: sqlite3.Connection, question: str, limit: int = 10) -> list[int]:
    return [number for number, _ in keywords.search(connection, question, limit)]


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("Who found the cracks?", [2]),
        ("MAYOR falk", [1]),
        ("opening a terminal", [1]),
        ("the terminal of the port in late March", [1, 3]),
        ("Which elephant?", []),
        ("closed", [2]),
    ],
)
def test_any_word_finds_its_passages(filled: sqlite3.Connection, question: str, numbers: list[int]) -> None:
    """A word is found in any case and inflexion, in the text and the title; what shares more comes first."""
    assert _found(filled, question) == numbers


def test_scores_fall(filled: sqlite3.Connection) -> None:
    """The better passage comes first, with a higher score; the limit holds."""
    found = keywords.search(filled, "terminal port frost", 10)
    assert [number for number, _ in found] == [1, 3]
    assert found[0][1] > found[1][1] > 0
    assert keywords.search(filled, "terminal port frost", 1) == found[:1]


def test_words_that_stand_together_count_once_more(connection: sqlite3.Connection) -> None:
    """Of two passages with the same words, the one that has two of them side by side comes first."""
    apart, together = "A frost came, and later a killing was seen.", "Later a killing frost came, and it was seen."
    texts = (apart, together, *(f"Nothing of that in {number}." for number in range(8)))
    for number, text in enumerate(texts, 1):
        keywords.insert(connection, number, Article(text), passage(Article(text)))
    found = keywords.search(connection, "killing frost", 10)
    assert [number for number, _ in found] == [2, 1]
    both, pair = 2 * math.log(8.5 / 2.5), math.log(9.5 / 1.5)
    assert found[0][1] == pytest.approx(found[1][1] * (both + pair) / both)
    assert [score for _, score in keywords.search(connection, "frost killing", 10)] == [pytest.approx(found[1][1])] * 2


def test_no_passage_exceeds_the_ceiling(filled: sqlite3.Connection) -> None:
    """The ceiling is k1 + 1 times the words' inverse document frequencies, unknown words included."""
    rare, unknown = math.log(2.5 / 1.5), math.log(3.5 / 0.5)
    assert keywords.ceiling(filled, "terminal") == pytest.approx(2.2 * rare)
    assert keywords.ceiling(filled, "the Terminal of the elephant") == pytest.approx(2.2 * (rare + unknown))
    assert 0 < keywords.search(filled, "terminal", 1)[0][1] < keywords.ceiling(filled, "terminal")


def test_the_ceiling_of_words_that_most_passages_have_is_0(filled: sqlite3.Connection) -> None:
    """A word that stands in most passages can bring nothing, and neither can no word, nor an empty index."""
    assert keywords.ceiling(filled, "the") == 0
    assert keywords.ceiling(filled, "?!") == 0
    keywords.clear(filled)
    assert keywords.ceiling(filled, "the") == pytest.approx(0)


def test_equal_scores_keep_the_lower_number_first(connection: sqlite3.Connection) -> None:
    """The same text under two numbers comes in the order of the numbers."""
    for number in (7, 3, 5):
        keywords.insert(connection, number, HARVEST, passage(HARVEST))
    assert _found(connection, "frost") == [3, 5, 7]


def test_stop_words_count_only_where_there_is_nothing_else(filled: sqlite3.Connection) -> None:
    """Words that stand in every passage are searched for only in a question of nothing else."""
    assert _found(filled, "the northern") == [2]
    assert sorted(_found(filled, "the")) == [1, 2, 3]


def test_the_title_of_a_header_counts_once(connection: sqlite3.Connection) -> None:
    """A header holds its title in the text: it is not indexed a second time."""
    keywords.insert(connection, 1, PORT, passage(PORT, field="header"))
    assert connection.execute("SELECT count(*) FROM keywords WHERE keywords MATCH 'title : doubles'").fetchone() == (0,)
    assert connection.execute("SELECT count(*) FROM keywords WHERE keywords MATCH 'body : doubles'").fetchone() == (1,)


def test_what_is_deleted_is_not_found(filled: sqlite3.Connection) -> None:
    """After a deletion no word leads to the passage, and none of the others is lost."""
    keywords.delete(filled, 1, PORT, passage(PORT))
    assert _found(filled, "Elmsford terminal containers port") == []
    assert _found(filled, "cracks northern frost") == [2, 3]
    assert filled.execute("SELECT count(*) FROM keywords").fetchone() == (2,)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Prezident İlham Əliyev Bakıda çıxış etdi.", "İlham Əliyev"),
        ("Prezident İlham Əliyev Bakıda çıxış etdi.", "ilham"),
        ("Türkiye’nin ihracatı arttı.", "TÜRKİYE"),
        ("Türkiye’nin ihracatı arttı.", "türki\u0307ye"),
        ("प्रधानमंत्री दिल्ली पहुँचे।", "दिल्ली"),
        ("Президент прибыл в Баку.", "президент"),
        ("رئیس جمهور وارد باکو شد.", "باکو"),
        ("Die Straße ist gesperrt.", "straße"),
        ("Señor Núñez arrived.", "nunez"),
        ("Trade rose to $10 billion.", "10"),
    ],
)
def test_words_of_other_scripts_are_found(connection: sqlite3.Connection, text: str, question: str) -> None:
    """A word is found whatever its script and case, its accents left out or not."""
    article = Article(text)
    keywords.insert(connection, 1, article, passage(article))
    assert _found(connection, question) == [1]


@pytest.mark.parametrize(
    "question",
    [
        *('"port', "port*", "NEAR(port cost)", "port OR", "port AND NOT cost", "-port", "body:port", "^port", "(port"),
        *("port + cost", "{port}", "'; DROP TABLE port; --", "port\\", "title : port"),
    ],
)
def test_operators_are_words(filled: sqlite3.Connection, question: str) -> None:
    """What FTS5 or SQL would take for an operator is searched for like any other word."""
    assert _found(filled, question) == [1]


@pytest.mark.parametrize("question", ["", " ", "?!", '"', "_", "* - ^", "🙂", "\x00", "\ud800", "\u0301"])
def test_without_words_nothing_is_found(filled: sqlite3.Connection, question: str) -> None:
    """A question without a word finds nothing, and is no error."""
    assert _found(filled, question) == []


def test_a_very_long_question_is_cut(filled: sqlite3.Connection) -> None:
    """The first 64 different words are searched for."""
    many = " ".join(f"w{number}" for number in range(63))
    assert _found(filled, f"{many} {many} frost") == [3]
    assert _found(filled, f"{many} w63 frost") == []


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANY_TEXT)
def test_any_question_can_be_asked(filled: sqlite3.Connection, question: str) -> None:
    """No question is an error, and scores never rise along the list."""
    scores = [score for _, score in keywords.search(filled, question, 10)]
    assert scores == sorted(scores, reverse=True)
