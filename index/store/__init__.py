"""Articles, passages, vectors and keywords on disk: SQLite is the truth, FAISS is derived from it."""

from index.store.checks import Finding
from index.store.feedback import Feedback
from index.store.meta import Model
from index.store.questions import Questions
from index.store.rows import Origin
from index.store.snapshot import Embedded, Snapshot
from index.store.store import Store, exists
from index.store.watched import Feeds

__all__ = ["Embedded", "Feedback", "Feeds", "Finding", "Model", "Origin", "Questions", "Snapshot", "Store", "exists"]
