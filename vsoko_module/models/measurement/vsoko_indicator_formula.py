from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...tools.formulas import FormulaProblem, Missing, evaluate, parse
from .measure_sentences import formula_sentence

FORMULAS = ("formula", "formula_total")


class VsokoIndicator(models.Model):
    """Formulas: checked when they are written, counted from the figures of a school."""

    _inherit = "vsoko.indicator"

    is_manual = fields.Boolean(
        string="Entered by hand",
        compute="_compute_is_manual",
        help="The records of the system do not hold what the indicator needs.",
    )
    formula_help = fields.Text(string="Figures", compute="_compute_formula_help")

    @api.depends("formula", "scope")
    def _compute_is_manual(self):
        for indicator in self:
            indicator.is_manual = not indicator.formula

    @api.depends_context("uid", "lang")
    def _compute_formula_help(self):
        catalogue = self.env["vsoko.figure"]._countable()
        self.formula_help = "\n".join(
            f"{code} – {name}" for code, name in sorted(catalogue.items())
        )

    @api.constrains("formula", "formula_total", "unit", "criterion_id", "code")
    def _check_formula(self):
        known = self.env["vsoko.figure"]._countable()
        for indicator in self.filtered("formula"):
            for name in FORMULAS:
                indicator._check_one_formula(indicator[name], known)
            if (indicator.unit == "share") != bool(indicator.formula_total):
                raise ValidationError(
                    self.env._(
                        "%s: a share needs two formulas, who is counted and out of "
                        "whom; any other unit needs one.",
                        indicator.display_name,
                    )
                )

    def _check_one_formula(self, formula, known):
        if not formula:
            return
        try:
            names, codes = parse(formula)
            self._check_names(names, codes, known)
        except FormulaProblem as problem:
            sentence = formula_sentence(self.env, problem, formula)
            sentence = f"{self.display_name}. {sentence}"
            raise ValidationError(sentence) from problem

    def _check_names(self, names, codes, known):
        for name in sorted(names - known.keys()):
            raise FormulaProblem("name", name=name)
        siblings = self._siblings()
        for code in sorted(codes):
            if code not in siblings:
                raise FormulaProblem("no_indicator", name=code)
            if self in siblings[code]._leads_to(siblings):
                raise FormulaProblem("circle", name=code)

    def _siblings(self):
        """``{code: indicator}`` of the framework: formulas refer to each other here."""
        family = self.search(
            [("framework_id", "=", self.framework_id.id), ("code", "!=", False)]
        )
        return {one.code: one for one in family}

    def _leads_to(self, siblings, seen=None):
        """The indicator and all that its formulas read, directly or not."""
        seen = seen if seen is not None else self.browse()
        if self in seen:
            return seen
        seen |= self
        for code in self._codes_read():
            if code in siblings:
                seen = siblings[code]._leads_to(siblings, seen)
        return seen

    def _codes_read(self):
        return set().union(*(codes for _names, codes in self._parsed()))

    def _figures_read(self):
        return set().union(*(names for names, _codes in self._parsed()))

    def _parsed(self):
        """Figures and codes that each of the formulas reads."""
        return [parse(text) for text in (self.formula, self.formula_total) if text]

    def _count(self, figures, value_of):
        """``(value, total or None)`` by the formulas; None when a figure is unknown.

        ``FormulaProblem`` carries the formula that cannot be counted.
        """
        counted = []
        for formula in filter(None, (self.formula, self.formula_total)):
            try:
                counted.append(evaluate(formula, figures, value_of))
            except Missing:
                return None
            except FormulaProblem as problem:
                problem.params["formula"] = formula
                raise
        return counted[0], counted[1] if len(counted) > 1 else None
