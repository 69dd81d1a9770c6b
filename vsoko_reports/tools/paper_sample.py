"""A made-up paper with everything a layout may hold, to try templates on."""

from odoo.addons.vsoko_module.tools.dates import BLANK_DATE

PEOPLE = ["Завучева М. П.", "Методистова Е. П.", "Учителева-Ёлкина В. Н."]
TABLE = {
    "title": "Результаты по классам",
    "header": ["Класс", "По списку", "Писали", "Успеваемость, %", "Качество, %"],
    "rows": [["5А", "25", "24", "95,8", "61,5"], ["5Б", "24", "22", "90,9", "54,5"]],
}
CHART = {
    "title": "Качество по классам",
    "unit": "%",
    "labels": ["5А", "5Б"],
    "series": [{"name": "Входной срез", "values": [61.5, 54.5]}],
}
SECTIONS = [
    ("goal", "Цель", "Оценить уровень вычислительных навыков."),
    ("results", "Результаты", "Срез писали 46 обучающихся из 49."),
    ("recommendations", "Рекомендации", "Адресные рекомендации – в таблице."),
]
TITLES = {
    "order": "ПРИКАЗ",
    "note": "АНАЛИТИЧЕСКАЯ СПРАВКА",
    "minutes": "ПРОТОКОЛ",
    "excerpt": "ВЫПИСКА ИЗ ПРОТОКОЛА",
    "text": "ИНФОРМАЦИЯ",
}

# What a paper is registered for: a template that leaves it out would lose it
MAIN = {
    "order": ("пункты", "Утвердить план."),
    "note": ("разделы", "Оценить уровень вычислительных навыков."),
    "minutes": ("обсуждение", "Принять план."),
    "excerpt": ("обсуждение", "Принять план."),
    "text": ("разделы", "Оценить уровень вычислительных навыков."),
}


def sample_paper(layout: str) -> dict:
    """The dictionary of a paper, see ``vsoko.document._write_paper``.

    >>> sample_paper("order")["kind"]
    'ПРИКАЗ'
    """
    return {
        "layout": layout,
        "school": {
            "founder": "Администрация города Примерска",
            "name": "МБОУ «Школа-образец»",
            "city": "г. Примерск",
            "requisites": "000000, г. Примерск, ул. Образцовая, 1",
        },
        "kind": TITLES[layout],
        "date": "30 августа 2024 г.",
        "number": "125-ОД",
        "place": "г. Примерск",
        "heading": "Об утверждении плана внутренней системы оценки качества",
        "mark": "ПРОЕКТ",
        "preamble": ["В соответствии с планом школы,"],
        "command": "ПРИКАЗЫВАЮ:",
        "items": [
            {"number": "1.", "text": "1. Утвердить план."},
            {"number": "2.", "text": "2. Завучевой М. П. провести срез до 20 мая."},
        ],
        "control": "3. Контроль за исполнением приказа оставляю за собой.",
        "sections": _sections(),
        "recommendations": [
            {
                "number": "1.",
                "addressee": "Учителевой-Ёлкиной В. Н.",
                "text": "отработать деление дробей в 5Б",
                "term": "до 15 февраля",
                "expected": "60 %",
            }
        ],
        "minutes": _minutes(),
        "agenda": [_question()],
        "source": {"kind": "Протокол", "date": "30 августа 2024 г.", "number": "1"},
        "signatures": [{"post": "Директор", "name": "А. И. Директорова"}],
        "executor": {"post": "Методист", "name": "Е. П. Методистова", "phone": "1-11"},
        "visas": [{"post": "Методист", "name": "Е. П. Методистова", "date": ""}],
        "acquaint": {
            "title": "Ознакомлены:",
            "rows": [{"name": name, "date": BLANK_DATE} for name in PEOPLE],
        },
        "annexes": [
            {
                "mark": "Приложение № 1",
                "to": "к приказу от 30 августа 2024 г. № 125-ОД",
                "title": "План",
                "paragraphs": ["Строка плана"],
            }
        ],
    }


def _sections() -> list[dict]:
    return [
        {
            "code": code,
            "title": title,
            "paragraphs": [text],
            "tables": [TABLE] if code == "results" else [],
            "charts": [CHART] if code == "results" else [],
        }
        for code, title, text in SECTIONS
    ]


def _minutes() -> dict:
    return {
        "body": "Педагогический совет",
        "chair": "А. И. Директорова",
        "secretary": "Е. П. Методистова",
        "present": PEOPLE,
        "present_text": "Присутствовали: 3 человека",
        "absent": [],
        "invited": [],
    }


def _question() -> dict:
    return {
        "number": "1.",
        "question": "О плане на год",
        "speaker": "М. П. Завучева, заместитель директора",
        "heard": ["О задачах года."],
        "spoke": ["В. Н. Учителева-Ёлкина предложила принять план."],
        "decided": [{"number": "1.1.", "text": "1.1. Принять план."}],
        "vote": "«за» – 3, «против» – нет, «воздержались» – нет",
    }
