"""Rows of a file of decisions made ready for import: values and remarks."""

import hashlib
from collections import Counter

from odoo import fields

from ..models.plan.vsoko_procedure_term import term_dates
from ..tools.class_list import ClassListError, parse_classes
from ..tools.decision_words import start_year
from ..tools.meeting_words import split_protocol, when
from ..tools.people_names import looks_like_pupil
from ..tools.roles import PhraseBook
from ..tools.stale_years import stale_years
from ..tools.terms import parse_term
from ..tools.words import normalise
from .decision_people import ResponsibleReader


def digest(*words):
    text = "|".join(normalise(str(word or "")) for word in words)
    return hashlib.sha256(text.encode()).hexdigest()


def meeting_key(year, body, found, date_text):
    """Equal for the same meeting however its day is written."""
    days = (found.first, found.last) if found.first else (date_text,)
    return digest("meeting", year, body, *days)


def one_line(text):
    """A narrow cell: «Сентябрь-октябрь» over «2023г»."""
    return " ".join((text or "").split())


def listed(text):
    """People named one under another become a list with commas."""
    lines = (line.strip().rstrip(",;") for line in (text or "").splitlines())
    return ", ".join(filter(None, lines))


class DecisionLines:
    """Turns rows of a file into values of meetings, decisions and measures."""

    def __init__(self, wizard, catalogues):
        self.env = wizard.env
        self.wizard = wizard
        self.catalogues = catalogues
        self.start_year = wizard.start_year
        self.span, self.school_days = wizard._days_of_year()
        self.shift_rule = wizard.company_id.vsoko_shift_rule or "before"
        self.today = fields.Date.context_today(wizard)
        self.people = ResponsibleReader(self.env, wizard.company_id, catalogues)
        self.meetings = {}
        self.seen = Counter()

    # ---- meetings ----

    def meeting(self, meeting):
        """Values of a meeting, the same for each of its decisions."""
        place = (meeting.table_name, meeting.row)
        if place not in self.meetings:
            self.meetings[place] = self._read_meeting(meeting)
        return self.meetings[place]

    def _read_meeting(self, meeting):
        body, minutes = split_protocol(one_line(meeting.body))
        date_text = one_line(meeting.date) or minutes
        found = when(date_text, self.span)
        known = self.catalogues.ids("body", body)[:1]
        is_ahead = bool(found.first and found.first > self.today)
        return {
            "key": meeting_key(self.start_year, body, found, date_text),
            "body_id": known[0] if known else False,
            "body": body,
            "date_text": date_text,
            "number": found.number or when(minutes, self.span).number,
            "date": found.day and found.day.isoformat(),
            "first": found.first and found.first.isoformat(),
            "last": found.last and found.last.isoformat(),
            "hint": found.hint,
            "is_ahead": is_ahead,
            # One without a date waits for it: what is held stays as it is
            "is_held": bool(date_text) and not is_ahead,
        }

    def _meeting_remarks(self, meeting, values):
        if not values["body_id"]:
            yield self.env._(
                "The body «%s» is in no list of the school: it will be added.",
                values["body"],
            )
        if values["hint"] == "empty":
            yield self.env._(
                "The date of the meeting is not named: write it in, then the meeting "
                "can be marked as held."
            )
        elif values["hint"]:
            yield self.env._(
                "The date of the meeting is not understood or is of another year: "
                "«%s».",
                values["date_text"],
            )

    # ---- decisions ----

    def decision(self, row):
        """``(values, remarks, unknown roles)``; values are plain, ready for JSON."""
        meeting = self.meeting(row.meeting) if row.meeting else None
        term_text, role_text = one_line(row.term), row.role
        term = parse_term(term_text, self.span)
        _start, end = term_dates(term, self.school_days, self.shift_rule)
        day = self._day(meeting, end)
        found = self.people.find(role_text, day)
        values = {
            "what": "decision",
            "meeting": meeting,
            "name": row.name,
            "term_text": term_text,
            "date_deadline": end and end.isoformat(),
            "role_text": role_text,
            "day": day.isoformat(),
            "key": self._key(meeting and meeting["key"], row.name),
        }
        stops = list(self._stops(values, term))
        values["is_blocked"] = bool(stops)
        values["is_ready"] = not stops and bool(found.employee_ids)
        remarks = [*stops, *self._decision_remarks(row, meeting, term_text)]
        if end and (hint := self._term_hint(term, term_text)):
            remarks.append(hint)
        remarks += self._role_remarks(found)
        return values, remarks, found.unknown

    def _day(self, meeting, deadline):
        """On what day people hold their roles: of the meeting, as far as it is known.

        Of a month, its last day: people are appointed by the first of September.
        """
        last = meeting and (meeting["date"] or meeting["last"])
        return fields.Date.to_date(last) or deadline or self.today

    def _key(self, *words):
        """The same words twice in a file are two decisions."""
        text = digest(self.start_year, *words)
        self.seen[text] += 1
        return digest(text, self.seen[text])

    def _stops(self, values, term):
        """Why the decision cannot be adopted as it stands and stays a project."""
        meeting, end = values["meeting"], values["date_deadline"]
        if not values["term_text"]:
            yield self.env._("No term.")
        elif not end:
            yield self._term_hint(term, values["term_text"])
        if not values["role_text"]:
            yield self.env._("No responsible person.")
        if not meeting:
            yield self.env._("No meeting is named above this row.")
            return
        if meeting["is_ahead"]:
            yield self.env._("The meeting is still ahead.")
        if end and meeting["first"] and end < meeting["first"]:
            yield self.env._(
                "The term «%(term)s» is before the meeting «%(meeting)s».",
                term=values["term_text"],
                meeting=meeting["date_text"],
            )

    def _term_hint(self, term, text):
        hint = self.env["vsoko.procedure"]._term_sentence(term)
        return f"{hint} («{text}»)" if hint else ""

    def _decision_remarks(self, row, meeting, term_text):
        if row.meeting and row.meeting.row == row.row:
            yield from self._meeting_remarks(row.meeting, meeting)
        yield from self._year_remarks(f"{row.name}\n{term_text}")
        sentences = {
            "shared": self.env._(
                "Several decisions stand in one cell: term and people are of them all."
            ),
            "shifted": self.env._(
                "The row is shifted by a column: check the term and the people."
            ),
            "joined": self.env._("The row below has been joined to this one."),
        }
        yield from (sentences[code] for code in row.problems if code in sentences)

    def _year_remarks(self, text):
        for year in stale_years(text, self.start_year):
            yield self.env._("The year %s is older than the school year.", year)

    def _role_remarks(self, found):
        for words in found.unknown:
            yield self.env._("Unknown role: «%s».", words)
        for name in found.vacant:
            yield self.env._("Nobody held the role «%s» on that day.", name)

    # ---- measures ----

    def measure(self, row):
        term_text = one_line(row.term)
        year = start_year(row.year) or self.start_year
        found = self.people.find(row.teacher, self.span.study_end)
        pupil = "" if looks_like_pupil(row.pupil) else one_line(row.pupil)
        values = {
            "what": "measure",
            "name": row.name,
            "start_year": year,
            "term_text": term_text,
            "class_text": listed(row.classes),
            "pupil_code": pupil,
            "subject_text": listed(row.subjects),
            "subject_ids": self._subjects().keys(row.subjects),
            "role_text": row.teacher,
            "result": row.result,
            "day": self.span.study_end.isoformat(),
            "key": self._key(
                "measure", year, row.name, row.classes, row.subjects, pupil
            ),
        }
        remarks = list(self._year_remarks(f"{row.year}\n{row.name}\n{term_text}"))
        if not row.teacher:
            remarks.append(self.env._("Nobody is responsible."))
        if row.pupil and not pupil:
            remarks.append(
                self.env._(
                    "A pupil is called by name: it is not loaded, write the code."
                )
            )
        remarks += self._role_remarks(found)
        return values, remarks, found.unknown

    def _subjects(self):
        if not hasattr(self, "_subject_book"):
            subjects = self.env["vsoko.subject"].search(
                [("company_id", "in", [False, self.wizard.company_id.id])]
            )
            self._subject_book = PhraseBook(
                {one.id: filter(None, (one.name, one.short_name)) for one in subjects}
            )
        return self._subject_book


def classes_of(year, text):
    """The classes of a year that the words name; words that name none give none."""
    try:
        wanted = set(parse_classes(text or ""))
    except ClassListError:
        return year.class_ids.browse()
    whole = {parallel for parallel, letter in wanted if not letter}
    return year.class_ids.filtered(
        lambda one: one.parallel in whole or (one.parallel, one.letter) in wanted
    )
