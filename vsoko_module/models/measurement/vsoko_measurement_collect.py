from odoo import api, fields, models

from ...tools.formulas import FormulaProblem
from ...tools.measures import Reading, ValueProblem, write_value
from .measure_sentences import formula_sentence, value_sentence


class VsokoMeasurement(models.Model):
    """Values that the records can count: by formula, from classes, from answers.

    What a person has entered by hand is never written over.
    """

    _inherit = "vsoko.measurement"

    @api.model
    def _collect(self, indicators, period):
        """Count what can be counted; return ``(values, {indicator: why not})``.

        The school is the one of the period. Three reads for all indicators together:
        the values there are, the classes, the figures of the school.
        """
        company = period.company_id
        applying = indicators - self._keys(indicators._reasons_not(company))
        known = self._known_values(indicators, period)
        entries, problems = self._counted(applying, period, known)
        fresh = {
            one: entry
            for one, entry in entries.items()
            if not known.get(one) or known[one].origin != "manual"
        }
        return self._put(fresh, period, known), problems

    def _known_values(self, indicators, period):
        """``{indicator: value of the whole school}``."""
        found = self.search(
            [
                ("indicator_id", "in", indicators.ids),
                ("period_id", "=", period.id),
                ("class_id", "=", False),
                ("subject_id", "=", False),
            ],
            order="id",
        )
        return {one.indicator_id: one for one in found}

    def _counted(self, indicators, period, known):
        """``{indicator: (entry, origin, passport)}`` and what could not be counted."""
        entries = self._from_classes(indicators, period)
        entries |= self._from_requests(indicators - self._keys(entries), period)
        manual = {one for one, value in known.items() if value.origin == "manual"}
        formulas = indicators.filtered(lambda one: one.formula and one not in manual)
        figures = self._figures(period, formulas) if formulas else {}
        problems = {}
        numbers = {one: value.value for one, value in known.items() if value.is_filled}
        numbers |= {
            one: one._read(entry).value
            for one, (entry, *_where) in entries.items()
            if one not in manual
        }
        counter = _Counter(self, formulas, figures, numbers, entries, problems)
        for indicator in formulas:
            counter.value_of(indicator)
        return entries, problems

    def _keys(self, entries):
        return self.env["vsoko.indicator"].browse(one.id for one in entries)

    def _figures(self, period, indicators):
        """What the formulas read, and whatever is counted along with it."""
        read = [indicator._figures_read() for indicator in indicators]
        return (
            self.env["vsoko.figure"]
            .with_context(vsoko_figures=set().union(*read))
            ._values(period.company_id, period.date_start, period.date_end)
        )

    def _from_classes(self, indicators, period):
        """Values of classes and subjects as one of the school, in one query."""
        parts = indicators.filtered(lambda one: one.scope != "school")
        groups = self._read_group(
            [
                ("indicator_id", "in", parts.ids),
                ("period_id", "=", period.id),
                ("company_id", "=", period.company_id.id),
                ("is_filled", "=", True),
                "|",
                ("class_id", "!=", False),
                ("subject_id", "!=", False),
            ],
            ["indicator_id"],
            ["numerator:sum", "denominator:sum", "value:sum", "value:avg", "__count"],
        )
        return {
            indicator: (
                self._rolled_up(indicator.unit, *sums),
                "classes",
                {"formula": self.env._("From classes and subjects"), "rows": count},
            )
            for indicator, *sums, count in groups
            if indicator.unit not in ("text", "choice", "yes_no")
        }

    def _rolled_up(self, unit, numerator, denominator, total, mean):
        """Shares by their parts, quantities added up, percents and points averaged."""
        if unit == "share":
            return write_value(numerator, unit, denominator)
        return write_value(total if unit == "number" else mean, unit)

    def _from_requests(self, indicators, period):
        """Sums of the numbers people have answered when they were asked."""
        numbers = indicators.filtered(lambda one: one.unit == "number")
        sums = self.env["vsoko.figure"]._asked_sums(
            numbers, period.company_id, period.date_start, period.date_end
        )
        return {
            indicator: (
                write_value(total, "number"),
                "request",
                {"formula": self.env._("Answers to requests"), "rows": count},
            )
            for indicator, (total, count) in sums.items()
        }

    def _put(self, entries, period, known):
        """Write the values that differ, create those that are missing."""
        now = fields.Datetime.now()
        kept = self.browse(known[one].id for one in entries if one in known)
        new = []
        for indicator, (entry, origin, passport) in entries.items():
            values = {
                "entry": entry,
                "origin": origin,
                "passport": {**passport, "cutoff": fields.Datetime.to_string(now)},
                "counted_on": now,
            }
            if indicator not in known:
                new.append(values | {"indicator_id": indicator.id})
            elif known[indicator].entry != entry:
                known[indicator].write(values)
        scope = {"period_id": period.id, "company_id": period.company_id.id}
        # The history says all that a message about the creation would
        quiet = self.with_context(tracking_disable=True)
        return kept + quiet.create([values | scope for values in new]).with_env(
            self.env
        )


class _Counter:
    """Counts formulas that read one another, each once, problems told by sentences."""

    def __init__(self, model, indicators, figures, numbers, entries, problems):
        self.model = model
        self.by_code = {}
        for indicator in indicators:
            self.by_code[indicator.framework_id.id, indicator.code] = indicator
        self.figures = figures
        self.numbers = dict(numbers)
        self.entries = entries
        self.problems = problems
        self.seen = set()

    def value_of(self, indicator):
        if indicator.formula and indicator not in self.seen:
            self.seen.add(indicator)
            self._count(indicator)
        return self.numbers.get(indicator)

    def _count(self, indicator):
        try:
            entry = self._entry(indicator)
            reading = indicator._read(entry)
        except FormulaProblem as problem:
            self.problems[indicator] = self._formula_sentence(problem)
            return
        except ValueProblem as problem:
            self.problems[indicator] = value_sentence(
                self.model.env, problem, indicator
            )
            return
        if reading.is_filled:
            self._take(indicator, entry, reading)

    def _entry(self, indicator):
        counted = indicator._count(
            self.figures, lambda code: self._by_code(indicator, code)
        )
        if counted is None:
            return ""
        return write_value(counted[0], indicator.unit, counted[1])

    def _take(self, indicator, entry, reading: Reading):
        self.numbers[indicator] = reading.value
        formula = " / ".join(filter(None, (indicator.formula, indicator.formula_total)))
        read = {name: self.figures[name] for name in sorted(indicator._figures_read())}
        passport = {"formula": formula, "figures": read}
        self.entries[indicator] = (entry, "formula", passport)

    def _by_code(self, indicator, code):
        other = self.by_code.get((indicator.framework_id.id, code))
        if other is None:
            other = next(
                (
                    one
                    for one in self.numbers
                    if one.code == code and one.framework_id == indicator.framework_id
                ),
                None,
            )
        return other and self.value_of(other)

    def _formula_sentence(self, problem):
        formula = problem.params.get("formula", "")
        return formula_sentence(self.model.env, problem, formula)
