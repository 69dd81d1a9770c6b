"""Rows of a plan file made ready for import: found in the catalogues, with remarks."""

import hashlib
from collections import Counter
from difflib import SequenceMatcher

from ..models.plan.vsoko_procedure_term import month_key, term_dates
from ..tools.terms import heading_month, parse_term
from ..tools.words import normalise

# Two spellings of one direction differ by an ending or a typo, two directions by words.
SAME_NAME = 0.9


class Catalogues:
    """What a school knows by name, read once for all rows of a file."""

    def __init__(self, env, company):
        self.books = {
            name: env[f"vsoko.{name}"]._phrase_book(company)
            for name in ("role", "outcome", "method", "body")
        }
        phrases = env["vsoko.phrase"].search([("company_id", "=", company.id)])
        self.meanings = {phrase.key: phrase.role_ids.ids for phrase in phrases}

    def explain(self, phrases):
        """Add what the user has just said of words that no role had.

        A role to be made has no id yet: its words are known all the same.
        """
        for phrase in phrases.filtered(lambda phrase: phrase.role_ids or phrase.is_new):
            self.meanings[normalise(phrase.name)] = phrase.role_ids.ids

    def roles(self, text):
        """Ids of the roles that ``text`` names and the words that name none."""
        book = self.books["role"]
        ids, unknown = book.keys(text), []
        for words in dict.fromkeys([*book.unknown(text), *book.unclear(text)]):
            meaning = self.meanings.get(normalise(words))
            if meaning is None:
                unknown.append(words)
            else:
                ids += [role for role in meaning if role not in ids]
        return ids, unknown

    def ids(self, name, text):
        return self.books[name].keys(text)


class Directions:
    """Blocks of frameworks found by the words of a file."""

    def __init__(self, blocks):
        self.by_name = {}
        for block in blocks:
            for spelling in block._spellings():
                self.by_name.setdefault(normalise(spelling), block)

    def find(self, *names):
        """The first block that bears one of the names; none when nobody does."""
        for name in map(normalise, filter(None, names)):
            if block := self.by_name.get(name) or self._alike(name):
                return block
        return None

    def count_known(self, names):
        """How many of the (block, direction) pairs bear the name of a block."""
        return sum(
            self.find(direction, block) is not None for block, direction in names
        )

    def _alike(self, name):
        # Endings and typos of a longer name; short names must be exact
        for known, block in self.by_name.items():
            longer = max(len(known), len(name))
            if abs(len(known) - len(name)) > longer * (1 - SAME_NAME):
                continue
            if SequenceMatcher(None, known, name).ratio() >= SAME_NAME:
                self.by_name[name] = block
                return block
        return None


def best_framework(frameworks, rows):
    """The framework that knows most directions of the file; none when it knows few."""
    names = {(row.block, row.direction) for row in rows if row.block or row.direction}
    scores = {
        framework: Directions(framework.block_ids).count_known(names)
        for framework in frameworks
    }
    best = max(scores, key=scores.get, default=None)
    return best if best and scores[best] * 2 > len(names) else frameworks.browse()


def row_keys(rows):
    """A key per row: equal rows of any file of the same plan have equal keys."""
    seen = Counter()
    for row in rows:
        # An export writes the month of a line without a term into both columns
        term = row.term or row.month
        words = [row.month, term, row.block, row.direction, row.object, *row.steps]
        text = "|".join(normalise(word) for word in words)
        seen[text] += 1
        yield hashlib.sha256(f"{text}|{seen[text]}".encode()).hexdigest()


class RowReader:
    """Turns a row of a plan into values of ``vsoko.procedure`` and remarks."""

    def __init__(self, env, catalogues, directions, span, school_days):
        self.env = env
        self.catalogues = catalogues
        self.directions = directions
        self.span = span
        self.school_days = school_days

    def understand(self, row):
        """``(values, remarks, unknown roles)``; values are plain, ready for JSON."""
        roles, unknown = self.catalogues.roles(row.roles)
        term, start, end = self._dates(row)
        block = self.directions.find(row.direction, row.block)
        outcome = "\n".join(row.outcomes) or row.outcome
        values = {
            "number": row.number,
            "name": self._name(row),
            "object": row.object,
            "steps": row.steps,
            "block_id": block.id if block else False,
            "block": row.block,
            "direction": row.direction,
            "month": month_key(term.month or heading_month(row.month)),
            "term_text": row.term or row.month,
            "date_start": start and start.isoformat(),
            "date_end": end and end.isoformat(),
            "method_text": row.method,
            "method_ids": self.catalogues.ids("method", row.method),
            "role_text": row.roles,
            "role_ids": roles,
            "outcome_text": outcome,
            "outcome_ids": self.catalogues.ids("outcome", outcome),
            "body_text": row.body,
            "body_ids": self.catalogues.ids("body", f"{row.body}\n{outcome}"),
            "note": "\n".join(filter(None, (row.classes, row.note))),
        }
        return values, self._remarks(row, term, block, unknown), unknown

    def _name(self, row):
        return next(iter(row.steps), "") or row.object.partition("\n")[0]

    def _dates(self, row):
        month = heading_month(row.month)
        term = parse_term(row.term or row.month, self.span, month)
        return term, *term_dates(term, self.school_days)

    def _remarks(self, row, term, block, unknown):
        remarks = [self._problem(code, params) for code, params in row.problems]
        if hint := self.env["vsoko.procedure"]._term_sentence(term):
            remarks.append(f"{hint} («{row.term or row.month}»)")
        if (row.direction or row.block) and not block:
            remarks.append(
                self.env._(
                    "The direction «%s» is in no framework of the school.",
                    row.direction or row.block,
                )
            )
        if not row.roles:
            remarks.append(self.env._("Nobody is responsible."))
        remarks += [self.env._("Unknown role: «%s».", words) for words in unknown]
        return remarks

    def _problem(self, code, params):
        return self.env["vsoko.import"]._row_problem(code, params)
