"""What a collection may be called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.collection_names import LONGEST, chosen, collection_name, collection_names
from index.errors import CollectionError


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("News", "news"),
        (" mena-2025_a ", "mena-2025_a"),
        ("İDMAN", "idman"),
        ("Новости", "новости"),
        ("ΝΈΑ", "νέα"),
        ("أخبار", "أخبار"),
        ("ख़बरें", "ख़बरें"),
        ("cafe\u0301", "café"),
        ("x" * 32, "x" * 32),
        ("-", "-"),
    ],
)
def test_a_name_is_of_letters_of_any_script(typed: str, kept: str) -> None:
    """Digits, - and _ too; case makes no other name, nor how accents are written."""
    assert collection_name(typed) == chosen(typed) == collection_name(kept)
    assert collection_name(typed).isprintable()
    assert collection_name(typed) == collection_name(typed.upper())


@pytest.mark.parametrize(
    "typed", ["", " ", "two words", "x" * 33, "ß" * 17, "a.b", "a/b", "a\nb", "½", "💡", "a\u200bb"]
)
def test_other_names_are_errors(typed: str) -> None:
    """The error repeats what was typed and says what a name may be."""
    with pytest.raises(CollectionError) as error:
        collection_name(typed)
    assert str(error.value) == (
        f"{typed!r} can't be the name of a collection: it is 1 to 32 letters, digits, - and _, without blanks"
    )


def test_all_articles_have_no_name() -> None:
    """No name stays none."""
    assert chosen(None) is None


def test_several_names_are_sorted_each_once() -> None:
    """And there is one at least."""
    assert collection_names(["b", "A", "B"]) == ("a", "b")
    with pytest.raises(CollectionError, match="an article belongs to one collection at least"):
        collection_names([])


@given(st.text(st.characters(categories=["L", "M", "Nd"]), max_size=20))
def test_a_name_that_is_kept_is_a_name(typed: str) -> None:
    """What was kept can be typed again, and is the same one."""
    try:
        name = collection_name(typed)
    except CollectionError:
        return
    assert collection_name(name) == name
    assert 1 <= len(name) <= LONGEST
