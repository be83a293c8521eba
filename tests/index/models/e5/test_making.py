"""The model's folder among the user's caches."""

from __future__ import annotations

from index.models import locate
from index.models.unpacking import E5_FILES
from index.settings import MULTILINGUAL_E5
from tests.index.conftest import Made


def test_two_processes_may_make_it_at_once(made: Made) -> None:
    """Both find the same folder, and nothing that they made it from is left."""
    assert made.codes == [0, 0]
    assert made.printed == [f"{made.folder}\n"] * 2
    assert list(made.folder.parent.iterdir()) == [made.folder]


def test_it_is_made_once(made: Made) -> None:
    """Whoever looks for it later finds the same files, none written again."""
    written = {path: path.stat().st_ino for path in made.folder.rglob("*") if path.is_file()}
    assert locate(MULTILINGUAL_E5) == str(made.folder)
    assert written == {path: path.stat().st_ino for path in made.folder.rglob("*") if path.is_file()}
    assert sorted(path.relative_to(made.folder).as_posix() for path in written) == sorted(E5_FILES)
