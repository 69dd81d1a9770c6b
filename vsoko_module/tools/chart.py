"""A bar chart of a paper as SVG: shown by LibreOffice, browsers and wkhtmltopdf.

Classes stand side by side; what has a long name (criteria, indicators) lies one under
another, so that the whole name is read.
"""

from base64 import b64encode
from textwrap import wrap

from reportlab.graphics import renderSVG
from reportlab.graphics.charts.barcharts import HorizontalBarChart, VerticalBarChart
from reportlab.graphics.charts.legends import Legend
from reportlab.graphics.charts.spider import SpiderChart
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor

from .russian import number

WIDTH, HEIGHT = 640, 320
# Told apart on a black-and-white printer, too
COLORS = [HexColor(code) for code in (0x3B5B92, 0xB7C4DC, 0x7A7A7A, 0xDDDDDD)]
LETTER = "Helvetica"
# Longer names or more of them do not fit side by side
SHORT, FEW = 9, 14
# Names on the left: letters in a line, the height of a line, the room they take
LETTERS, LINE, ROOM = 42, 11, 230
# With more bars figures are smaller, then whole
MANY, CROWD = 16, 24


def bar_chart(spec: dict) -> bytes:
    """SVG of ``{"labels": […], "series": [{"name", "values": [number or None]}]}``.

    ``unit`` stands at the figures; a value of None leaves its place empty.

    >>> b"<svg" in bar_chart({"labels": ["5А"], "series": [{"values": [61.5]}]})
    True
    >>> long = {"labels": ["Цель урока понятна"], "series": [{"values": [None]}]}
    >>> b"<svg" in bar_chart(long)
    True
    """
    return _drawn(_columns(spec) if _is_short(spec) else _rows(spec), spec)


def radar_chart(spec: dict) -> bytes:
    """SVG of the same ``spec``, in percent, an axis a label; at least three labels.

    >>> three = {"labels": ["К1", "К2", "К3"], "series": [{"values": [50, None, 90]}]}
    >>> b"<svg" in radar_chart(three)
    True
    """
    chart = SpiderChart()
    chart.x, chart.y, chart.width, chart.height = 190, 30, 260, HEIGHT - 70
    chart.labels = [_wrapped(label, 2) for label in spec["labels"]]
    # The library scales to the greatest value: an outline of 100 % holds the scale
    outline = [100] * len(spec["labels"])
    chart.data = [
        outline,
        *([value or 0 for value in series["values"]] for series in spec["series"]),
    ]
    chart.strands[0].strokeColor, chart.strands[0].fillColor = COLORS[2], None
    for place in range(len(spec["series"])):
        chart.strands[place + 1].strokeColor = COLORS[place % len(COLORS)]
        chart.strands[place + 1].strokeWidth = 2
        chart.strands[place + 1].fillColor = None
    return _drawn(chart, spec)


def as_image(svg: bytes) -> str:
    """The address of a picture that carries itself, for ``src``.

    >>> as_image(b"<svg/>")
    'data:image/svg+xml;base64,PHN2Zy8+'
    """
    return f"data:image/svg+xml;base64,{b64encode(svg).decode()}"


def _drawn(chart, spec: dict) -> bytes:
    drawing = Drawing(WIDTH, HEIGHT)
    drawing.add(chart)
    if any(series.get("name") for series in spec["series"]):
        drawing.add(_legend(spec))
    svg = renderSVG.drawToString(drawing)
    return svg.replace(f"font-family: {LETTER}", "font-family: serif").encode()


def _is_short(spec: dict) -> bool:
    labels = spec["labels"]
    return len(labels) <= FEW and all(len(label) <= SHORT for label in labels)


def _columns(spec: dict) -> VerticalBarChart:
    chart = VerticalBarChart()
    chart.x, chart.y, chart.width, chart.height = 50, 40, WIDTH - 70, HEIGHT - 80
    chart.categoryAxis.categoryNames = spec["labels"]
    chart.barLabels.nudge = 9
    return _dressed(chart, spec, list(range(len(spec["series"]))))


def _rows(spec: dict) -> HorizontalBarChart:
    """Read from the top, while the library counts from the bottom."""
    chart = HorizontalBarChart()
    chart.x, chart.y = ROOM + 10, 20
    chart.width, chart.height = WIDTH - ROOM - 60, HEIGHT - 45
    lines = max(int(chart.height / len(spec["labels"]) / LINE), 1)
    names = [_wrapped(label, lines) for label in spec["labels"]]
    chart.categoryAxis.categoryNames = names[::-1]
    _start_at_left(chart.categoryAxis.labels, -ROOM)
    _start_at_left(chart.barLabels, 4)
    order = list(range(len(spec["series"])))[::-1]
    _dressed(chart, spec, order)
    chart.data = [values[::-1] for values in chart.data]
    return chart


def _start_at_left(labels, shift: int) -> None:
    """Widths of Russian letters are not known to the library: nothing is centred."""
    labels.boxAnchor, labels.textAnchor, labels.dx = "w", "start", shift


def _dressed(chart, spec: dict, order: list[int]):
    chart.data = [list(spec["series"][index]["values"]) for index in order]
    chart.valueAxis.valueMin = 0
    chart.valueAxis.valueMax = _top(spec)
    bars = len(order) * len(spec["labels"])
    digits = 1 if bars <= CROWD else 0
    chart.barLabelFormat = lambda value: "" if value is None else number(value, digits)
    chart.barLabels.fontSize = 10 if bars <= MANY else 7
    chart.groupSpacing = 8
    for place, index in enumerate(order):
        chart.bars[place].fillColor = COLORS[index % len(COLORS)]
    return chart


def _legend(spec: dict) -> Legend:
    legend = Legend()
    legend.x, legend.y = 50, HEIGHT - 6
    legend.alignment = "right"
    legend.columnMaximum = 1
    legend.deltax = 120
    legend.colorNamePairs = [
        (COLORS[index % len(COLORS)], series.get("name") or "")
        for index, series in enumerate(spec["series"])
    ]
    return legend


def _top(spec: dict) -> float:
    """The top of the axis: 100 for percents, else a little above the greatest.

    >>> _top({"unit": "%", "series": [{"values": [40]}]})
    100
    >>> round(_top({"series": [{"values": [None, 20]}]}), 2)
    23.0
    """
    values = [one for series in spec["series"] for one in series["values"] if one]
    greatest = max(values, default=1)
    return 100 if spec.get("unit") == "%" and greatest <= 100 else greatest * 1.15


def _wrapped(label: str, lines: int) -> str:
    """
    >>> _wrapped("Критерии отметки известны детям заранее и ясны", 2)
    'Критерии отметки известны детям заранее и\\nясны'
    >>> _wrapped("Критерии отметки известны детям заранее и ясны", 1)
    'Критерии отметки известны детям заранее …'
    """
    return "\n".join(wrap(label, LETTERS, max_lines=lines, placeholder=" …"))
