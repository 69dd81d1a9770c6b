import difflib

from odoo import api, models

from ..tools.word_marks import mark_names, part_names


class VsokoDocumentTemplate(models.Model):
    """What is said of a template that is not taken."""

    _inherit = "vsoko.document.template"

    @api.model
    def _sentence(self, problem):
        """Why a template is not taken, in the words of who has drawn it."""
        detail = problem.detail
        sentences = {
            "not_odt": self.env._(
                "This is no template: save it in LibreOffice as ODT or in Word as DOCX."
            ),
            "not_docx": self.env._(
                "The Word file cannot be read: open it in Word, save it anew as DOCX "
                "and upload it again. LibreOffice has to be on the server."
            ),
            "too_large": self.env._("The template is too large: take out pictures."),
            "active": self.env._(
                "The template holds something that runs or is embedded («%s»): macros, "
                "objects and forms are not taken.",
                detail,
            ),
            "outside": self.env._(
                "The template fetches «%s» from outside: put the picture into it.",
                detail,
            ),
            "code": self.env._(
                "«%s» is a program, not a field: only fields of the paper, conditions "
                "and repetitions are taken.",
                detail,
            ),
            "not_opened": self.env._("«%s» closes what was not opened.", detail),
            "not_closed": self.env._(
                "«%(name)s» is not closed: put /%(name)s after it.", name=detail
            ),
            "not_text": self.env._(
                "«%(name)s» is a list: repeat it by «for» and print its parts.",
                name=detail,
            ),
            "not_list": self.env._(
                "«%(name)s» is no list: only lists are repeated by «for».", name=detail
            ),
            "part_alone": self.env._(
                "The mark «%s» stands for a whole part of the paper: put it in a "
                "paragraph of its own, outside lists.",
                detail,
            ),
            "lost": self.env._(
                "Papers printed by this template would lose what they are for: put the "
                "mark «{{%s}}» where it is to stand.",
                detail,
            ),
            "two_lists": self.env._(
                "Marks of different lists stand in one paragraph or row: %s.", detail
            ),
        }
        if problem.code == "unknown_mark":
            return self._unknown_mark_sentence(detail)
        if problem.code == "unknown_field":
            return self._unknown_field_sentence(problem)
        return sentences.get(problem.code) or self.env._(
            "There is a mistake in the template near «%s».", detail
        )

    def _unknown_field_sentence(self, problem):
        if problem.near:
            return self.env._(
                "The template asks for a field that papers have not: «%(name)s». "
                "Perhaps «%(near)s»?",
                name=problem.detail,
                near=problem.near,
            )
        return self.env._(
            "The template asks for a field that papers have not: «%s».", problem.detail
        )

    def _unknown_mark_sentence(self, name):
        known = [mark.strip("{}") for mark in (*mark_names(), *part_names())]
        near = difflib.get_close_matches(name, known, n=1)
        if near:
            return self.env._(
                "The mark «%(name)s» is unknown: perhaps «%(near)s»?",
                name=name,
                near=near[0],
            )
        return self.env._(
            "The mark «%(name)s» is unknown. One may write: %(known)s.",
            name=name,
            known=", ".join(known),
        )
