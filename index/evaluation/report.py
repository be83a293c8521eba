"""Figures and outcomes -> one page of HTML that needs nothing beside it: figures, plots, and each failure."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from index.evaluation.curves import calibration_by_bin, recall_by_k, risk_by_coverage
from index.evaluation.entries import entry
from index.evaluation.evaluating import Outcome
from index.evaluation.failures import Cause, failed_by
from index.evaluation.figures import Figures

_STYLE = """
:root { color-scheme: light dark; --ink: #1b1b1b; --soft: #5f6368; --paper: #fff; --rule: #ddd; --mark: #ffe08a;
  --first: #1a66cc; --second: #b3570c; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e6e6; --soft: #a0a4a8; --paper: #16181a; --rule: #3a3d40;
  --mark: #6b5500; --first: #7db2ff; --second: #f0a35e; } }
body { max-width: 52rem; margin: 0 auto; padding: 1rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; } h3 { font-size: 1rem; margin: 0; }
table { border-collapse: collapse; } td { padding: .15rem .8rem .15rem 0; vertical-align: top; }
td:nth-child(2) { text-align: right; font-variant-numeric: tabular-nums; font-weight: 600; }
td:nth-child(-n + 2) { white-space: nowrap; } td:nth-child(3), .source, .keys, figcaption { color: var(--soft); }
@media (max-width: 40rem) { table, tbody { display: block; } tr { display: grid; grid-template-columns: 1fr auto; }
  td:nth-child(3) { grid-column: 1 / -1; padding-bottom: .5rem; } }
.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 1rem; }
figure { margin: 0; } svg { width: 100%; height: auto; } svg text { font-size: 10px; fill: var(--ink); }
svg .tick { fill: var(--soft); } .rule { stroke: var(--rule); stroke-width: 1; fill: none; }
polyline { fill: none; stroke-width: 2; }
.line-0 polyline { stroke: var(--first); } .line-0 circle { fill: var(--first); }
.line-1 polyline { stroke: var(--second); stroke-dasharray: 5 3; } .line-1 circle { fill: var(--second); }
.keys, .source, .passage, figcaption { margin: .2rem 0; font-size: .875rem; } .key { margin-right: 1rem; }
.key::before { content: ""; display: inline-block; width: 1.2rem; margin-right: .4rem; vertical-align: middle;
  border-top: 2px solid var(--first); } .key-1::before { border-top: 2px dashed var(--second); }
.entry { border-top: 1px solid var(--rule); padding: .8rem 0; } .entry ul { margin: .3rem 0; padding-left: 1.2rem; }
.passage { white-space: pre-line; } mark { background: var(--mark); color: inherit; } summary { cursor: pointer; }
"""
_HEAD = (
    '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
)


def page(name: str, figures: Figures, outcomes: Sequence[Outcome], min_confidence: float) -> str:
    """Return the report on the data set `name`; answers are given from `min_confidence` up."""
    title = f"Answers to {escape(name)}"
    groups = "".join(_group(cause, failed_by(cause, outcomes, min_confidence), min_confidence) for cause in Cause)
    return (
        f"{_HEAD}<title>{title}</title><style>{_STYLE}</style></head><body><h1>{title}</h1>"
        f"<p>{len(outcomes)} questions, answered from a confidence of {min_confidence:g} up.</p>{_table(figures)}"
        f'<h2>Plots</h2><div class="plots">{_plots(outcomes, min_confidence)}</div>'
        f"<h2>Failures</h2><p>Each question stands once, under the first step that failed, the surest answers first."
        f"</p>{groups}</body></html>\n"
    )


def _table(figures: Figures) -> str:
    rows = "".join(
        f"<tr><td>{escape(one.name)}</td><td>{one.text}</td><td>{escape(one.meaning)}</td></tr>" for one in figures
    )
    return f"<table>{rows}</table>"


def _plots(outcomes: Sequence[Outcome], min_confidence: float) -> str:
    plots = {
        "Recall by k": recall_by_k(outcomes),
        "Risk against coverage": risk_by_coverage(outcomes, min_confidence),
        "Calibration": calibration_by_bin(outcomes),
    }
    return "".join(f"<figure><h3>{title}</h3>{plot}</figure>" for title, plot in plots.items())


def _group(cause: Cause, failed: Sequence[Outcome], min_confidence: float) -> str:
    entries = "".join(entry(one, min_confidence) for one in failed) or "<p>None.</p>"
    return f"<h2>{escape(cause.value)} ({len(failed)})</h2>{entries}"
