"""The error tree and its messages."""

from __future__ import annotations

import re

from index import errors


def _below(error: type[Exception]) -> set[str]:
    return {error.__name__}.union(*map(_below, error.__subclasses__()))


def test_the_tree_is_drawn_whole() -> None:
    """The module's docstring draws every error there is, and no other."""
    drawn = re.findall(r"^ +[│├└─ ]*(\w+)", errors.__doc__ or "", re.MULTILINE)
    assert set(drawn) == _below(errors.ArticleIndexError)
    assert len(drawn) == len(set(drawn))


def test_a_source_error_keeps_its_parts() -> None:
    """Source and reason are kept apart, and joined in the message."""
    error = errors.SourceError("a.txt", "it is empty")
    assert (error.source, error.reason, str(error)) == ("a.txt", "it is empty", "a.txt: it is empty")


def test_a_model_mismatch_names_both_models_and_both_ways_out() -> None:
    """The message names the stored and the wanted model, and says what to do."""
    assert str(errors.ModelMismatch("old", "new")) == (
        "this index was made with the embedding model old, but EMBEDDING_MODEL is new; run `python -m index rebuild "
        "--embed` to embed everything again with new, or set EMBEDDING_MODEL=old"
    )
