"""Settings from the environment and from .env."""

from __future__ import annotations

from pathlib import Path

import pytest

from index import Settings
from index.errors import SettingsError


def test_the_environment_comes_before_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable wins over .env, .env over the default, and what is given in code over all."""
    Path(".env").write_text("SEARCH_DEPTH=20\nREAD_PASSAGES=4\nFUSION_K=7\n", "utf-8")
    monkeypatch.setenv("READ_PASSAGES", "5")
    monkeypatch.setenv("FUSION_K", "8")
    settings = Settings.load(bm25_weight=9)
    assert (settings.search_depth, settings.read_passages, settings.bm25_weight) == (20, 5, 9)


def test_an_empty_variable_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name without a value leaves the default."""
    monkeypatch.setenv("ARTICLES_HOME", "")
    assert Settings.load().articles_home == Path("data/built")


def test_names_of_others_are_left_alone() -> None:
    """What .env says to the bot is no concern of the index."""
    Path(".env").write_text("BOT_TOKEN=123:abc\nBOT_TOKN=x\nMIN_CONFIDENCE=0.25\n", "utf-8")
    assert Settings.load().min_confidence == 0.25


def test_a_byte_order_mark_hides_no_name() -> None:
    """A .env file saved with a byte order mark is read like one without."""
    Path(".env").write_text("MIN_CONFIDENCE=0.25\n", "utf-8-sig")
    assert Settings.load().min_confidence == 0.25


def test_a_file_that_is_not_utf_8_is_an_error() -> None:
    """A .env file in another encoding is an error that says so."""
    Path(".env").write_bytes(b"ARTICLES_HOME=caf\xe9\n")
    with pytest.raises(SettingsError, match=r"^\.env is not UTF-8 at byte 17; save it as UTF-8$"):
        Settings.load()


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("MIN_CONFIDENCE", "1.5", "Input should be less than or equal to 1"),
        ("MIN_CONFIDENCE", "high", "Input should be a valid number, unable to parse string as a number"),
        ("PASSAGE_WORDS", "201", "Input should be less than or equal to 200"),
        ("PASSAGE_OVERLAP", "-1", "Input should be greater than or equal to 0"),
        ("SEARCH_DEPTH", "0", "Input should be greater than or equal to 1"),
        ("READ_PASSAGES", "51", "Input should be less than or equal to 50"),
        ("MAX_ARTICLE_MB", "0", "Input should be greater than 0"),
    ],
)
def test_a_value_out_of_range_is_an_error(monkeypatch: pytest.MonkeyPatch, name: str, value: str, problem: str) -> None:
    """The error names the variable, its value and what is wrong with it."""
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as error:
        Settings.load()
    assert str(error.value) == f"{name}={value} is not valid: {problem}"


def test_all_faults_are_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several values out of range are one error with a clause for each."""
    monkeypatch.setenv("SEARCH_DEPTH", "0")
    monkeypatch.setenv("BM25_WEIGHT", "-2")
    with pytest.raises(SettingsError) as error:
        Settings.load()
    assert str(error.value) == (
        "SEARCH_DEPTH=0 is not valid: Input should be greater than or equal to 1; "
        "BM25_WEIGHT=-2 is not valid: Input should be greater than or equal to 0"
    )
