"""The report as a page: read back as a browser would."""

from __future__ import annotations

from html.parser import HTMLParser

from index import Article
from index.evaluation.dataset import Question
from index.evaluation.entries import entry
from index.evaluation.evaluating import measure
from index.evaluation.report import page

from .outcomes import CLOSED, KILLED, LENGTH, OUTCOMES, outcome

_ABSENT, _NORTHERN = OUTCOMES[2], OUTCOMES[5]
_OPEN_ENDED = {"meta", "link", "img", "br"}


class _Page(HTMLParser):
    """Collects the tags and the texts, and checks that tags are closed in order."""

    def __init__(self, content: str) -> None:
        """Read the page."""
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self._open: list[str] = []
        self.feed(content)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append(tag)
        if tag not in _OPEN_ENDED:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag without content."""
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Check that the tag is the one that was opened last."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.texts.append(data)


def _report(min_confidence: float = 0.5) -> str:
    return page("news <1>.jsonl", measure(OUTCOMES, min_confidence), OUTCOMES, min_confidence)


def test_the_page_has_figures_plots_and_failures() -> None:
    """Every figure is a row, there are three plots, and each group has its count."""
    read = _Page(_report())
    assert read.texts.count("Answers to news <1>.jsonl") == 2
    assert "8 questions, answered from a confidence of 0.5 up." in read.texts
    assert (read.tags.count("tr"), read.tags.count("svg"), read.tags.count("section")) == (17, 3, 5)
    at = read.texts.index("f1")
    assert read.texts[at : at + 3] == ["f1", "44.8", "mean overlap of words with an accepted one, in %"]
    assert [text for text in read.texts if text.endswith(")") and ":" in text[:40]] == [
        "Not found: no passage with the answer is among the 50 (2)",
        "Found first and right, but refused: the confidence is too low (1)",
    ]
    assert read.texts.count("None.") == 1


def test_the_page_needs_nothing_beside_it() -> None:
    """No script, no font and no picture is fetched, and none would be allowed."""
    report = _report()
    assert not {"script", "link", "img", "iframe"} & set(_Page(report).tags)
    assert "default-src 'none'; style-src 'unsafe-inline'" in report
    assert "@import" not in report
    assert "url(" not in report
    assert "prefers-color-scheme: dark" in report


def test_a_failure_says_what_came() -> None:
    """Day, accepted answers, what was said, how sure it was, and the ranks."""
    read = _Page(entry(_ABSENT, 0.5))
    assert read.texts[:4] == [
        "When was the bridge closed?",
        "Accepted: “Friday”.",
        "Answered: “Monday”, wrong, with confidence 0.80.",
        "First passage with an accepted answer: none as answered, none as found, of 50.",
    ]
    assert "Asked on 6 March 2024." in _Page(entry(OUTCOMES[0], 0.5)).texts
    assert "First passage with an accepted answer: number 2 as answered, number 2 as found, of 50." in (
        _Page(entry(OUTCOMES[1], 0.5)).texts
    )


def test_a_refusal_says_what_would_have_come() -> None:
    """The best candidate is shown, with the confidence that was too low; none where there was none."""
    assert "Refused: “A late frost killed the blossoms.”, right, with confidence 0.30." in (
        _Page(entry(OUTCOMES[3], 0.5)).texts
    )
    nothing = _Page(entry(OUTCOMES[4], 0.5))
    assert "There was nothing to answer with." in nothing.texts
    assert "details" not in nothing.tags


def test_an_unanswerable_question_has_no_ranks() -> None:
    """The articles do not say, so nothing was to be found."""
    assert _Page(entry(_NORTHERN, 0.5)).texts[:4] == [
        LENGTH.text,
        "The articles do not say.",
        "Answered: “the northern road”, unanswerable, with confidence 0.80.",
        "First 1 passages",
    ]


def test_accepted_answers_are_marked_in_the_passages() -> None:
    """Source and scores stand above a passage, and the answer is marked as it is written there."""
    read = _Page(entry(OUTCOMES[0], 0.5))
    at = read.tags.index("details")
    assert read.tags[at:].count("mark") == 1
    assert "310 million euros." in read.texts
    assert (
        "Elmsford doubles its port, 5 March 2024, Coast Courier, https://courier.example.org/port [dense 0.50  bm25 -]"
    ) in read.texts


def test_three_passages_are_shown() -> None:
    """More than three say little more."""
    articles = [Article(f"It was number {number}.") for number in range(5)]
    assert _Page(entry(outcome(CLOSED, None, 0.0, *articles), 0.5)).tags.count("ol") == 1
    assert entry(outcome(CLOSED, None, 0.0, *articles), 0.5).count('class="passage"') == 3


def test_markup_is_text() -> None:
    """What looks like markup in a question, an answer, a title or a text is shown as it is."""
    article = Article("It <b>was</b> Bo & <script>alert(1)</script> Al.", title="<i>Who</i>")
    question = Question("<script>alert('1')</script>?", ("Bo & <script>alert(1)</script>", '"<u>"'))
    content = entry(outcome(question, "<b>was</b> Bo", 0.9, article), 0.5)
    read = _Page(content)
    assert not {"script", "b", "i", "u"} & set(read.tags)
    assert read.texts[0] == "<script>alert('1')</script>?"
    assert "Answered: “<b>was</b> Bo”, right, with confidence 0.90." in read.texts
    assert "Bo & <script>alert(1)</script>" in read.texts
    assert "<script" not in content


def test_a_question_without_failures_is_not_listed() -> None:
    """Only what went wrong is shown."""
    assert KILLED.text in _report()
    assert KILLED.text not in _report(0.2)
