"""Articles, passages, vectors and keywords on disk: SQLite is the truth, FAISS is derived from it."""

from index.store.checks import Finding, Stats
from index.store.feedback import Feedback
from index.store.meta import Model
from index.store.questions import Questions
from index.store.rows import Origin
from index.store.snapshot import Embedded, Snapshot
from index.store.standing import Standing
from index.store.store import Store, exists
from index.store.watched import Feeds
from index.store.watched_folders import Folders

__all__ = [
    "Embedded",
    "Feedback",
    "Feeds",
    "Finding",
    "Folders",
    "Model",
    "Origin",
    "Questions",
    "Snapshot",
    "Standing",
    "Stats",
    "Store",
    "exists",
]
