"""Fine-tune the reader on two cores: one pass over the examples, checkpoints that a later run goes on from.

    python -m index.training.train READING FOLDER [--start READER]

READING holds the reading-comprehension data, FOLDER gets the checkpoints; the same command goes on after a stop.
READER is the folder of a reader to begin with, such as data/models/reader; without it the encoder alone.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor

from index.embeddings import prefers_bfloat16
from index.models import locate
from index.reading.encoding import Encoding, Window
from index.reading.network import SpanNetwork, padded
from index.reading.packing import unpack
from index.reading.shipped import PADDING, TOKENS, WEIGHTS
from index.settings import MULTILINGUAL_E5
from index.training.examples import Example
from index.training.recipe import mixed

FROZEN_LAYERS = 3  # with the embeddings: what they know of a hundred languages is kept (Wu and Dredze 2019, section 5)
_RATE, _HEAD_RATE, _WARM_UP = 1.2e-4, 5e-4, 0.04
_POOL = 1024  # examples that are sorted by length together
_BATCH_TOKENS, _BATCH = 3072, 32


@dataclass(frozen=True, slots=True)
class Item:
    """An encoded example and the token positions of its answer; both are 0 where there is none."""

    window: Window
    start: int
    end: int


def main() -> None:
    """Train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reading", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--start", type=Path, metavar="READER")
    typed = parser.parse_args()
    typed.folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(0)
    torch.set_flush_denormal(True)
    Training(Path(locate(MULTILINGUAL_E5)), typed.folder, typed.start).run(mixed(typed.reading))


class Training:
    """One training run and its state: the network, the optimiser, the examples seen."""

    def __init__(self, model: Path, folder: Path, start: Path | None = None) -> None:
        """Go on from the checkpoint in `folder`; without one begin with the encoder in `model`, or a reader on it."""
        self.folder = folder
        self.encoding = Encoding(Tokenizer.from_file(str(model / "tokenizer.json")), TOKENS)
        self.network = SpanNetwork.on(model)
        if start:
            self.network.load_state_dict(unpack(start / WEIGHTS), strict=False)
        encoder = self.network.encoder
        for module in (encoder.embeddings, *encoder.encoder.layer[:FROZEN_LAYERS]):
            module.requires_grad_(False)
        for module in self.network.modules():
            if isinstance(module, torch.nn.Dropout):
                module.p = 0.0  # nothing is seen twice
        self.trained = {name: value for name, value in self.network.named_parameters() if value.requires_grad}
        body = [value for name, value in self.trained.items() if not name.startswith("head.")]
        self.optimiser = torch.optim.AdamW(
            [{"params": body, "peak": _RATE}, {"params": self.network.head.parameters(), "peak": _HEAD_RATE}],
            weight_decay=0.01,
            fused=True,
        )
        self.bfloat16 = prefers_bfloat16(torch.cpu.get_capabilities())
        self.examples = 0  # in the whole run; the learning rate falls until then
        self.seen = 0
        self._resume()

    def run(self, examples: Sequence[Example]) -> None:
        """Learn from each example once, in their order."""
        self.examples = len(examples)
        for first in range(self.seen, len(examples), _POOL):
            pool = examples[first : first + _POOL]
            self._learn(pool, Random(first))
            self.seen += len(pool)
            self._save()

    def _learn(self, pool: Sequence[Example], rng: Random) -> None:
        items = [item for example in pool if (item := encoded(self.encoding, example)) is not None]
        batches = list(_batches(items))
        rng.shuffle(batches)
        began, loss, right, answerable, known = time.monotonic(), 0.0, 0, 0, 0
        for number, batch in enumerate(batches):
            for group in self.optimiser.param_groups:
                group["lr"] = group["peak"] * _rate((self.seen + len(pool) * number / len(batches)) / self.examples)
            logits, goal = self._logits(batch)
            error = torch.nn.functional.cross_entropy(logits.flatten(0, 1), goal.flatten())
            error.backward()  # type: ignore[no-untyped-call]  # the library's own lack
            torch.nn.utils.clip_grad_norm_(self.trained.values(), 1.0)
            self.optimiser.step()
            self.optimiser.zero_grad(set_to_none=True)
            found = (logits.argmax(-1) == goal).all(1)
            has = goal[:, 0] > 0
            loss += float(error.detach()) * len(batch)
            right += int(found.sum())
            answerable += int(has.sum())
            known += int((found & has).sum())
        print(
            f"{self.seen + len(pool):6} loss {loss / len(items):.3f}, right {100 * right / len(items):.1f} %, "
            f"of the answerable {100 * known / max(1, answerable):.1f} %, "
            f"{len(items) / (time.monotonic() - began):.1f} a second",
            flush=True,
        )

    def _logits(self, batch: list[Item]) -> tuple[Tensor, Tensor]:
        """Return logits of shape (inputs, 2, tokens), very low where no answer can be, and the goal, (inputs, 2)."""
        ids, types, mask = padded([item.window for item in batch], PADDING)
        with torch.autocast("cpu", torch.bfloat16, enabled=self.bfloat16):
            logits = self.network(ids, types, mask).transpose(1, 2)
        allowed = torch.zeros(len(batch), 1, ids.shape[1], dtype=torch.bool)
        allowed[:, :, 0] = True
        for row, item in enumerate(batch):
            allowed[row, :, item.window.begin : item.window.begin + len(item.window.places)] = True
        goal = torch.tensor([[item.start, item.end] for item in batch])
        return logits.masked_fill(~allowed, -1e4), goal

    def _save(self) -> None:
        tensors = {name: value.detach() for name, value in self.trained.items()}
        for name, value in self.trained.items():
            for kind, part in self.optimiser.state[value].items():
                tensors[f"{kind}/{name}"] = part
        aside = self.folder / "aside"
        save_file(tensors, aside, metadata={"seen": str(self.seen)})
        aside.replace(self.folder / "checkpoint.safetensors")

    def _resume(self) -> None:
        path = self.folder / "checkpoint.safetensors"
        if not path.is_file():
            return
        with safe_open(path, "pt") as file:
            self.seen = int(file.metadata()["seen"])
        tensors = load_file(path)
        with torch.no_grad():
            for name, value in self.trained.items():
                value.copy_(tensors[name])
                self.optimiser.state[value] = {
                    kind: tensors[f"{kind}/{name}"] for kind in ("step", "exp_avg", "exp_avg_sq")
                }


def encoded(encoding: Encoding, example: Example) -> Item | None:
    """Return the example as the network takes it; None where it does not fit into one input."""
    windows = encoding.windows(example.question, example.lead, example.passage)
    if len(windows) != 1:
        return None
    window = windows[0]
    if not example.answerable:
        return Item(window, 0, 0)
    held = [n for n, (start, end) in enumerate(window.places) if start < example.end and example.start < end]
    return Item(window, window.begin + held[0], window.begin + held[-1])


def _batches(items: list[Item]) -> Iterator[list[Item]]:
    """Yield batches of items of about the same length."""
    batch: list[Item] = []
    for item in sorted(items, key=lambda item: len(item.window.ids)):
        if batch and (len(batch) == _BATCH or len(item.window.ids) * (len(batch) + 1) > _BATCH_TOKENS):
            yield batch
            batch = []
        batch.append(item)
    yield batch


def _rate(done: float) -> float:
    """Return the share of the peak rate once a share of the run is done: up at first, then down in a line."""
    return min(done / _WARM_UP + 0.01, max(0.02, (1 - done) / (1 - _WARM_UP)))


if __name__ == "__main__":
    main()
