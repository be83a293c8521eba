"""How many processor cores this process may really use, and telling the libraries before they start."""

from __future__ import annotations

import os
from pathlib import Path

_CGROUP = Path("/sys/fs/cgroup")


def usable_cores(cgroup: Path = _CGROUP) -> int:
    """Return the cores that affinity and the container's quota leave, at least 1.

    Libraries count the machine's cores instead and start too many threads in a container, which then
    wait for one another: text-embeddings-inference fell to a sixth of its speed (its issue 170).
    """
    affinity = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    quota = _quota(cgroup)
    return max(1, min(affinity, int(quota)) if quota else affinity)


def limit_threads() -> int:
    """Set the environment that numeric libraries read when they are imported; return the number of threads."""
    cores = usable_cores()
    for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(name, str(cores))
    # Threads that wait for the others sleep: where other programs need the cores too, a busy wait takes many times
    # as long as the work.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    return cores


def _quota(cgroup: Path) -> float | None:
    """Return the control group's quota in cores (version 2, else version 1), None without one."""
    two = cgroup / "cpu.max"
    one = cgroup / "cpu" / "cpu.cfs_quota_us"
    if two.exists():
        quota, period = two.read_text().split()
        return None if quota == "max" else int(quota) / int(period)
    if one.exists():
        quota, period = one.read_text().strip(), one.with_name("cpu.cfs_period_us").read_text()
        return None if int(quota) < 0 else int(quota) / int(period)
    return None
