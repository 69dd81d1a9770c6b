from collections import defaultdict

from odoo import fields, models

from odoo.addons.vsoko_module.tools.measures import write_value


class VsokoSurveyWave(models.Model):
    """Counting a closed wave: shares first, then values of indicators.

    ``{question: {respondent: is the answer positive}}`` is what all is counted of.
    """

    _inherit = "vsoko.survey.wave"

    def _count(self):
        self.ensure_one()
        answers = self._answers()
        fewest = self.company_id.vsoko_anonymity
        shown = {one: who for one, who in answers.items() if len(who) >= fewest}
        by_indicator = self._by_indicator(shown)
        rows = self._question_rows(answers, shown)
        rows += self._indicator_rows(answers, by_indicator)
        before = self._before()
        for row in rows:
            self._compare(row, before)
        # sudo: results are made by counting alone, nobody writes them by hand
        self.sudo().result_ids.unlink()
        self.env["vsoko.survey.result"].sudo().create(rows)
        note = self._write_values(by_indicator)
        self.sudo().write({"note": note})

    def _answers(self):
        # sudo: whoever counts sees sums only, the answers stay with the survey's own
        # groups
        survey = self.sudo().survey_id
        questions = survey.question_ids.filtered(lambda one: one._vsoko_is_counted())
        lines = questions.env["survey.user_input.line"].search(
            [
                ("question_id", "in", questions.ids),
                ("user_input_id.vsoko_wave_id", "=", self.id),
                ("user_input_id.state", "=", "done"),
                ("user_input_id.test_entry", "=", False),
                ("user_input_id.end_datetime", "<=", self.closed_on),
                ("skipped", "=", False),
                ("answer_type", "in", ("suggestion", "scale", "numerical_box")),
            ]
        )
        answers = {one: {} for one in questions}
        for line in lines:
            question = line.question_id
            is_positive = question._vsoko_is_positive(line)
            answers[question][line.user_input_id.id] = is_positive
        return answers

    def _by_indicator(self, shown):
        """``{indicator: (positive, answered)}`` of questions that may be shown.

        A hidden question is left out of the sum, or it could be found by subtraction.
        """
        sums = defaultdict(lambda: [0, 0])
        for question, who in shown.items():
            if question.vsoko_indicator_id:
                total = sums[question.vsoko_indicator_id]
                total[0] += sum(who.values())
                total[1] += len(who)
        return sums

    def _question_rows(self, answers, shown):
        return [
            self._row(
                "question",
                {"question_id": one.id, "name": one.title, "sequence": number},
                (sum(shown[one].values()), len(shown[one])) if one in shown else None,
            )
            for number, one in enumerate(answers)
        ]

    def _indicator_rows(self, answers, sums):
        indicators = {one.vsoko_indicator_id for one in answers} - {
            self.env["vsoko.indicator"]
        }
        return [
            self._row(
                "indicator",
                {"indicator_id": one.id, "name": one.display_name},
                sums.get(one),
            )
            for one in sorted(indicators, key=lambda one: one.display_name)
        ]

    def _row(self, kind, values, counts):
        row = {"wave_id": self.id, "kind": kind, "is_hidden": not counts, **values}
        if counts:
            positive, answered = counts
            share = 100 * positive / answered
            row |= {"positive": positive, "answered": answered, "share": share}
        return row

    def _before(self):
        """Shares of the wave of this questionnaire closed before, by what is asked."""
        previous = self.search(
            [
                ("survey_id", "=", self.survey_id.id),
                ("state", "=", "closed"),
                ("closed_on", "<", self.closed_on),
                ("id", "!=", self.id),
            ],
            order="closed_on desc",
            limit=1,
        )
        seen = previous.result_ids.filtered(lambda one: not one.is_hidden)
        return {one._key(): one.share for one in seen}

    def _compare(self, row, before):
        key = row["kind"], row.get("question_id") or row.get("indicator_id")
        if key in before and not row["is_hidden"]:
            share = before[key]
            row |= {
                "has_previous": True,
                "previous_share": share,
                "change": row["share"] - share,
            }

    # ---- values of indicators ----

    def _write_values(self, sums):
        """Write the shares as values; return what has been left as it was."""
        indicators = self.env["vsoko.indicator"].browse(one.id for one in sums)
        measurements = self.env["vsoko.measurement"]
        known = measurements._known_values(indicators, self.period_id)
        kept = [one for one, was in known.items() if was.origin == "manual"]
        entries = {
            one: (self._entry(one, *sums[one]), "survey", self._passport(sums[one]))
            for one in indicators
            if one not in kept
        }
        measurements._put(entries, self.period_id, known)
        return kept and self.env._(
            "Entered by hand and left as they were: %s",
            ", ".join(one.display_name for one in kept),
        )

    def _entry(self, indicator, positive, answered):
        if indicator.unit == "share":
            return write_value(positive, "share", answered)
        if indicator.unit == "points":
            most = indicator.max_points or 100
            return write_value(most * positive / answered, "points")
        return write_value(100 * positive / answered, "percent")

    def _passport(self, counts):
        return {
            "formula": self.env._("Positive answers / all answers"),
            "rows": counts[1],
            "wave": self.name,
            "wave_id": self.id,
            "closed": fields.Datetime.to_string(self.closed_on),
        }
