"""requirements.lock: exact versions, and nothing that names a machine, an index or a CUDA build."""

from __future__ import annotations

import re
import tomllib

from tests.samples import ROOT

_LINES = (ROOT / "requirements.lock").read_text("utf-8").splitlines()


def _normal(name: str) -> str:
    """Return a package's name as pip compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_line_is_a_name_and_a_version() -> None:
    """No hash, no address, no path, no option, no marker, no local version."""
    assert [line for line in _LINES if not re.fullmatch(r"[A-Za-z0-9][\w.-]*==[0-9][0-9a-z.]*", line)] == []


def test_each_package_is_locked_once() -> None:
    """No package has two versions."""
    names = [_normal(line.partition("==")[0]) for line in _LINES]
    assert len(names) == len(set(names))


def test_torch_is_the_plain_build() -> None:
    """The version of torch fits the CPU build and the default one."""
    assert [line for line in _LINES if _normal(line).startswith("torch==")] == ["torch==2.13.0"]


def test_no_cuda_package_is_locked() -> None:
    """What only a GPU needs is left to those who have one."""
    assert [line for line in _LINES if re.search("nvidia|cuda|triton", line, re.IGNORECASE)] == []


def test_direct_dependencies_are_locked() -> None:
    """Each package that pyproject.toml names, those for tests too, has its version in the lock."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    names = {_normal(re.split(r"[^\w.-]", one)[0]) for one in wanted}
    assert names - {_normal(line.partition("==")[0]) for line in _LINES} == set()
    # Twelve for text and HTML alone; the others read what else there is, fetch it, tell its language, and speak that of
    # its readers.
    assert len(project["dependencies"]) <= 21
