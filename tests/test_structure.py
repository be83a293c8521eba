"""The shape of the code: who imports whom, how large files are, and that every public name is explained."""

from __future__ import annotations

import ast
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.samples import ROOT

# Reading order: a module imports only what stands above it; a folder counts as one.
_INDEX = [
    *(
        "normal",
        "shingles",
        "stories",
        "records",
        "reviews",
        "errors",
        "interrupting",
        "settings",
        "fetching",
        "collection_names",
        "loading",
        "feeds",
        "folders",
        "edits",
        "sentences",
        "lists",
        "budget",
        "passages",
        "cores",
    ),
    *(
        "models",
        "embeddings",
        "store",
        "time_words",
        "time_signs",
        "time_periods",
        "times",
        "duplicates",
        "retrieval",
        "aside",
        "evidence",
        "calibration",
        "reading",
    ),
    *(
        "about",
        *("following_words", "following_names", "phrases", "ellipses", "following"),
        "answers",
        "sources",
        "foreign",
        "ahead",
        "indexing",
        "loaded",
        "history",
        "asking",
        "library",
        "watching",
        "rereading",
        "folder_watching",
        "rounds",
        "explanations",
        "captions",
        "evaluation",
    ),
    *(
        "jsonable",
        "argument_types",
        "parser",
        "progress",
        "printing",
        "watch_printing",
        "call",
        "feedback_commands",
        "article_commands",
        "feeds_commands",
        "folders_commands",
        "commands",
        "cli",
        "__main__",
        "training",
    ),
]
_FOLDERS = {
    "fetching": [
        *("fetched", "kinds", "public", "inflating", "turns", "waits", "refusals", "connecting", "transport"),
        "fetcher",
    ],
    "feeds": ["feed", "prolog", "parsing", "pages", "schedule", "allowance", "visit", "checking"],
    "store": [
        "database",
        "formats",
        "meta",
        "keywords",
        "stories",
        "belonging",
        "rows",
        "vector_file",
        "among",
        "vectors",
        "questions",
        "truths",
        "shown",
        "feedback",
        "watch_file",
        "watched",
        "watched_folders",
        "checks",
        "snapshot",
        "places",
        "collected",
        "standing",
        "titles",
        "store",
    ],
    "models": ["packed", "weights", "tokenizer", "unpacking", "cache", "locating", "failing"],
    "reading": [
        *(
            "encoding",
            "spans",
            "network",
            "span_reader",
            "packing",
            "shipped",
            "hub",
            "sentence_reader",
            "cross_lingual",
            "loading",
        ),
    ],
    "training": [
        *("examples", "windows", "digests", "forms", "negatives", "headers", "translations", "recipe", "train"),
        *("export", "calibrate"),
    ],
    "evaluation": [
        *("dataset", "scoring", "confidence", "figures", "evaluating", "failures", "marking", "plots", "curves"),
        *("entries", "report", "calibrating"),
    ],
}
_HOMES: dict[str, str | tuple[str, ...]] = {
    "faiss": ("index/store/vector_file.py", "index/store/vectors.py"),
    "sentence_transformers": "index/embeddings.py",
    "torch": ("index/embeddings.py", "index/reading/", "index/training/"),
    "transformers": ("index/embeddings.py", "index/reading/"),
    "datasketch": "index/stories.py",
    "sklearn": "index/evaluation/calibrating.py",
    "sqlite3": "index/store/",
    "httpx": "index/fetching/",
    "httpcore": "index/fetching/",
    "trafilatura": "index/loading/",
    "dateparser": "index/loading/",
    "pypdf": "index/loading/",
    "mammoth": "index/loading/docx_text.py",
    "feedparser": "index/feeds/",
    "telegram": "bot/",
    "bot": "bot/",
}
_CODE = sorted([*(ROOT / "index").rglob("*.py"), *(ROOT / "bot").rglob("*.py")])
_MOST_LINES = 220


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _imports(path: Path) -> set[str]:
    """Return the dotted names that a module imports, at its top or within a function."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def _inside(path: Path, package: str, names: list[str]) -> set[str]:
    """Return which of `names` in `package` a module imports."""
    parts = {name.removeprefix(f"{package}.").split(".")[0] for name in _imports(path) if name.startswith(package)}
    return parts & set(names)


def _modules(folder: Path) -> dict[str, Path]:
    return {path.stem: path for path in folder.glob("*.py") if path.stem != "__init__"}


def test_index_imports_only_what_stands_above() -> None:
    """Every module of index is in the order, and imports from above it only."""
    modules = _modules(ROOT / "index")
    assert sorted({*modules, "loading", *_FOLDERS}) == sorted(_INDEX)
    for at, name in enumerate(_INDEX):
        paths = [modules[name]] if name in modules else sorted((ROOT / "index" / name).glob("*.py"))
        for path in paths:
            assert _inside(path, "index", _INDEX) - {name} <= set(_INDEX[:at]), path


@pytest.mark.parametrize("folder", _FOLDERS)
def test_a_folder_imports_only_what_stands_above(folder: str) -> None:
    """Every module of a folder is in its order, and imports from above it only."""
    modules, order = _modules(ROOT / "index" / folder), _FOLDERS[folder]
    assert sorted(modules) == sorted(order)
    for at, name in enumerate(order):
        assert _inside(modules[name], f"index.{folder}", order) <= set(order[:at]), name


def test_loaders_import_in_one_direction() -> None:
    """No two modules of loading need each other, over however many others."""
    modules = _modules(ROOT / "index" / "loading")
    needs = {name: _inside(path, "index.loading", list(modules)) for name, path in modules.items()}
    assert sorted(TopologicalSorter(needs).static_order()) == sorted(modules)


def test_each_library_has_one_home() -> None:
    """What is heavy, or could be exchanged, is imported in one place; index knows nothing of the bot."""
    for path in _CODE:
        for name in {name.split(".")[0] for name in _imports(path)} & set(_HOMES):
            assert _name(path).startswith(_HOMES[name]), f"{_name(path)} imports {name}"


def test_no_module_hides_one_of_python_s() -> None:
    """A file at the root of index or bot must not take a name of the standard library."""
    for package in ("index", "bot"):
        assert {name for name in _modules(ROOT / package) if name in sys.stdlib_module_names} <= {"__main__"}


@pytest.mark.parametrize("path", _CODE, ids=_name)
def test_files_are_short(path: Path) -> None:
    """A file is read at one go."""
    assert len(path.read_text("utf-8").splitlines()) <= _MOST_LINES


@pytest.mark.parametrize("path", _CODE, ids=_name)
def test_public_names_are_explained(path: Path) -> None:
    """Every module, class and function that others may use has a docstring."""
    tree = ast.parse(path.read_text("utf-8"))
    assert ast.get_docstring(tree)
    bodies = [tree.body, *(node.body for node in tree.body if isinstance(node, ast.ClassDef))]
    for node in (node for body in bodies for node in body):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name


def test_every_test_is_a_sentence() -> None:
    """Each test says in its docstring what holds."""
    for path in (ROOT / "tests").rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
                assert (ast.get_docstring(node) or "").endswith("."), f"{path.name}: {node.name}"
