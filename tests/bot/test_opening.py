"""The index is ready when the bot begins to talk."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.opening import holdings, open_index
from index import ArticleIndex, Settings
from index.models import locate
from index.settings import ENGLISH_MINILM
from tests.samples import HARVEST


def test_the_first_start_adds_the_sample(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    """Where there is no database yet, the article of the project is indexed, and that is said."""
    index = open_index(settings)
    assert [article.title for article in index.articles()] == [
        "Iranian President's visit to Azerbaijan marks new phase in bilateral relations"
    ]
    assert holdings(index).startswith("1 article, ")
    index.close()
    assert capsys.readouterr().err == "Indexing 1 article ...\n"


def test_an_interrupted_first_start_is_made_up_for(settings: Settings) -> None:
    """A database that never held an article gets the sample too."""
    ArticleIndex.open(settings).close()
    index = open_index(settings)
    assert index.stats().articles == 1
    index.close()


def test_a_removed_sample_stays_removed(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever emptied the index finds it empty."""
    index = ArticleIndex.open(settings)
    index.add([HARVEST])
    index.remove([HARVEST.id])
    index.close()
    index = open_index(settings)
    assert holdings(index) == "0 articles, 0 passages"
    index.close()
    assert capsys.readouterr().err == ""


def test_another_model_embeds_everything_again(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An index of another embedding model is not refused but made anew, saying so."""
    index = ArticleIndex.open(settings)
    index.add([HARVEST])
    index.close()
    other = tmp_path / "other"
    other.symlink_to(locate(ENGLISH_MINILM))
    index = open_index(settings.model_copy(update={"embedding_model": str(other)}))
    assert index.stats().embedding_model == str(other)
    assert index.answer("How large is the harvest?").article == HARVEST
    index.close()
    assert capsys.readouterr().err == (
        f"The index was made with {ENGLISH_MINILM}; embedding it again with {other} ...\n"
    )
