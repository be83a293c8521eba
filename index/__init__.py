"""Articles in, verbatim answers out: load, cut, embed, store, retrieve, read."""

from index.library import ArticleIndex
from index.records import Answer, Article, Candidate, Passage
from index.settings import Settings

__all__ = ["Answer", "Article", "ArticleIndex", "Candidate", "Passage", "Settings"]
