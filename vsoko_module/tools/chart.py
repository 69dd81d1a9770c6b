"""A bar chart of a paper as SVG: shown by LibreOffice, browsers and wkhtmltopdf."""

from textwrap import wrap

from reportlab.graphics import renderSVG
from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.charts.legends import Legend
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor

WIDTH, HEIGHT = 640, 320
# Told apart on a black-and-white printer, too
COLORS = [HexColor(code) for code in (0x3B5B92, 0xB7C4DC, 0x7A7A7A, 0xDDDDDD)]
LETTER = "Helvetica"
# Points that a sign of a label takes, and how many lines it may have
SIGN, LINES = 6, 3


def bar_chart(spec: dict) -> bytes:
    """SVG of ``{"labels": […], "series": [{"name", "values": [number or None]}]}``.

    ``unit`` stands at the figures; a value of None leaves its place empty.

    >>> b"<svg" in bar_chart({"labels": ["5А"], "series": [{"values": [61.5]}]})
    True
    """
    drawing = Drawing(WIDTH, HEIGHT)
    drawing.add(_bars(spec))
    if any(series.get("name") for series in spec["series"]):
        drawing.add(_legend(spec))
    svg = renderSVG.drawToString(drawing)
    return svg.replace(f"font-family: {LETTER}", "font-family: serif").encode()


def _bars(spec: dict) -> VerticalBarChart:
    chart = VerticalBarChart()
    chart.x, chart.y, chart.width, chart.height = 50, 70, WIDTH - 70, HEIGHT - 110
    chart.data = [series["values"] for series in spec["series"]]
    signs = max(chart.width // max(len(spec["labels"]), 1) // SIGN, 5)
    names = [_wrapped(one, signs) for one in spec["labels"]]
    chart.categoryAxis.categoryNames = names
    chart.categoryAxis.labels.boxAnchor = "n"
    chart.valueAxis.valueMin = 0
    chart.valueAxis.valueMax = _top(spec)
    chart.barLabelFormat = lambda value: "" if value is None else _number(value)
    chart.barLabels.nudge = 9
    chart.barLabels.fontSize = 10
    chart.groupSpacing = 12
    for index in range(len(chart.data)):
        chart.bars[index].fillColor = COLORS[index % len(COLORS)]
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
    """The top of the axis: 100 for percents, else a little above the greatest."""
    values = [one for series in spec["series"] for one in series["values"] if one]
    greatest = max(values, default=1)
    return 100 if spec.get("unit") == "%" and greatest <= 100 else greatest * 1.15


def _number(value: float) -> str:
    """
    >>> _number(61.5), _number(4.0)
    ('61,5', '4')
    """
    return f"{value:.1f}".removesuffix(".0").replace(".", ",")


def _wrapped(label: str, signs: int) -> str:
    """A label in at most three lines, each of so many signs.

    >>> _wrapped("Критерии отметки известны заранее", 18)
    'Критерии отметки\\nизвестны заранее'
    """
    return "\n".join(wrap(label, signs, max_lines=LINES, placeholder=" …"))
