"""One index on disk: what is read of it, and its changes, each a transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from index.collection_names import DEFAULT
from index.edits import Edit, with_edits
from index.records import Added, Article, Passage
from index.store import belonging, checks, meta, places, rows, stories
from index.store.among import Among
from index.store.collected import Collections
from index.store.database import Database, is_made
from index.store.formats import FORMAT, UPGRADES
from index.store.meta import Model
from index.store.snapshot import Embedded, Rows, Snapshot
from index.store.standing import Standings
from index.store.stories import Stories
from index.store.titles import Titles
from index.store.vectors import VectorIndex


class Store:
    """The folder of an index; usable from any thread and by several processes at once.

    `standings` tells what is kept of articles before a change, and puts it back; `stories` which are of one story.
    """

    def __init__(self, home: Path) -> None:
        """Open the index in `home`, made if absent. Raises StoreError."""
        self._database = Database(
            database_path(home), files("index.store").joinpath("schema.sql").read_text("utf-8"), FORMAT, UPGRADES
        )
        self._vectors, self._among = VectorIndex(home / "vectors.faiss"), Among()
        self.standings = Standings(self._database)
        self.stories = Stories(self._database)
        self.titles = Titles(self._database)
        self.collections = Collections(self._database)
        with self._database.reading() as connection:
            self._vectors.distrust_future(connection)

    @contextmanager
    def snapshot(self, collection: str | None = None) -> Iterator[Snapshot]:
        """Give the index, or one collection of it, as it stands now; one question is answered from one snapshot."""
        with self._database.reading() as connection:
            yield Snapshot(connection, self._vectors, self._among, collection)

    def model(self) -> Model:
        """Return the model that all vectors come from; its name is empty for a new index."""
        with self._database.reading() as connection:
            return meta.model(connection)

    def adopt(self, model: Model) -> None:
        """Say that the vectors of a new index will come from `model`. Raises ModelMismatch if it has another."""
        with self._database.writing() as connection:
            if not meta.model(connection).name:
                meta.set_model(connection, model)
            meta.demand(connection, model)

    def generation(self) -> int:
        """Return a number that grows with every change."""
        with self._database.reading() as connection:
            return meta.generation(connection)

    def due(self, article: Article) -> Article | Added:
        """Return where this very article stands already, or the same text under another identity.

        Else return it as it is to be put: with what was put right by hand.
        """
        with self._database.reading() as connection:
            kept = places.kept(connection, article)
            return places.known(connection, kept) or kept

    def put(
        self, article: Article, passages: Sequence[Passage], vectors: Rows, model: Model, collection: str | None = None
    ) -> Added | None:
        """Add what was `due`, in place of an older text under its identity; `vectors` has shape (n, dimension).

        It belongs to `collection` then, and where the older one did; to "default" where that is nowhere.
        None where something was put right by hand meanwhile: then it is due otherwise, and nothing is added.
        Raises ModelMismatch where the index has come to another model since the vectors were made.
        """
        self.stories.compare_older()
        with self._database.writing() as connection:
            meta.demand(connection, model)
            kept = places.kept(connection, article)
            if known := places.known(connection, kept):
                return known
            if kept != article:
                return None
            older = rows.find(connection, "identity", article.identity)
            edited = rows.edited(connection, older) if older else []
            names = {*belonging.of(connection, [article.id]).get(article.id, ()), *([collection] if collection else [])}
            if older:
                rows.delete(connection, older)
            article = replace(article, updated=places.updated(article, older))
            rows.insert(connection, article, passages, vectors, edited, names or (DEFAULT,))
            meta.advance(connection)
            same_story = stories.copies(connection, article.id)
        return Added(article.id, article.title, "updated" if older else "added", len(passages), same_story)

    def edit(self, id: str, edit: Edit, make: Callable[[Article], Embedded], model: Model) -> Article:
        """Put an article right and return it as it is now; `make` is called inside the transaction.

        Raises UnknownArticle, EditError where another article has the address, and ModelMismatch as `put` does.
        """
        with self._database.writing() as connection:
            meta.demand(connection, model)
            older = places.only(connection, id)
            article = with_edits(older, edit)
            places.demand_free(connection, article)
            edited = sorted({*rows.edited(connection, older), *(edit.keys() - {"collections"})})
            names = edit.get("collections") or belonging.of(connection, [older.id])[older.id]
            passages, vectors = make(article)
            rows.delete(connection, older)
            rows.insert(connection, article, passages, vectors, edited, names)
            meta.advance(connection)
        return article

    def remove(self, ids: Iterable[str], collection: str | None = None) -> list[Article]:
        """Take the articles whose ids begin so out, all or none, and return them. Raises UnknownArticle.

        With a collection, out of that one: an article that belongs to others stays there.
        """
        with self._database.writing() as connection:
            articles = list({places.only(connection, id, collection): None for id in ids})
            belongs = belonging.of(connection, [article.id for article in articles])
            for article in articles:
                if collection and belongs[article.id] != (collection,):
                    belonging.leave(connection, article.id, [collection])
                else:
                    rows.delete(connection, article)
            if articles:
                meta.advance(connection)
        return articles

    def replace_passages(self, model: Model, make: Callable[[Article], Embedded]) -> None:
        """Exchange all passages and the model in one transaction; readers go on with the old ones until then.

        `make` is called inside the transaction, so it should have its answers ready for most articles.
        """
        with self._database.writing() as connection:
            meta.set_model(connection, model)
            rows.delete_all_passages(connection)
            for article in rows.newest(connection, None, 0):
                rows.insert_passages(connection, article, *make(article))
            meta.advance(connection)

    def articles(self, limit: int | None = None, offset: int = 0, collection: str | None = None) -> list[Article]:
        """Return articles by date of publication, newest first, those without one last."""
        with self._database.reading() as connection:
            return rows.newest(connection, limit, offset, collection)

    def article(self, id: str) -> Article:
        """Return the only article whose id begins with `id`. Raises UnknownArticle."""
        with self._database.reading() as connection:
            return places.only(connection, id)

    def load_vectors(self) -> None:
        """Read the FAISS file now, so that the first question does not wait for it."""
        with self._database.reading() as connection:
            self._vectors.refresh(connection)

    def save_vectors(self) -> None:
        """Derive the FAISS file again where it is behind by much."""
        with self._database.reading() as connection:
            self._vectors.save(connection)

    def rebuild_vectors(self) -> None:
        """Derive the FAISS file again from the stored vectors."""
        with self._database.reading() as connection:
            self._vectors.rebuild(connection)

    def stats(self) -> checks.Stats:
        """Return counts and sizes."""
        with self._database.reading() as connection:
            return checks.stats(connection, self._database.path, self._vectors.file.path)

    def check(self) -> list[checks.Finding]:
        """Return what is wrong, and what to do about it; empty where all is well."""
        with self._database.reading() as connection:
            return checks.check(connection, self._vectors)

    def close(self) -> None:
        """Close the database."""
        self._database.close()


def database_path(home: Path) -> Path:
    """Return where in `home` the database is."""
    return home / "articles.sqlite"


def exists(home: Path) -> bool:
    """Whether there is an index in `home`."""
    return is_made(database_path(home))
