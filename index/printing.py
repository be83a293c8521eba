"""Records as a person reads them in a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from index.captions import NO_ARTICLES, also, copy, headline, name, publisher, quote, refusal, scores, source, whence
from index.collection_names import DEFAULT
from index.errors import SourceError
from index.evaluation.figures import Figure, Figures
from index.normal import one_line
from index.records import Added, Answer, Article, Candidate, Copy
from index.reviews import Review, Shown, Verdict
from index.sources import also_in
from index.store import Finding, Stats

_UNBOUNDED = 100_000  # columns
_LISTED = 20  # receipts longer than this are summed up only
_VERDICTS: dict[Verdict, str] = {
    "right": "right",
    "wrong_answer": "wrong answer",
    "wrong_article": "wrong article",
    "should_have_known": "another article says it",
    "should_not_have_answered": "the articles do not say it",
    "articles_do_say": "the articles do say it",
}


class Printer:
    """Writes to standard output; bold and colours only where that is a terminal."""

    def __init__(self) -> None:
        """Find out what standard output is."""
        self._console = Console(highlight=False, soft_wrap=True)

    def answer(self, answer: Answer) -> None:
        """Print the answer in bold, its sentences and their source; then what another article says differently."""
        if answer.article is None or answer.quote is None or answer.answer is None:
            self._say(refusal(answer))
            return
        self._quoted(answer.question, answer.answer, answer.quote, answer.article, also_in(answer))
        self._say(Text(f"  confidence {answer.confidence:.2f}", style="dim"))
        if answer.rival:
            self._say("\nAnother article says:")
            self._quoted(answer.question, answer.rival.text, quote(answer.rival), answer.rival.candidate.article)

    def candidates(self, candidates: Sequence[Candidate]) -> None:
        """Print passages, best first, with both scores."""
        if not candidates:
            self._say("No passage has anything of that.")
        for rank, one in enumerate(candidates, 1):
            self._say(Text(f"{rank}. {source(one.article)}{also(one.also, one.article)}  [{scores(one)}]", style="dim"))
            self._say(Text(f"{one.passage.text}\n"))

    def articles(self, articles: Sequence[Article], copies: Mapping[str, int]) -> None:
        """Print one line an article; `copies` says by id of how many others the story is."""
        if not articles:
            self._say(NO_ARTICLES)
            return
        table = Table("id", "published", "title", "publisher", box=None, pad_edge=False, header_style="dim")
        for column in table.columns[:2]:
            column.no_wrap = True
        for one in articles:
            sources = publisher(one, copies.get(one.id, 0))
            table.add_row(one.id, (one.published or "")[:10], _cut(name(one)), _cut(sources))
        # Titles are cut to the width of a terminal, and left whole for the program behind a pipe.
        if not self._console.is_terminal:
            self._console.width = _UNBOUNDED
        self._console.print(table, soft_wrap=False)

    def article(self, article: Article, copies: Sequence[Copy], collections: Sequence[str]) -> None:
        """Print an article with its metadata, the collections it belongs to, and the other articles of its story."""
        known = {
            "id": article.id,
            "title": article.title,
            "authors": ", ".join(article.authors),
            "published": article.published,
            "publisher": article.publisher,
            "url": article.url,
            "file": article.path,
            "updated": article.updated,
            "language": article.language,
            "in": ", ".join(collections) if collections != (DEFAULT,) else "",
        }
        for label, value in known.items():
            if value:
                self._say(Text.assemble((f"{label:<10}", "dim"), value))
        for one in copies:
            self._say(Text.assemble((f"{'story':<10}", "dim"), f"{one.id}  {copy(one)}"))
        self._say(Text(f"\n{article.text}"))

    def receipt(self, added: Sequence[Added]) -> None:
        """Print what became of the articles that were to be added."""
        if len(added) <= _LISTED:
            for one in added:
                self._say(Text(f"{one.status:<9}  {one.id}  {one.title or '(no title)'}  ({_passages(one.passages)})"))
                if one.found:
                    self._say(Text(f"           {whence(one.found)}", style="dim"))
                if one.same_story:
                    others = " and others" if len(one.same_story) > 1 else ""
                    self._say(Text(f"           the same story as {copy(one.same_story[0])}{others}", style="dim"))
        counts = Counter(one.status for one in added)
        self._say(f"{counts['added']} added, {counts['updated']} updated, {counts['unchanged']} unchanged")

    def collections(self, found: Mapping[str, int]) -> None:
        """Print a line a collection: its name and the number of its articles."""
        if not found:
            self._say(NO_ARTICLES)
        for called, count in found.items():
            self._say(Text(f"{called}  {count:,} article{'' if count == 1 else 's'}"))

    def removed(self, articles: Sequence[Article], collections: Mapping[str, Sequence[str]] | None = None) -> None:
        """Print which articles were taken out; `collections` says by id where some still are."""
        for one in articles:
            still = ", ".join((collections or {}).get(one.id, ()))
            self._say(Text(f"removed  {one.id}  {name(one)}{f'  (still in {still})' if still else ''}"))

    def stats(self, stats: Stats) -> None:
        """Print counts and sizes."""
        self._say(f"articles {stats.articles}, passages {stats.passages}, generation {stats.generation}")
        self._say(f"embedding model {stats.embedding_model or '(none yet)'}, {stats.dimension} dimensions")
        self._say(f"database {_size(stats.database_bytes)}, vectors {_size(stats.vectors_bytes)}")

    def findings(self, findings: Sequence[Finding]) -> None:
        """Print what is not as it should be, and what to do."""
        if not findings:
            self._say("All is well: SQLite, keywords and FAISS agree.")
        for one in findings:
            self._say(f"{'ERROR' if one.severe else 'note'}: {one.problem}. What to do: {one.advice}")

    def figures(self, figures: Figures) -> None:
        """Print one line a figure: its name, its value, and what it means."""
        names, values = max(len(one.name) for one in figures), max(len(one.text) for one in figures)
        for one in figures:
            self._say(Text.assemble(f"{one.name:<{names}}  {one.text:>{values}}  ", (one.meaning, "dim")))

    def comparison(self, before: Sequence[Figure], after: Sequence[Figure]) -> None:
        """Print one line a figure: its name, its two values, and what it means."""
        names = max(len(one.name) for one in before)
        self._say(Text(f"{'':<{names}}  {'before':>6}  {'after':>6}  (after: by fits to other questions)", style="dim"))
        for old, new in zip(before, after, strict=True):
            self._say(Text.assemble(f"{old.name:<{names}}  {old.text:>6}  {new.text:>6}  ", (old.meaning, "dim")))

    def reviews(self, reviews: Sequence[Review]) -> None:
        """Print three lines a review: the question, what was shown, and what was said of it."""
        if not reviews:
            self._say("Nobody has voted on an answer yet.")
        for one in reviews:
            shown = one.shown
            title = f"  ({shown.title})" if shown.title else ""
            votes = ", ".join(f"{count} × {_VERDICTS[verdict]}" for verdict, count in one.votes)
            self._say(Text(f"{shown.number:>6}  {one_line(shown.question) or '(no question)'}", style="bold"))
            self._say(Text(f"        {one_line(shown.answer) or '(no answer)'}{title}"))
            self._say(Text(f"        {votes or 'no votes'}; {_state(one)}", style="dim"))

    def decided(self, shown: Shown, decision: str) -> None:
        """Print to what an admin's decision belongs, so that a mistyped number is seen."""
        self._say(Text(f"{shown.number}  {one_line(shown.question) or '(no question)'}: {decision}"))

    def line(self, text: str | Text) -> None:
        """Print a line."""
        self._say(text)

    def _quoted(
        self, question: str, answer: str, sentences: str, article: Article, others: Iterable[Article] = ()
    ) -> None:
        """Print the answer above its sentences, or these alone where they are the answer, and the source."""
        words = headline(question, answer, sentences)
        self._say(Text(words or sentences, style="bold"))
        if words:
            self._say(Text(sentences))
        self._say(Text(f"  {source(article)}{also(others, article)}", style="dim"))

    def _say(self, text: str | Text) -> None:
        self._console.print(text, markup=False)


def failures(failed: Sequence[SourceError]) -> str:
    """Return one line for each source that could not be read."""
    return "\n".join(f"failed     {one}" for one in failed)


def settlement(answers: Sequence[str]) -> str:
    """Return what is settled as right."""
    return f"settled: {' | '.join(answers) or 'the articles do not say'}"


def _state(review: Review) -> str:
    """Return whether an admin has yet to look at it, else what was decided."""
    if review.dismissed:
        return "dismissed"
    if review.truth is not None:
        return settlement(review.truth)
    if review.settled is not None:
        return f"{settlement(review.settled)}, but another answer to this question says otherwise; to review"
    return "to review"


def _passages(count: int) -> str:
    return f"{count} passage{'' if count == 1 else 's'}"


def _cut(text: str) -> Text:
    """Return `text` as a cell that is cut to the width there is."""
    return Text(text, no_wrap=True, overflow="ellipsis")


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1e5 else f"{count / 1e3:.1f} kB"
