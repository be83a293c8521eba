"""How many cores may be used."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.cores import limit_threads, usable_cores

_THREADS = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS")


@pytest.fixture(autouse=True)
def _eight_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this process run on eight cores: which machine tests run on can't be chosen."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(8)), raising=False)


@pytest.mark.parametrize(
    ("quota", "cores"),
    [("200000 100000", 2), ("250000 100000", 2), ("50000 100000", 1), ("max 100000", 8), ("1600000 100000", 8)],
)
def test_the_quota_of_control_groups_version_2_counts(tmp_path: Path, quota: str, cores: int) -> None:
    """The quota is rounded down to whole cores, at least one, and never more than the affinity allows."""
    (tmp_path / "cpu.max").write_text(f"{quota}\n")
    assert usable_cores(tmp_path) == cores


@pytest.mark.parametrize(("quota", "cores"), [("300000", 3), ("-1", 8)])
def test_the_quota_of_control_groups_version_1_counts(tmp_path: Path, quota: str, cores: int) -> None:
    """The older files are read where the newer one is not there; -1 is no quota."""
    (tmp_path / "cpu").mkdir()
    (tmp_path / "cpu" / "cpu.cfs_quota_us").write_text(f"{quota}\n")
    (tmp_path / "cpu" / "cpu.cfs_period_us").write_text("100000\n")
    assert usable_cores(tmp_path) == cores


def test_without_a_quota_the_affinity_counts(tmp_path: Path) -> None:
    """Where no control group is, all cores of the affinity are used."""
    assert usable_cores(tmp_path) == 8


def test_without_affinity_all_cores_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that knows no affinity uses all its cores, or one where their number is unknown."""
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: 6)
    assert usable_cores(tmp_path) == 6
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert usable_cores(tmp_path) == 1


def test_libraries_are_told_and_a_choice_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thread counts go into the environment, except where somebody has set one."""
    for name in (*_THREADS, "OMP_WAIT_POLICY", "TOKENIZERS_PARALLELISM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("MKL_NUM_THREADS", "1")
    cores = str(limit_threads())
    assert [os.environ[name] for name in _THREADS] == [cores, "1", cores]
    assert (os.environ["OMP_WAIT_POLICY"], os.environ["TOKENIZERS_PARALLELISM"]) == ("PASSIVE", "false")
