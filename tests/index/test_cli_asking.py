"""The command line: what `search` and `ask` print as JSON."""

from __future__ import annotations

from index import Article, ArticleIndex
from tests.index.conftest import Run
from tests.samples import BRIDGE, PORT, PORT_JSON


def test_search_gives_passages(run: Run, library: ArticleIndex) -> None:
    """Passages come best first, with both scores, null where a side did not find them."""
    done = run("search", "engineers", "found", "cracks", "-k", "2", "--json")
    first, second = done.json["passages"]
    assert (done.code, done.json["query"]) == (0, "engineers found cracks")
    assert set(first) == {"text", "field", "start", "end", "score", "dense", "bm25", "article", "also"}
    assert (first["text"], first["field"], first["start"], first["end"]) == (BRIDGE.text, "text", 0, len(BRIDGE.text))
    assert first["article"]["id"] == BRIDGE.id
    assert first["score"] > second["score"]
    assert first["bm25"] > 0
    assert second["bm25"] is None
    assert (first["also"], second["also"]) == ([], [])


def test_search_gives_ten_by_default(run: Run, sample: ArticleIndex) -> None:
    """Without a number ten passages come, and scores fall."""
    passages = run("search", "trade", "--json").json["passages"]
    scores = [one["score"] for one in passages]
    assert len(passages) == min(10, sample.stats().passages)
    assert scores == sorted(scores, reverse=True)


def test_ask_gives_one_answer(run: Run, sample: ArticleIndex) -> None:
    """The answer is a slice of the article that `show` prints, with all names of the contract."""
    done = run("ask", "what is the trade target?", "--json")
    answer = done.json
    article = run("show", answer["article"]["id"], "--json").json
    assert (done.code, done.err) == (0, "")
    assert set(answer) == {
        *("question", "status", "answer", "field", "start", "end", "quote", "confidence"),
        *("article", "passages", "reason", "rival", "searched"),
    }
    assert (answer["question"], answer["status"], answer["reason"]) == ("what is the trade target?", "answered", None)
    assert answer["answer"] == article[answer["field"]][answer["start"] : answer["end"]]
    assert "$10 billion" in answer["quote"]
    assert answer["quote"] in article["text"]
    assert 0 < answer["confidence"] <= 1
    assert set(answer["article"]) == set(PORT_JSON)
    for one in answer["passages"]:
        assert one["text"] == article["header" if one["field"] == "header" else "text"][one["start"] : one["end"]]


def test_ask_may_refuse(run: Run, library: ArticleIndex) -> None:
    """Below the least confidence it is not found, which is a success; passages and confidence are there."""
    done = run("ask", "Why was the bridge closed?", "--min-confidence", "1", "--json")
    assert done.code == 0
    assert (done.json["status"], done.json["reason"]) == ("not_found", "not_in_articles")
    assert [done.json[name] for name in ("answer", "field", "start", "end", "quote", "article")] == [None] * 6
    assert len(done.json["passages"]) == 5
    assert 0 < done.json["confidence"] < 1
    answered = run("ask", "Why was the bridge closed?", "--min-confidence", "0", "--asked", "2024-04-12", "--json")
    assert answered.json["status"] == "answered"
    assert answered.json["confidence"] == done.json["confidence"]


def test_ask_says_why_there_is_nothing(run: Run) -> None:
    """An empty question and an empty index have their reasons, and both are a success."""
    for question, reason in (("", "empty_question"), (" \n", "empty_question"), ("Why?", "empty_index")):
        done = run("ask", question, "--json", "--min-confidence", "0")
        assert (done.code, done.json["status"], done.json["reason"]) == (0, "not_found", reason)
        assert (done.json["question"], done.json["passages"], done.json["confidence"]) == (question, [], 0.0)


def test_articles_with_the_same_passage_are_named(run: Run, index: ArticleIndex) -> None:
    """A passage of two articles stands there once, in `search` and in `ask`, with the other article beside it."""
    index.add([Article(f"{PORT.text} More follows.", title="A copy"), PORT])
    found = run("search", "terminal", "euros", "--json").json["passages"]
    answer = run("ask", "How much did the new terminal cost?", "--json").json
    for passages in (found, answer["passages"]):
        [text] = [one for one in passages if one["field"] == "text"]
        assert {text["article"]["id"], *(one["id"] for one in text["also"])} == {one.id for one in index.articles()}
        assert {one["title"] for one in (text["article"], *text["also"])} == {"A copy", PORT.title}
        assert PORT_JSON in (text["article"], *text["also"])
    assert run("search", "terminal", "euros").out.count("; also in Coast Courier  [dense ") == 1
