"""tests/traps.md: every trap has tests that exist, or a reason why it has none."""

from __future__ import annotations

import ast
import re

from tests.samples import ROOT

_LINES = (ROOT / "tests" / "traps.md").read_text("utf-8").splitlines()
_ROWS = [line.strip("|").split("|") for line in _LINES if line.startswith("|") and not line.startswith("|---")]
_TRAPS = [row for row in _ROWS if row[0].strip() != "Trap"]
_NAME = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def _tests_in(file: str) -> set[str]:
    """Return the names of a file's tests, none where there is no such file."""
    path = ROOT / file
    tree = ast.parse(path.read_text("utf-8") if path.exists() else "")
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}


def test_every_test_that_is_named_exists() -> None:
    """A test that was renamed or removed is missed."""
    named = {name for row in _TRAPS for name in _NAME.findall(row[2])}
    files = {file: _tests_in(file) for file, _ in named}
    assert [f"{file}::{test}" for file, test in sorted(named) if test not in files[file]] == []


def test_every_trap_has_a_test_or_a_reason() -> None:
    """Each row says what the bot does, and names tests and nothing else, or why there is none yet."""
    assert len(_TRAPS) > 15
    for row in _TRAPS:
        trap, does, tests = (cell.strip() for cell in row)
        assert trap, row
        assert does, trap
        names = re.sub(_NAME, "", tests).replace(",", "").strip()
        assert re.fullmatch("not yet: .+", tests) or (not names and tests), trap
