"""The value that a row of a filled form says, or what is wrong with it."""

from ..models.measurement.measure_sentences import value_sentence
from ..tools.measures import ValueProblem, read_value, write_value
from .indicator_known import IndicatorKnown


class RowProblem(Exception):
    """A row that cannot be taken: the name of its cell and a sentence."""


class IndicatorValues(IndicatorKnown):
    """Cells of a row as an entry of a measurement, its comment and cause."""

    def _entry(self, row, indicator):
        """The value as the measurement writes it, and its reading."""
        said = self._said(row, indicator)
        try:
            reading = read_value(
                said,
                indicator.unit,
                self.answers.get(indicator, ()),
                indicator.max_points,
            )
        except ValueProblem as problem:
            sentence = value_sentence(self.env, problem, indicator)
            raise RowProblem("value", self._way_out(sentence)) from problem
        return written(reading, indicator.unit), reading

    def _way_out(self, sentence):
        return self.env._("%s Correct the cell and load the form again.", sentence)

    def _said(self, row, indicator):
        value, total = self._cell(row, "value", indicator), row.texts.get("total", "")
        if not total:
            return value
        if indicator.unit != "share":
            raise RowProblem(
                "total",
                self.env._(
                    "%s is not a share: leave «Всего» empty.",
                    indicator.code or indicator.name,
                ),
            )
        if not value:
            raise RowProblem(
                "value",
                self.env._(
                    "%s: «Всего» is filled in and «Значение» is not: write how many.",
                    indicator.code or indicator.name,
                ),
            )
        if "/" in value or " из " in value or value.casefold() == "н/п":
            return value
        return f"{value}/{total}"

    def _cell(self, row, name, indicator):
        """Excel keeps 62,5 % as 0.625; so it is read as people see it."""
        said = row.texts.get(name, "")
        if indicator.unit != "percent" or name not in row.percents:
            return said
        try:
            return repr(round(float(said) * 100, 10))
        except ValueError:
            return said

    def _prepare(self, row, entry, reading):
        values = {"entry": entry}
        if comment := row.texts.get("comment"):
            values["comment"] = comment
        if reading.is_excluded and not comment:
            raise RowProblem(
                "comment",
                self.env._("write in the comment why the indicator does not apply."),
            )
        if cause := row.texts.get("cause"):
            values["cause_id"] = self._cause(cause)
        return {name: value for name, value in values.items() if value}

    def _cause(self, said):
        if said.casefold() not in self.causes:
            raise RowProblem(
                "cause",
                self.env._(
                    "there is no cause «%s» in the list. Choose one of it or write "
                    "the words into the comment.",
                    said,
                ),
            )
        return self.causes[said.casefold()]


def digits_of(entry):
    """Parts of an entry to the 15 digits that a cell of Excel keeps.

    >>> digits_of("1.1743922580343185") == digits_of("1.174392258034318")
    True
    >>> digits_of("1/3") == digits_of("1/4"), digits_of("н/п")
    (False, 'н/п')
    """
    try:
        return [f"{float(part):.15g}" for part in entry.split("/")]
    except ValueError:
        return entry


def written(reading, unit):
    """An entry in one spelling, so that equal figures are equal texts.

    >>> written(read_value("1 из 3", "share"), "share")
    '1/3'
    >>> written(read_value("62,50", "percent"), "percent")
    '62.5'
    """
    if reading.is_excluded:
        return "н/п"
    if not reading.is_filled:
        return ""
    if unit in ("text", "choice"):
        return reading.answer
    if unit == "share":
        return write_value(reading.numerator, unit, reading.denominator)
    return write_value(reading.value, unit)
