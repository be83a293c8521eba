"""History: what stands in an index before a change, and putting it back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from index import indexing
from index.errors import EditError
from index.loaded import Loader
from index.records import Article
from index.settings import Settings
from index.store import Model, Standing, Store


@dataclass(frozen=True, slots=True)
class History:
    """Tells how articles stand, so that a change can be undone; usable from any thread."""

    store: Store
    loader: Loader
    settings: Settings

    def of(self, id: str) -> Standing | None:
        """Return the article with this very id as it stands, None where there is none."""
        return self.store.standings.of(id)

    def before(self, article: Article) -> Standing | None:
        """Return what stands in the place that `article` would take if it was added, else what has its text."""
        return self.store.standings.before(article)

    def put_back(self, standings: Iterable[Standing]) -> list[EditError]:
        """Let articles stand as they stood, each in a transaction of its own, and return why some can't.

        What was put right by hand counts as such again.
        """
        failed = []
        remaining = iter(standings)
        while some := list(islice(remaining, indexing.TOGETHER)):
            encoder = self.loader.encoder(self.store.model().name or self.settings.embedding_model)
            make = indexing.embedded([one.article for one in some], encoder, self.settings)
            for one in some:
                try:
                    self.store.standings.put_back(one, make, Model(encoder.name, encoder.dimension))
                except EditError as error:
                    failed.append(error)
        self.store.save_vectors()
        return failed
