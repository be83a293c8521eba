"""Documents of others are read in a process of their own, with limits on its time and memory.

A library that loops, crashes or takes all memory over a hostile file then takes nothing else with it, and nothing
that it prints reaches a screen.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from index.interrupting import apart
from index.loading.extract import Extract, Refused

_SECONDS = 20
_SLOW = f"takes more than {_SECONDS} seconds to read; save its text as .txt and add that"
_ROOT = Path(__file__).parents[2]

logger = logging.getLogger(__name__)


def read_apart(kind: Literal["pdf", "docx"], data: bytes) -> Extract:
    """Return what stands in `data`. Raises Refused where it can't be read for whatever reason, and Interrupted."""
    command = [sys.executable, "-P", "-m", "index.loading.sandboxed", kind, str(_SECONDS)]
    path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    # The threads of numpy's library would take their stacks from the process's memory, and are of no use to it.
    environment = {**os.environ, "PYTHONPATH": path, "OPENBLAS_NUM_THREADS": "1"}
    code, written, complaints = _run(command, data, environment)
    if code:
        complaint = complaints.decode("utf-8", "replace").strip().rpartition("\n")[2]
        logger.info("a %s was not read: exit %d, %s", kind, code, complaint)
        raise Refused("damaged, or no such file as its name says; open it, save it again and add that")
    said = json.loads(written)
    if reason := said.get("refused"):
        raise Refused(reason)
    return Extract(**said)


def _run(command: Sequence[str], data: bytes, environment: Mapping[str, str]) -> tuple[int, bytes, bytes]:
    """Give `data` to a process; return its exit code and what it wrote. Raises Refused where it takes too long."""
    pipe = subprocess.PIPE
    with subprocess.Popen(  # noqa: S603  # our own module, and nothing of the document is in the command
        command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment
    ) as process:
        try:
            written, complaints = apart(lambda: process.communicate(data, _SECONDS))
        except BaseException as error:
            process.kill()
            if isinstance(error, subprocess.TimeoutExpired):
                raise Refused(_SLOW) from None
            raise
    return process.returncode, written, complaints
