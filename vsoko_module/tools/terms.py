"""Terms as people write them: «октябрь–декабрь 2023г», «до 20 апреля».

A school writes when a thing is done in its own words and those words are printed; here
they become the first day, the last day and how often. What is not understood gets no
dates and a hint, never an error: a plan must not stop because of one cell.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from .term_dates import (
    NoPeriods,
    Span,
    YearSpan,
    has_day,
    months_between,
    part_span,
    token_span,
)
from .term_words import Token, read_heading, read_tokens

__all__ = ["Term", "YearSpan", "heading_month", "parse_term", "shift_years"]

LINKS, DATED, EXPLICIT, WHOLE_YEARS = "FBTC", "DMPVYSW", "DMPV", "YSW"
RANGE = ("T", "B")


# What of a text is moved to another year: requisites of norms («от 29.12.2012 № 273»)
# and numbers of sanitary rules keep theirs.
REQUISITE = r"(?!\s?(?:г\.?|года)?\s*(?:№|N\s?\d))"
MOVED = re.compile(
    rf"(?<![\d.])(?P<day>\d{{1,2}}\.\d{{1,2}}\.)(?P<full>20\d\d)(?!\d){REQUISITE}"
    r"|(?<![\d.])(?P<date>(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])\.)(?P<short>\d\d)"
    rf"(?![\d]|\.\d){REQUISITE}"
    r"|(?<![\d.\-№])(?<!№ )(?P<first>20\d\d)(?P<dash>\s?[-\u2010-\u2015/]\s?)"
    rf"(?P<second>(?:20)?\d\d)(?![\d-]){REQUISITE}"
    rf"|(?<![\d.\-№])(?<!№ )(?P<single>20\d\d)(?!\d){REQUISITE}"
)


@dataclass(frozen=True)
class Term:
    """What the words of a term were understood as.

    `repetition` is none, daily, weekly, monthly, quarterly, period, yearly or
    as_needed; `period` says which one it goes by: quarter, trimester or half_year.
    `months` are the calendar months named, `month` the only one of them.
    `exact` is set when the author named days.
    `known` is False when the words say nothing. `hint` tells what to look at: unknown,
    empty, partly (some words were left out), no_periods (the year has no such period),
    stale_year (a date of another year), no_such_day («31 ноября» became the 30th).
    """

    start: date | None = None
    end: date | None = None
    repetition: str = "none"
    month: int | None = None
    exact: bool = False
    known: bool = True
    hint: str = ""
    months: tuple[int, ...] = ()
    period: str = ""


UNKNOWN = Term(known=False, hint="unknown")
EMPTY = Term(known=False, hint="empty")


@dataclass(frozen=True)
class Piece:
    """A word with days behind it, the link before it and the parts named beside it."""

    token: Token
    link: str = ""
    parts: tuple[Token, ...] = ()


def parse_term(text: str, year: YearSpan, month: int | None = None) -> Term:
    """The days a term means in a school year; `month` is the heading it stands under.

    >>> year = YearSpan(2023, date(2023, 9, 1), date(2024, 5, 24))
    >>> term = parse_term("Октябрь-декабрь 2023г", year)
    >>> term.start.isoformat(), term.end.isoformat(), term.months
    ('2023-10-01', '2023-12-31', (10, 11, 12))
    >>> parse_term("до 20 апреля", year).end.isoformat()
    '2024-04-20'
    >>> parse_term("ежемесячно", year).repetition
    'monthly'
    >>> parse_term("когда выпадет снег", year).hint
    'unknown'
    """
    tokens = read_tokens(text)
    repetition = _repetition(tokens)
    try:
        term = _dated_term(tokens, year, month) or _undated_term(tokens, year, month)
    except NoPeriods:
        term = Term(hint="no_periods")
    except (ValueError, OverflowError):
        term = UNKNOWN
    return replace(term, **repetition) if term.known else term


def heading_month(text: str) -> int | None:
    """Number of the month when a row of a plan says nothing but a month.

    >>> heading_month("СЕНТЯБРЬ 2023 г."), heading_month("О к т я б р ь")
    (9, 10)
    >>> heading_month("Октябрь-декабрь"), heading_month("10 мая")
    (None, None)
    """
    return read_heading(text)


def shift_years(text: str, delta: int) -> str:
    """The same text about another year; everything but the years stays as it was.

    >>> shift_years("План на 2023/24 уч. год, до 10.06.2024", 2)
    'План на 2025/26 уч. год, до 10.06.2026'
    >>> shift_years("СанПиН 1.2.3685-21, приказ от 31.05.2021 № 287", 2)
    'СанПиН 1.2.3685-21, приказ от 31.05.2021 № 287'
    """
    return MOVED.sub(lambda found: _moved(found, delta), text)


def _moved(found: re.Match[str], delta: int) -> str:
    if found["single"]:
        return str(int(found["single"]) + delta)
    if found["full"]:
        return found["day"] + str(int(found["full"]) + delta)
    if found["short"]:
        return found["date"] + f"{(int(found['short']) + delta) % 100:02}"
    return _moved_pair(found, delta)


def _moved_pair(found: re.Match[str], delta: int) -> str:
    """«2023/24» and «2023–2024» move together; in «2023-10» the second is a month."""
    first, second = found["first"], found["second"]
    if len(second) == 4:
        second = str(int(second) + delta)
    elif (int(first) + 1) % 100 == int(second):
        second = f"{(int(second) + delta) % 100:02}"
    return str(int(first) + delta) + found["dash"] + second


def _repetition(tokens: list[Token]) -> dict[str, str]:
    names = [token.name for token in tokens if token.kind == "R"]
    kind, _colon, period = names[0].partition(":") if names else ("none", "", "")
    return {"repetition": kind, "period": period}


def _undated_term(tokens: list[Token], year: YearSpan, month: int | None) -> Term:
    """No day, month or period is named: the heading or the whole year stands for it."""
    kinds = {token.kind for token in tokens}
    if kinds <= set(LINKS) and not month:
        return EMPTY
    if not kinds <= set(LINKS) and "R" not in kinds:
        return UNKNOWN
    hint = "partly" if "U" in kinds else ""
    if not month:
        return Term(year.study_start, year.study_end, hint=hint)
    return Term(*year.month(month), month=month, months=(month,), hint=hint)


def _dated_term(tokens: list[Token], year: YearSpan, month: int | None) -> Term | None:
    pieces = _pieces(tokens, month)
    if not pieces:
        return None
    named_year = _named_year(tokens, year)
    named = _with_years(pieces, named_year)
    spans = _spans(named, named_year, month)
    if not any(token.year for token in tokens):
        spans = _clipped(spans, year.window)
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    if start > end:
        return UNKNOWN
    months = _months(named, spans)
    return Term(
        start,
        end,
        month=months[0] if len(months) == 1 else None,
        months=months,
        exact=all(piece.token.kind == "D" for piece in named),
        hint=_hint(tokens, named, (start, end), year),
    )


def _clipped(spans: list[Span], window: Span) -> list[Span]:
    """«январь–декабрь» without a year speaks of this school year and no further."""
    return [(max(start, window[0]), min(end, window[1])) for start, end in spans]


def _named_year(tokens: list[Token], year: YearSpan) -> YearSpan:
    named = [token.year for token in tokens if token.kind == "S"]
    return year.moved(named[0]) if named else year


def _pieces(tokens: list[Token], month: int | None) -> list[Piece]:
    pieces, link, parts = [], "", ()
    for token in _place_days(tokens, month):
        if token.kind in LINKS:
            link = token.kind
        elif token.kind == "H":
            parts += (token,)
        elif token.kind in DATED:
            pieces.append(Piece(token, link, parts))
            link, parts = "", ()
    if parts:
        # «октябрь, первая неделя»: a part named last belongs to what stands before it.
        before = [pieces.pop()] if pieces else _heading_piece(link, month)
        pieces += [replace(piece, parts=piece.parts + parts) for piece in before]
    return _without_whole_years(pieces)


def _heading_piece(link: str, month: int | None) -> list[Piece]:
    return [Piece(Token("M", month=month), link)] if month else []


def _without_whole_years(pieces: list[Piece]) -> list[Piece]:
    """Beside a month «учебного года» only repeats which year the plan is for."""
    if not any(piece.token.kind in EXPLICIT for piece in pieces):
        return pieces
    return [p for p in pieces if p.token.kind in EXPLICIT or p.parts]


def _place_days(tokens: list[Token], month: int | None) -> list[Token]:
    """Bare days get the month beside them («10–15 октября») or that of the heading."""
    kinds = {token.kind for token in tokens}
    if "U" in kinds:
        # «в течение 3 дней» is not the 3rd of a month.
        tokens = [token for token in tokens if token.kind != "N"]
    homes = {n: _home(tokens, n) for n, t in enumerate(tokens) if t.kind == "N"}
    # «октябрь 10, 15» is about two days; «октябрь, до 15» keeps its month as a start.
    spent = {home for n, home in homes.items() if tokens[n - 1].kind != "B"}
    heading = Token("M", month=month) if month else None
    placed = []
    for place, token in enumerate(tokens):
        if token.kind == "N":
            home = homes[place]
            beside = heading if home is None else tokens[home]
            placed += _day_beside(token, beside, repeated="R" in kinds)
        elif token.kind != "M" or place not in spent:
            placed.append(token)
    return placed


def _day_beside(token: Token, home: Token | None, repeated: bool) -> list[Token]:
    if home:
        return [token._replace(kind="D", month=home.month, year=home.year)]
    if repeated:
        # «до 5 числа каждого месяца» has no month of its own.
        return []
    raise ValueError("a day without a month")


def _home(tokens: list[Token], place: int) -> int | None:
    """Where the month of a bare day stands: just before it, ahead, or further back."""
    before, after = range(place - 1, -1, -1), range(place + 1, len(tokens))
    if place and tokens[place - 1].kind == "M":
        return place - 1
    return _first_dated(tokens, after, "NTC") or _first_dated(tokens, before, "NTCBF")


def _first_dated(tokens: list[Token], places: range, skipped: str) -> int | None:
    for place in places:
        if tokens[place].kind not in skipped:
            return place if tokens[place].kind in "DM" else None
    return None


def _with_years(pieces: list[Piece], year: YearSpan) -> list[Piece]:
    """Every day and month gets its year: named, or by the neighbour that has one."""
    places = [n for n, piece in enumerate(pieces) if piece.token.kind in "DM"]
    dated = [pieces[place] for place in places]
    years = [piece.token.year for piece in dated]
    found = (
        _years_by_neighbour(dated, years) if any(years) else _years_by_plan(dated, year)
    )
    result = list(pieces)
    for place, value in zip(places, found, strict=True):
        piece = pieces[place]
        result[place] = replace(piece, token=piece.token._replace(year=value))
    return result


def _years_by_neighbour(
    dated: list[Piece], years: list[int | None]
) -> list[int | None]:
    months = [piece.token.month for piece in dated]
    for n in range(1, len(years)):
        if years[n] is None and years[n - 1] is not None:
            years[n] = years[n - 1] + (months[n] < months[n - 1])
    for n in range(len(years) - 2, -1, -1):
        if years[n] is None:
            years[n] = years[n + 1] - (months[n] > months[n + 1])
    return years


def _years_by_plan(dated: list[Piece], year: YearSpan) -> list[int]:
    """«июнь–август» goes on into the second summer, «сентябрь, май» does not."""
    years: list[int] = []
    for n, piece in enumerate(dated):
        month = piece.token.month
        before = dated[n - 1].token.month if n else 0
        follows = n and (piece.link in RANGE or month == before % 12 + 1)
        following = years[-1] + (month < before) if follows else None
        years.append(following or year.calendar_year(month))
    return years


def _spans(pieces: list[Piece], year: YearSpan, month: int | None) -> list[Span]:
    spans: list[Span] = []
    for piece in pieces:
        start, end = _piece_span(piece, year)
        if piece.link in RANGE and spans:
            spans[-1] = (spans[-1][0], end)
        elif piece.link == "B":
            spans.append(_deadline(piece, (start, end), year, month))
        else:
            spans.append((start, end))
    if pieces[-1].link == "F":
        # «с 10 октября» has no other end than that of lessons.
        spans[-1] = (spans[-1][0], max(spans[-1][1], year.study_end))
    return spans


def _piece_span(piece: Piece, year: YearSpan) -> Span:
    span = token_span(piece.token, year)
    for part in piece.parts:
        span = part_span(span, part)
    return span


def _deadline(piece: Piece, span: Span, year: YearSpan, month: int | None) -> Span:
    """«до 20 апреля» is that day, «к октябрю» is the first of it.

    Under the heading of a month the work starts with that month.
    """
    last = piece.parts[-1].name != "begin" if piece.parts else False
    day = span[1] if last or piece.token.kind == "D" else span[0]
    start = year.month(month)[0] if month else day
    return min(start, day), day


def _months(pieces: list[Piece], spans: list[Span]) -> tuple[int, ...]:
    if any(piece.token.kind not in "DM" for piece in pieces):
        return ()
    months = (month for span in spans for month in months_between(*span))
    return tuple(dict.fromkeys(months))


def _hint(tokens: list[Token], pieces: list[Piece], span: Span, year: YearSpan) -> str:
    years = {token.year for token in tokens if token.year}
    first, last = year.window
    if years and (span[0] < first or span[1] > last):
        return "stale_year"
    if years - {year.start_year, year.start_year + 1}:
        return "stale_year"
    if not all(has_day(piece.token) for piece in pieces):
        return "no_such_day"
    return "partly" if any(token.kind == "U" for token in tokens) else ""
