"""Spans and their candidates -> their order, and the probability that the first is right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields
from math import exp
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, NonNegativeFloat, ValidationError, field_validator

from index.aside import written_aside
from index.errors import ModelError
from index.evidence import Evidence, Ranked, ranked
from index.records import Span

CALIBRATION = "calibration.json"


class Calibration(BaseModel):
    """A generalised linear model of whether the best span is right (Platt 1999: a logistic one of a score).

    `fused` and `temperature` put the spans in order (see evidence.ranked); `weights` are those of the evidence, by
    name; `reader` is whose scores it knows. An answer whose span's score is at most `rivalry` below that of the
    first, in natural units of log odds, is nearly as likely; where that is None, none is.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    reader: str
    fused: float
    temperature: NonNegativeFloat = 0.0
    intercept: float
    weights: dict[str, float]
    link: Literal["logit", "identity"] = "logit"
    rivalry: float | None = None

    @field_validator("weights")
    @classmethod
    def _are_of_evidence(cls, weights: dict[str, float]) -> dict[str, float]:
        """Take no weight of what is not known."""
        unknown = weights.keys() - {field.name for field in fields(Evidence)}
        if unknown:
            raise ValueError(f"no such evidence: {', '.join(sorted(unknown))}")
        return weights

    def ranked(self, spans: Sequence[Span]) -> list[Ranked]:
        """Return the spans, best first."""
        return ranked(spans, self.fused, self.temperature)

    def confidence(self, evidence: Evidence) -> float:
        """Return the probability, 0 to 1, that the span for which there is this evidence is right."""
        values = asdict(evidence)
        known: float = self.intercept + sum(weight * values[name] for name, weight in self.weights.items())
        if self.link == "identity":
            return min(1.0, max(0.0, known))
        return 1 / (1 + exp(-max(-500.0, min(500.0, known))))


def load_calibration(folder: Path, name: str = CALIBRATION) -> Calibration:
    """Return the calibration that is kept in a folder. Raises ModelError where it can't be read."""
    path = folder / name
    try:
        return Calibration.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise ModelError(f"{path} is no calibration: run `python -m index calibrate` again, or remove it") from error


def save_calibration(calibration: Calibration, folder: Path, name: str = CALIBRATION) -> None:
    """Keep the calibration in a folder. Raises ArticleIndexError where that can't be done; the old one then stays."""
    with written_aside(str(folder / name)) as file:
        print(calibration.model_dump_json(indent=2), file=file)


def current_calibration(home: Path, own: Calibration) -> Calibration:
    """Return the calibration that was fitted to the index in `home` for the same reader as `own`, else `own`."""
    fitted = load_calibration(home) if (home / CALIBRATION).exists() else own
    return fitted if fitted.reader == own.reader else own
