"""Rows of a filled form judged one by one: what they say, what is wrong with them."""

from ..tools.russian import number
from .indicator_values import IndicatorValues, RowProblem, digits_of, written


class IndicatorRows(IndicatorValues):
    """Lines of the preview, each ok, with remarks or refused."""

    def __init__(self, wizard, rows):
        super().__init__(wizard, rows)
        self.seen = set()

    # ---- one row ----

    def line(self, row):
        """Values of the line that shows how the row was understood."""
        line = {"table_name": row.sheet, "row": row.row, "name": row.code}
        try:
            return line | self._understood(row)
        except RowProblem as problem:
            name, sentence = problem.args
            return line | {
                "state": "error",
                "values": {},
                "message": self._located(row, name, sentence),
            }

    def _located(self, row, name, sentence):
        return self.env._(
            "Sheet «%(sheet)s», row %(row)s, column %(column)s: %(problem)s",
            sheet=row.sheet,
            row=row.row,
            column=row.columns.get(name, "A"),
            problem=sentence,
        )

    def _understood(self, row):
        indicator = self._indicator(row)
        self._refuse_formulas(row)
        place = row.key or (indicator.id, 0, 0)
        self._refuse_twice(place)
        entry, reading = self._entry(row, indicator)
        values = self._prepare(row, entry, reading)
        known = self.known.get(place)
        changes = self._changes(known, values)
        remarks = self._remarks(row, indicator, place, reading, known, changes)
        return {
            "name": indicator.display_name,
            "term": entry,
            "state": "warning" if remarks else "ok",
            "message": "\n".join(self._located(row, "value", one) for one in remarks),
            "values": {"place": list(place), "changes": changes},
        }

    def _indicator(self, row):
        if row.is_moved:
            raise RowProblem("code", self._moved_sentence(row))
        if row.key:
            found = self.indicators.get(row.key[0])
            if found is None or not self._place_is_there(row.key):
                raise RowProblem("code", self._unknown_sentence(row))
            return found
        found = self.by_code.get(row.code, [])
        if len(found) != 1:
            raise RowProblem("code", self._unknown_sentence(row, found))
        return found[0]

    def _place_is_there(self, key):
        classes, subjects = self.places
        return key[1] in classes and key[2] in subjects

    def _moved_sentence(self, row):
        return self.env._(
            "the row of the indicator %s is no more where the form had it. Make a "
            "blank form anew and copy the figures without sorting its rows.",
            row.code,
        )

    def _unknown_sentence(self, row, several=()):
        if several:
            return self.env._(
                "several indicators have the code «%s»: give them different codes.",
                row.code,
            )
        return self.env._(
            "«%(framework)s» has no indicator «%(code)s» here. Look up its code on the "
            "card of the framework or make a blank form anew.",
            framework=self.wizard.framework_id.display_name,
            code=row.code,
        )

    def _refuse_formulas(self, row):
        for name in row.formulas:
            raise RowProblem(
                name,
                self.env._(
                    "there is a formula in the cell %(cell)s where a number is needed: "
                    "write the number itself.",
                    cell=f"{row.columns[name]}{row.row}",
                ),
            )

    def _refuse_twice(self, place):
        if place in self.seen:
            raise RowProblem(
                "code",
                self.env._("the indicator is already above: leave one row of it."),
            )
        self.seen.add(place)

    # ---- compared ----

    def _changes(self, known, values):
        """What the row says otherwise; an empty cell never wipes out a figure."""
        if not known:
            return values
        now = {
            "entry": self._same_entry(known, values.get("entry")),
            "comment": known.comment,
            "cause_id": known.cause_id.id,
        }
        return {name: one for name, one in values.items() if now[name] != one}

    def _same_entry(self, known, entry):
        """The entry there is, as the form would say it when it means the same."""
        kept = written(known._reading(), known.unit)
        numbers = known.unit not in ("text", "choice", "yes_no")
        same = numbers and entry and kept and digits_of(kept) == digits_of(entry)
        return entry if same else kept

    def _remarks(self, row, indicator, place, reading, known, changes):
        remarks = []
        if not changes:
            return [self.env._("the figure is already so: nothing changes.")]
        if known and known.origin == "manual" and known.entry and "entry" in changes:
            remarks.append(
                self.env._(
                    "by hand «%(old)s» was entered, the form says «%(new)s»: the form "
                    "will replace it.",
                    old=known.value_text,
                    new=changes["entry"],
                )
            )
        return remarks + self._jump(indicator, place, reading)

    def _jump(self, indicator, place, reading):
        before, limit = self.before.get(place), self.wizard.jump_percent
        counted = indicator.unit in ("number", "percent", "share", "points")
        if not (
            before and before.is_filled and reading.is_filled and counted and limit
        ):
            return []
        if abs(reading.value - before.value) <= abs(before.value) * limit / 100:
            return []
        return [
            self.env._(
                "%(old)s in the period before, %(new)s now: check it.",
                old=before.value_text,
                new=number(reading.value, 2),
            )
        ]
