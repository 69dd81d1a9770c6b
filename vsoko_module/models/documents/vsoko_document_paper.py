from odoo import fields, models

from ...tools.dates import BLANK_DATE, long_date, number_or_blank, short_date
from ...tools.document_words import (
    item_text,
    people_count,
    requisites,
    votes,
)
from ...tools.paragraphs import clean, lines, paragraphs
from ...tools.people import BLANK_NAME, listed_name, short_name, small_first

BLANK_ROWS = 5


class VsokoDocument(models.Model):
    """The paper as a plain dictionary: what templates get and what is frozen."""

    _inherit = "vsoko.document"

    def _paper(self):
        """Texts of the paper; of a registered one those it was registered with.

        Strings, lists and dictionaries only, every key always there; the shape is in
        ``_write_paper``.
        """
        self.ensure_one()
        frozen = self.sudo().snapshot  # sudo: the snapshot is the paper one may read
        if not frozen:
            return self._write_paper()
        return {**frozen, "mark": self._mark(), "acquaint": self._acquaint_sheet()}

    def _write_paper(self):
        control, items = self._control_text(), self._numbered_items()
        return {
            "layout": self.layout,
            "school": self._school_head(),
            "kind": clean(self.kind_id.title),
            "date": long_date(self.date),
            "number": number_or_blank(self.number or self.manual_number),
            "place": clean(self.place),
            "heading": clean(self.name),
            "mark": self._mark(),
            "preamble": self._preamble_paragraphs(),
            "command": clean(self.kind_id.command),
            "items": items,
            "control": control and f"{len(items) + 1}. {control}",
            "sections": self._sections(),
            "recommendations": self._recommendations(),
            "minutes": self._minutes_head(),
            "agenda": self._agenda(),
            "source": self._source_head(),
            "signatures": self._signatures(),
            "executor": self._executor_head(),
            "visas": self._visas(),
            "acquaint": self._acquaint_sheet(),
            "annexes": self._annexes(),
        }

    # ---- head and foot ----

    def _school_head(self):
        company = self.company_id
        line = clean(company._vsoko_requisites())
        return {**company._vsoko_head(), "requisites": line}

    def _mark(self):
        if self.state == "cancelled":
            by = self.amended_by_ids.filtered("is_cancelling")[:1]
            return f"ОТМЕНЁН: {by.display_name}" if by else "ОТМЕНЁН"
        return "" if self.state == "registered" else "ПРОЕКТ"

    def _is_of_meeting(self):
        """Signed by the chair and the secretary of a meeting."""
        return self.layout in ("minutes", "excerpt")

    def _signatures(self):
        if self._is_of_meeting():
            source = self.source_id or self
            signed = [
                ("Председатель", source.chair_id),
                ("Секретарь", source.secretary_id),
            ]
            return [self._signature(post, person) for post, person in signed]
        return [self._signature(self._signatory_post(), self.signatory_id)]

    def _signature(self, post, person):
        # sudo: the name of a colleague is on the public profile
        name = short_name(clean(person.sudo().name)) or BLANK_NAME
        return {"post": post, "name": name}

    def _signatory_post(self):
        role = self.env.ref("vsoko_module.role_director", raise_if_not_found=False)
        if role and self.kind_id.signatory_role_id == role:
            day = self.date or fields.Date.context_today(self)
            is_acting = role._is_acting(self.signatory_id, self.company_id, day)
            return "И. о. директора" if is_acting else "Директор"
        return self.signatory_id._vsoko_post() or clean(
            self.kind_id.signatory_role_id.name
        )

    def _executor_head(self):
        # sudo: name, post and phone are on the public profile of a colleague
        person = self.executor_id.sudo()
        if not person or person == self.signatory_id:
            return {"post": "", "name": "", "phone": ""}
        return {
            "post": person._vsoko_post(),
            "name": short_name(clean(person.name)),
            "phone": clean(person.work_phone),
        }

    def _visas(self):
        return [
            {
                "post": visa.employee_id._vsoko_post(),
                "name": short_name(clean(visa.employee_id.sudo().name)),
                "date": visa.date and short_date(visa.date) or "",
            }
            for visa in self.visa_ids
        ]

    def _acquaint_sheet(self):
        """Those who have ticked, with the day; an empty line for each of the rest."""
        paper = (self.kind_id.instrumental or "документом").strip()
        dates = {row.employee_id: row.date for row in self.acknowledgement_ids}
        people = self.acknowledgement_ids.employee_id or self._people_to_acquaint()
        rows = [
            {
                # sudo: the name of a colleague is on the public profile
                "name": listed_name(clean(person.sudo().name)),
                "date": short_date(dates[person]) if dates.get(person) else BLANK_DATE,
            }
            for person in people
        ]
        blank = [{"name": BLANK_NAME, "date": BLANK_DATE}] * BLANK_ROWS
        return {
            "title": f"С {paper} ознакомлены:",
            "rows": sorted(rows, key=lambda row: row["name"])
            or (blank if self.layout == "order" else []),
        }

    # ---- text ----

    def _preamble_paragraphs(self):
        part = self.paragraph_ids.filtered(lambda one: one.code == "preamble")
        return lines(part[:1].text)

    def _sections(self):
        """Sections that say something; an empty one leaves no title on the paper."""
        parts = self.paragraph_ids.filtered(
            lambda one: one.code != "preamble" and one._says_something()
        )
        return [
            {
                "code": part.code or "",
                "title": clean(part.name),
                "paragraphs": lines(part.text),
                "tables": part.tables or [],
                "charts": [part.chart] if part.chart else [],
            }
            for part in parts.sorted()
        ]

    def _numbered_items(self):
        if self.layout in ("note", "minutes", "excerpt"):
            return []
        return [
            {"number": f"{number}.", "text": f"{number}. {self._item_text(item)}"}
            for number, item in enumerate(self.item_ids.sorted(), 1)
        ]

    def _item_text(self, item):
        return item_text(
            clean(item.addressee),
            clean(item.name),
            clean(item.term_text),
            item.date_deadline or None,
        )

    def _recommendations(self):
        if self.layout != "note":
            return []
        return [
            {
                "number": f"{number}.",
                "addressee": clean(item.addressee),
                "text": clean(item.name),
                "term": clean(item.term_text)
                or (item.date_deadline and long_date(item.date_deadline))
                or "",
                "expected": clean(item.expected),
            }
            for number, item in enumerate(self.item_ids.sorted(), 1)
        ]

    def _control_text(self):
        if self.layout != "order" or self.control == "none":
            return ""
        if self.control == "self":
            return "Контроль за исполнением приказа оставляю за собой."
        person = self.control_employee_id
        words = self._people_words(person, "accusative").get(person, BLANK_NAME)
        return f"Контроль за исполнением приказа возложить на {words}."

    def _annexes(self):
        to = f"к {(self.kind_id.dative or 'документу').strip()} {self._requisites()}"
        return [
            {
                "mark": f"Приложение № {number}",
                "to": to,
                "title": clean(annex.name),
                "paragraphs": paragraphs(annex.text),
            }
            for number, annex in enumerate(self.annex_ids.sorted(), 1)
        ]

    def _requisites(self):
        number = number_or_blank(self.number or self.manual_number)
        return (
            requisites(self.date or None, number)
            if self.date
            else (f"от {BLANK_DATE} № {number}")
        )

    # ---- minutes ----

    def _minutes_head(self):
        source = self.source_id or self
        present = source.present_count
        count = f"Присутствовали: {people_count(present)}" if present else ""
        return {
            "body": clean(source.body_id.name),
            "chair": self._signature("", source.chair_id)["name"],
            "secretary": self._signature("", source.secretary_id)["name"],
            "present": self._listed(source.present_ids),
            "present_text": count,
            "absent": self._listed(source.absent_ids),
            "invited": lines(source.invited),
        }

    def _listed(self, people):
        # sudo: names of colleagues are on the public profile
        return sorted(listed_name(clean(name)) for name in people.sudo().mapped("name"))

    def _agenda(self):
        questions = self.source_agenda_ids if self.source_id else self.agenda_ids
        return [
            self._question(number, question)
            for number, question in enumerate(questions.sorted(), 1)
        ]

    def _question(self, number, question):
        decided = [
            *lines(question.decided),
            *(self._item_text(item) for item in question.item_ids.sorted()),
        ]
        return {
            "number": f"{number}.",
            "question": clean(question.name),
            "speaker": self._speaker(question.speaker_id),
            "heard": lines(question.heard),
            "spoke": lines(question.spoke),
            "decided": [
                {"number": f"{number}.{point}.", "text": f"{number}.{point}. {text}"}
                for point, text in enumerate(decided, 1)
            ],
            "vote": votes(
                question.vote_for, question.vote_against, question.vote_abstained
            ),
        }

    def _speaker(self, person):
        # sudo: the name of a colleague is on the public profile
        name = person and short_name(clean(person.sudo().name))
        post = small_first(person._vsoko_post())
        return ", ".join(filter(None, [name, post]))

    def _source_head(self):
        source = self.source_id
        return {
            "kind": clean(source.kind_id.name),
            "date": long_date(source.date) if source else "",
            "number": clean(source.number),
        }

    # ---- the same as lines of text, for editions ----

    def _plain_text(self):
        paper = self._write_paper()
        texts = [paper["heading"], *paper["preamble"], paper["command"]]
        texts += [item["text"] for item in paper["items"]] + [paper["control"]]
        for section in paper["sections"]:
            texts += [section["title"], *section["paragraphs"]]
        texts += [
            " | ".join(filter(None, list(line.values())))
            for line in paper["recommendations"]
        ]
        for question in paper["agenda"]:
            texts += [question["question"], *question["heard"], *question["spoke"]]
            texts += [line["text"] for line in question["decided"]]
        for annex in paper["annexes"]:
            texts += [annex["title"], *annex["paragraphs"]]
        return "\n".join(filter(None, texts))
