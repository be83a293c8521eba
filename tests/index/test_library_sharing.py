"""ArticleIndex: several processes, and a file that is only derived."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index import ArticleIndex, Settings
from index.embeddings import Encoder
from index.errors import StoreError

_QUESTION = "Why was the bridge closed?"
_COMET = "A comet was seen over Lindby in the early morning."

# Another program that adds an article; it is given the vector, so that it need not load the model.
_ADD = """
import sys
from pathlib import Path
import numpy as np
from index import Article, Passage
from index.store import Store
home, text, vector = sys.argv[1:]
store = Store(Path(home))
store.put(Article(text), [Passage(text, "text", 0, len(text))], np.load(vector), store.model())
store.save_vectors()
store.close()
"""


def test_an_open_reader_sees_what_another_process_adds(library: ArticleIndex, encoder: Encoder, tmp_path: Path) -> None:
    """An article that another process adds is found with the next question."""
    assert library.answer("What was seen over Lindby?", min_confidence=0).answer != _COMET
    np.save(tmp_path / "vector.npy", encoder.embed_passages([_COMET]))
    command = [sys.executable, "-c", _ADD, str(library.settings.articles_home), _COMET, str(tmp_path / "vector.npy")]
    assert subprocess.run(command, capture_output=True, check=False).stderr == b""
    assert library.answer("What was seen over Lindby?", min_confidence=0).answer == _COMET
    assert library.generation == 4


@pytest.mark.parametrize("name", ["vectors.faiss", "vectors.json"])
def test_a_missing_file_is_derived_without_embedding(library: ArticleIndex, name: str) -> None:
    """Without the FAISS file or its stamp the answers are the same, and `rebuild` writes it again."""
    before = library.search(_QUESTION)
    library.settings.articles_home.joinpath(name).unlink()
    again = ArticleIndex.open(library.settings)
    assert [one.severe for one in again.check()] == [False]
    assert again.search(_QUESTION) == before
    again.rebuild()
    assert again.check() == []
    again.close()


def test_whether_there_is_an_index(settings: Settings) -> None:
    """There is one after the first opening."""
    assert ArticleIndex.exists(settings) is False
    ArticleIndex.open(settings).close()
    assert ArticleIndex.exists(settings) is True


def test_a_home_that_can_t_be_used_is_an_error(tmp_path: Path) -> None:
    """A file in place of the folder is an error that says how to choose another."""
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="choose another folder with ARTICLES_HOME"):
        ArticleIndex.open(Settings.load(articles_home=tmp_path / "file"))
