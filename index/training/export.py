"""A checkpoint -> the reader that is shipped: its trained part in 8 bits.

    python -m index.training.export CHECKPOINT FOLDER

CHECKPOINT is the file that the training left, FOLDER where the reader goes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from safetensors.torch import load_file

from index.reading.packing import pack
from index.reading.shipped import WEIGHTS


def main() -> None:
    """Export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("folder", type=Path)
    typed = parser.parse_args()
    typed.folder.mkdir(parents=True, exist_ok=True)
    # What the optimiser keeps of a parameter has a name with a slash.
    trained = {name: part for name, part in load_file(typed.checkpoint).items() if "/" not in name}
    pack(trained, typed.folder / WEIGHTS)


if __name__ == "__main__":
    main()
