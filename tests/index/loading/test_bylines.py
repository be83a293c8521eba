"""Bylines give the names of people, each once."""

from __future__ import annotations

import pytest

from index.loading.bylines import byline, is_role, split_authors


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("A. Doe and Bo Roe; Cy Moe", ("A. Doe", "Bo Roe", "Cy Moe")),
        ("Jane Doe, John Roe & Ann Moe", ("Jane Doe", "John Roe", "Ann Moe")),
        ("Jane Doe; jane doe; Jane Doe", ("Jane Doe",)),
        ("By Jane Doe in Washington", ("Jane Doe",)),
        ("Martin King, Jr. and Jane Doe", ("Martin King, Jr", "Jane Doe")),
        ("https://example.org/jane; jane@example.org; @jane", ()),
        ("Staff", ()),
        ("Jane Doe, Business reporter", ("Jane Doe",)),
        ("Иван Петров и Анна Иванова", ("Иван Петров", "Анна Иванова")),
        ("Ayşe Yılmaz ve Can Demir", ("Ayşe Yılmaz", "Can Demir")),
        ("", ()),
    ],
)
def test_names_are_parted(written: str, names: tuple[str, ...]) -> None:
    """Names are parted at commas, semicolons and "and"; addresses, roles and nameless staff are dropped."""
    assert split_authors(written) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe | March 3, 2024", ("Jane Doe",)),
        ("BY JANE DOE", ("JANE DOE",)),
        ("by Jane van der Doe and John O'Roe", ("Jane van der Doe", "John O'Roe")),
        ("By Jane Doe, CNN", ("Jane Doe",)),
        ("Jane Doe • 3 March 2024", ("Jane Doe",)),
        ("Автор: Иван Петров", ("Иван Петров",)),
        ("نویسنده: علی رضایی", ("علی رضایی",)),
        ("By the river", ()),
        ("By Monday evening", ()),
        ("Jane Doe", ()),
        ("Jane Doe | Politics", ()),
        ("By " + "Jane Doe, " * 40, ()),
    ],
)
def test_a_byline_is_known_by_its_form(line: str, names: tuple[str, ...]) -> None:
    """A line with "By", a label, or a name beside a date is a byline; others are not."""
    assert byline(line) == names


def test_a_role_says_what_an_author_is() -> None:
    """Roles are short and hold the word for one."""
    assert is_role("Business reporter")
    assert not is_role("The reporter went to the river and came back in the evening")
    assert not is_role("Jane Doe")
