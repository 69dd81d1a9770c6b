"""Sentences that papers are put together of."""

import re
from dataclasses import dataclass
from datetime import date

from .dates import long_date

NBSP = "\N{NO-BREAK SPACE}"
# How an act is called after «в соответствии с»; the rest is quoted and not declined
INSTRUMENTAL = {
    "law": "законом",
    "decree": "указом",
    "resolution": "постановлением",
    "order": "приказом",
    "directive": "распоряжением",
    "letter": "письмом",
    "local": "локальным нормативным актом",
}
FEDERAL = "Федеральный закон"
# Only the first word of who has issued an act changes after its kind
ISSUERS = {
    "Президент": "Президента",
    "Правительство": "Правительства",
    "Рособрнадзор": "Рособрнадзора",
    "Министерство": "Министерства",
    "Департамент": "Департамента",
    "Администрация": "Администрации",
    "Управление": "Управления",
    "Комитет": "Комитета",
}


@dataclass(frozen=True)
class Act:
    """A norm or a local act as a paper refers to it."""

    kind: str
    name: str
    number: str = ""
    day: date | None = None
    issuer: str = ""


def requisites(day: date | None, number: str | None) -> str:
    """
    >>> requisites(date(2013, 6, 14), "462").split()
    ['от', '14', 'июня', '2013', 'г.', '№', '462']
    >>> requisites(None, "")
    ''
    """
    said = [day and f"от {long_date(day)}", number and f"№{NBSP}{number}"]
    return " ".join(filter(None, said))


def by_act(act: Act) -> str:
    """What follows «в соответствии с».

    >>> " ".join(by_act(Act("order", "Об утверждении Порядка", "462",
    ...     date(2013, 6, 14), "Минобрнауки России")).split())
    'приказом Минобрнауки России от 14 июня 2013 г. № 462 «Об утверждении Порядка»'
    >>> " ".join(by_act(Act("law", "Федеральный закон «Об образовании»", "273-ФЗ",
    ...     date(2012, 12, 29))).split())
    'Федеральным законом от 29 декабря 2012 г. № 273-ФЗ «Об образовании»'
    >>> by_act(Act("rules", "СП 2.4.3648-20", "2.4.3648-20"))
    'СП 2.4.3648-20'
    """
    number = "" if act.number and act.number in act.name else act.number
    tail = requisites(act.day, number)
    if act.kind == "law" and act.name.startswith(FEDERAL):
        title = act.name.removeprefix(FEDERAL).strip()
        return _joined("Федеральным законом", tail, title)
    if act.kind not in INSTRUMENTAL:
        return _joined(act.name, tail)
    return _joined(INSTRUMENTAL[act.kind], _issuer(act), tail, quoted(act.name))


def quoted(name: str) -> str:
    """
    >>> quoted("Положение о ВСОКО"), quoted("«Путь к качеству»")
    ('«Положение о ВСОКО»', '«Путь к качеству»')
    """
    bare = name.strip()
    return bare if bare.startswith("«") and bare.endswith("»") else f"«{bare}»"


def preamble(acts: list[str], papers: list[str], aim: str, after: str) -> str:
    """The part of an order before its command, without a full stop.

    ``acts`` follow «в соответствии с», ``papers`` «на основании».

    >>> preamble(["приказом № 5"], ["справки"], "оценки качества", ",")
    'В соответствии с приказом № 5, на основании справки, в целях оценки качества,'
    >>> preamble([], [], "", ",")
    ''
    """
    said = []
    if acts:
        said.append("в соответствии с " + ", ".join(acts))
    if papers:
        said.append("на основании " + ", ".join(papers))
    if aim:
        said.append("в целях " + re.sub(r"^в целях\s+", "", aim.strip(), flags=re.I))
    return capital(", ".join(said)) + after if said else ""


def item_text(addressee: str, what: str, term: str, deadline: date | None) -> str:
    """An item of an order: to whom, what, by when.

    >>> item_text("Завучевой М. П., методисту", "Провести срез.", "до 20 мая", None)
    'Завучевой М. П., методисту, провести срез. Срок: до 20 мая.'
    >>> item_text("", "утвердить план", "", None)
    'Утвердить план.'
    >>> item_text("Сайтову К. И.", "ВПР провести", "", date(2024, 5, 2))[-23:].split()
    ['Срок:', 'до', '2', 'мая', '2024', 'г.']
    """
    body = what.strip().rstrip(".;,")
    text = f"{addressee}, {small(body)}" if addressee else capital(body)
    when = term.strip() or (deadline and f"до {long_date(deadline)}") or ""
    return f"{text}. Срок: {when.rstrip('.')}." if when else f"{text}."


def capital(text: str) -> str:
    """
    >>> capital("о плане")
    'О плане'
    """
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """The first letter small, unless it begins an abbreviation.

    >>> small("Провести"), small("ВПР провести")
    ('провести', 'ВПР провести')
    """
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def votes(agreed: int, against: int, abstained: int) -> str:
    """
    >>> votes(12, 0, 1)
    '«за» – 12, «против» – нет, «воздержались» – 1'
    >>> votes(0, 0, 0)
    ''
    """
    if not (agreed or against or abstained):
        return ""
    named = (("за", agreed), ("против", against), ("воздержались", abstained))
    return ", ".join(f"«{word}» – {count or 'нет'}" for word, count in named)


def people_count(count: int) -> str:
    """
    >>> [people_count(number) for number in (1, 2, 12, 22, 25)]
    ['1 человек', '2 человека', '12 человек', '22 человека', '25 человек']
    """
    few = count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14)
    return f"{count} {'человека' if few else 'человек'}"


def _issuer(act: Act) -> str:
    first, _gap, rest = act.issuer.partition(" ")
    return _joined(ISSUERS.get(first, first), rest)


def _joined(*parts: str) -> str:
    return " ".join(filter(None, parts))
