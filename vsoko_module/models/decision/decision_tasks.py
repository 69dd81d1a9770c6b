"""Kinds of tasks that decisions give."""

DECISION = "vsoko_module.mail_activity_decision"
LATE = "vsoko_module.mail_activity_decision_late"
