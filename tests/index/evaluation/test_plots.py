"""Plots as SVG, read back as XML."""

from __future__ import annotations

from xml.etree import ElementTree

from index.evaluation.curves import calibration_by_bin, recall_by_k, risk_by_coverage
from index.evaluation.plots import Axis, Line, Point, chart

from .outcomes import OUTCOMES

_X, _Y = Axis("k", (0, 50, 100)), Axis("share", (0, 1))


def _parse(plot: str) -> ElementTree.Element:
    return ElementTree.fromstring(f"<figure>{plot}</figure>")


def _texts(plot: str) -> list[str]:
    return [one.text or "" for one in _parse(plot).iter("text")]


def _places(plot: str) -> list[list[tuple[float, float]]]:
    """Return the points of each line as they are drawn."""
    pairs = [one.attrib["points"].split() for one in _parse(plot).iter("polyline")]
    return [[(float(x), float(y)) for x, y in (pair.split(",") for pair in several)] for several in pairs]


def test_lines_run_from_corner_to_corner() -> None:
    """The ends of the axes are the corners of the plot, and the y axis points up."""
    plot = chart(_X, _Y, [Line("all", [Point(0, 0), Point(50, 0.5), Point(100, 1)])])
    assert _places(plot) == [[(38.0, 202.0), (192.0, 107.0), (346.0, 12.0)]]


def test_ticks_and_axes_are_named() -> None:
    """Each tick has its number, each axis its name, and each line its key."""
    plot = chart(_X, _Y, [Line("one", [Point(0, 0)]), Line("other", [])])
    assert _texts(plot) == ["0", "50", "100", "0", "1", "k", "share"]
    assert [one.text for one in _parse(plot).iter("span")] == ["one", "other"]
    assert [one.attrib["class"] for one in _parse(plot).iter("g")] == ["line-0", "line-1"]


def test_labels_stay_within_the_plot() -> None:
    """A label stands above its point, beside it at either side, and below it at the top."""
    points = [Point(0, 0, "left"), Point(50, 0.5, "middle"), Point(100, 1, "right"), Point(50, 0)]
    labels = [one.attrib for one in _parse(chart(_X, _Y, [Line("all", points)])).iter("text")][-3:]
    assert [one["text-anchor"] for one in labels] == ["start", "middle", "end"]
    assert [(one["x"], one["y"]) for one in labels] == [("44.0", "195.0"), ("192.0", "100.0"), ("340.0", "27.0")]


def test_names_are_escaped() -> None:
    """What looks like markup in a name or a label is text."""
    plot = chart(Axis('"<k>"', (0, 1)), _Y, [Line("<b>", [Point(0, 0, "a & b")])])
    assert _texts(plot)[-3:] == ['"<k>"', "share", "a & b"]
    assert [one.text for one in _parse(plot).iter("span")] == ["<b>"]


def test_recall_grows_with_k() -> None:
    """The first line has the passages of the answers, 1 to 10, the second those of the search, 1 to 50."""
    answered, found = _places(recall_by_k(OUTCOMES))
    assert (len(answered), len(found)) == (10, 50)
    assert answered[0] == found[0] == (38.0, 202 - 0.4 * 190)
    assert {y for _, y in found[1:]} == {202 - 0.6 * 190}
    assert _texts(recall_by_k(OUTCOMES))[-4:] == ["40.0", "60.0", "60.0", "60.0"]


def test_risk_is_drawn_over_coverage() -> None:
    """Each confidence is a point, and the last that is still answered is marked."""
    plot = risk_by_coverage(OUTCOMES, 0.3)
    [points] = _places(plot)
    assert points == [(76.5, 202.0), (192.0, 107.0), (230.5, 126.0), (269.0, 107.0)]
    assert _texts(plot)[-1] == "MIN_CONFIDENCE 0.3"
    [mark] = _parse(plot).iter("circle")
    assert (mark.attrib["cx"], mark.attrib["cy"]) == ("230.5", "126.0")
    assert not list(_parse(risk_by_coverage(OUTCOMES, 0.95)).iter("circle"))


def test_calibration_is_drawn_by_bins() -> None:
    """Each bin is a point with its count, beside the line on which confidence is what it says."""
    plot = calibration_by_bin(OUTCOMES)
    answers, ideal = _places(plot)
    assert answers == [(68.8, 202.0), (130.4, 12.0), (284.4, 138.7), (315.2, 12.0)]
    assert ideal == [(38.0, 202.0), (346.0, 12.0)]
    assert _texts(plot)[-4:] == ["1", "1", "3", "1"]


def test_nothing_is_drawn_of_nothing() -> None:
    """Without answers or answerable questions the plots are empty, and no error."""
    none = [one for one in OUTCOMES if one.answer.answer is None and not one.question.answerable]
    assert _places(risk_by_coverage(none, 0.5)) == [[]]
    assert _places(calibration_by_bin(none))[0] == []
    assert {y for line in _places(recall_by_k(none)) for _, y in line} == {202.0}
