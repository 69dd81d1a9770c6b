"""What a row of the folder says and what it advises.

Keys are «stage.reason»; all acts say the same by the reason alone.
"""

from odoo.tools import LazyTranslate

_lt = LazyTranslate(__name__)

IN_PLACE = _lt("In place"), ""
SIGN = _lt("Let the director approve and register it.")
UNJUDGED = _lt("The effect has not been judged")

SCHOOL = {
    "schedule.part": (
        _lt("Lines of approved plans with dates: %(done)s of %(whole)s"),
        _lt("Give dates to the lines that have none."),
    ),
    "schedule.none": (
        _lt("There is no schedule yet"),
        _lt("It comes with the plan: approve the plan first."),
    ),
    "data.part": (
        _lt("Figures submitted: %(done)s of %(whole)s"),
        _lt("Submit the figures that are still being entered."),
    ),
    "data.none": (
        _lt("There are no figures of the year"),
        _lt("Enter the values of the indicators."),
    ),
    "note.part": (
        _lt("Finished procedures with their note: %(done)s of %(whole)s"),
        _lt("Write and register the notes that the plan asks for."),
    ),
    "note.waiting": (_lt("No finished procedure asks for a note yet"), ""),
    "cause.part": (
        _lt("Red figures with a conclusion: %(done)s of %(whole)s"),
        _lt("Press «Conclusion» at the red figure and say why it is so."),
    ),
    "cause.none": (
        _lt("Nothing has been concluded from the data of the year"),
        _lt("Write the first conclusion: a deficit or a good practice."),
    ),
    "cause.met": (_lt("Conclusions have been drawn"), ""),
    "cause.waiting": (_lt("There is nothing to conclude yet"), ""),
}
PROBLEM = {
    "data.missing": (
        _lt("It is not said where the figure comes from"),
        _lt("Name the procedure or the figure of an indicator."),
    ),
    "note.missing": (
        _lt("There is no note"),
        _lt("Write the note of the procedure and register it."),
    ),
    "note.unfinished": (_lt("The note is not registered"), SIGN),
    "cause.missing": (
        _lt("The cause is not named"),
        _lt("Say in the conclusion why it is so."),
    ),
    "decision.missing": (
        _lt("Nothing has been decided"),
        _lt("Press «Take a decision» in the conclusion."),
    ),
    "decision.unfinished": (
        _lt("The decision is not adopted, or lacks a person or a term"),
        _lt("Say who does it by when and adopt it."),
    ),
    "order.missing": (
        _lt("There is no order"),
        _lt("Make an order with an item about it and register it."),
    ),
    "order.unfinished": (_lt("The order is not registered"), SIGN),
    "recheck.missing": (
        _lt("No repeat control is planned"),
        _lt("Put the repeat control of the conclusion into the plan."),
    ),
    "recheck.late": (
        _lt("The repeat control is overdue since %(day)s"),
        _lt("Carry it out and mark it as done."),
    ),
    "effect.missing": (
        UNJUDGED,
        _lt("Press «Check the effect» in the decision."),
    ),
    "effect.unfinished": (UNJUDGED, _lt("Enter the figure after and judge it.")),
    "effect.waiting": (_lt("Not due yet, repeat control: %(day)s"), ""),
}
ACT = {
    "met": IN_PLACE,
    "missing": (
        _lt("Not found"),
        _lt("Make it, or name your paper in the card of the act."),
    ),
    "unfinished": (_lt("Begun but not approved"), SIGN),
}
