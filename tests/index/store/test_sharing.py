"""One folder, used by several processes at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from index.store import Model, Store
from tests.samples import EAST, rows

_OPEN = """
import sys
from pathlib import Path
from index.store import Questions, Store
print("ready", flush=True)
sys.stdin.read(1)
Store(Path(sys.argv[1])).close()
Questions(Path(sys.argv[1])).close()
"""

_WRITER = """
import sys
from pathlib import Path
import numpy as np
from index import Article, Passage
from index.store import Model, Store
store = Store(Path(sys.argv[1]))
for number in range(20):
    text = f"Writer {sys.argv[2]} wrote {number}."
    store.put(Article(text), [Passage(text, "text", 0, len(text))], np.eye(1, 3, dtype=np.float32), Model("toy", 3))
store.save_vectors()
"""


def test_a_new_index_can_be_opened_by_several_at_once(home: Path) -> None:
    """Who comes second while the first makes the tables waits, and finds them made."""
    command = [sys.executable, "-c", _OPEN, str(home)]
    openers = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    for opener in openers:
        assert opener.stdout is not None
        assert opener.stdout.readline() == b"ready\n"
    for opener in openers:
        assert opener.stdin is not None
        opener.stdin.write(b".")
        opener.stdin.flush()
    assert [opener.communicate()[1] for opener in openers] == [b""] * 3


def test_several_processes_write_at_once(home: Path) -> None:
    """Each article of each writer is there once, searchable by words and vectors, and each is one generation."""
    store = Store(home)
    store.adopt(Model("toy", 3))
    command = [sys.executable, "-c", _WRITER, str(home)]
    writers = [subprocess.Popen([*command, name], stderr=subprocess.PIPE) for name in ("one", "two")]
    assert [writer.communicate()[1] for writer in writers] == [b"", b""]
    assert (len(store.articles()), store.generation()) == (40, 40)
    with store.snapshot() as snapshot:
        assert len(snapshot.nearest(rows(EAST)[0], 100)) == 40
        assert len(snapshot.matching("wrote", 100)) == 40
    store.save_vectors()  # both may have written the file and the stamp in turns: then it is derived again
    assert store.check() == []
    store.close()
