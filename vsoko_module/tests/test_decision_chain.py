from odoo.exceptions import UserError, ValidationError

from .measured import MeasuredCase


class TestDecisionChain(MeasuredCase):
    """From a red figure to a confirmed effect."""

    def test_smoke(self):
        indicator = self._make_indicator("1.1", "percent")
        self._set(indicator, has_target=True, target=60)
        figure = self._measure(indicator, "52")
        self.assertEqual(figure.light, "red")
        action = figure.action_conclude()
        finding = self.env["vsoko.finding"].browse(action["res_id"])
        self.assertEqual(finding.expected, "60")
        self.assertRefused(ValidationError, "1.1", finding.with_user(self.deputy).action_agree)
