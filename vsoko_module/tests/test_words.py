from concurrent.futures import ThreadPoolExecutor

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from odoo.addons.vsoko_module.tools.roles import PhraseBook
from odoo.addons.vsoko_module.tools.words import (
    normalise,
    split_phrases,
    stems,
    tidy,
    words,
)

ROLES = {
    "director": [
        "Директор",
        "директор школы",
        "директор учреждения",
        "директор образовательной организации",
        "руководитель ОО",
        "руководитель организации",
    ],
    "deputy": [
        "Заместитель директора",
        "зам. директора",
        "замдиректора",
        "заместители директора",
    ],
    "deputy_uvr": [
        "Заместитель директора по УВР",
        "заместитель директора по учебно-воспитательной работе",
        "заместитель директора по учебной и воспитательной работе",
        "зам. по УВР",
        "зам. по учебно-воспитательной работе",
        "завуч",
        "завуч по УВР",
    ],
    "deputy_vr": [
        "Заместитель директора по ВР",
        "заместитель директора по воспитательной работе",
        "заместитель директора по воспитанию",
        "зам. по ВР",
        "зам. по воспитательной работе",
        "завуч по ВР",
        "завуч по воспитательной работе",
    ],
    "deputy_ahch": [
        "Заместитель директора по АХЧ",
        "заместитель директора по административно-хозяйственной части",
        "заместитель директора по административно-хозяйственной работе",
        "заместитель директора по АХР",
        "заместитель директора по хозяйственной части",
        "заместитель директора по хозчасти",
        "зам. по АХЧ",
        "зам. по АХР",
        "зам. по хоз. части",
        "зам. по хозчасти",
        "завхоз",
        "заведующий хозяйством",
    ],
    "deputy_nmr": [
        "Заместитель директора по НМР",
        "заместитель директора по научно-методической работе",
        "зам. по НМР",
        "зам. по научно-методической работе",
    ],
    "deputy_mr": [
        "Заместитель директора по МР",
        "заместитель директора по методической работе",
        "зам. по МР",
        "зам. по методической работе",
        "завуч по МР",
    ],
    "deputy_ur": [
        "Заместитель директора по УР",
        "заместитель директора по учебной работе",
        "зам. по УР",
        "зам. по учебной работе",
        "завуч по УР",
        "завуч по учебной работе",
    ],
    "head_preschool": [
        "Руководитель СП",
        "руководитель структурного подразделения",
        "руководитель дошкольного структурного подразделения",
        "заведующий СП",
        "заведующий структурным подразделением",
    ],
    "chair_mc": [
        "Председатель МС",
        "председатель методического совета",
        "руководитель МС",
        "руководитель методического совета",
    ],
    "head_mo": [
        "Руководитель ШМО",
        "руководитель МО",
        "руководитель методического объединения",
        "руководитель школьного методического объединения",
        "председатель ШМО",
        "председатель МО",
    ],
    "methodist": ["Методист", "методисты"],
    "class_teacher": [
        "Классный руководитель",
        "классные руководители",
        "кл. рук.",
        "классрук",
    ],
    "subject_teacher": [
        "Учитель-предметник",
        "учителя-предметники",
        "учитель",
        "учителя",
        "педагог-предметник",
        "учитель русского языка и литературы",
        "учитель истории",
        "учитель географии",
        "учитель математики",
    ],
    "primary_teacher": [
        "Учитель начальных классов",
        "учителя начальных классов",
        "учитель начальной школы",
        "учителя нач. кл.",
    ],
    "psychologist": ["Педагог-психолог", "психолог", "школьный психолог"],
    "social_teacher": ["Социальный педагог", "соц. педагог", "соцпедагог"],
    "organizer": ["Педагог-организатор", "организатор воспитательной работы"],
    "librarian": [
        "Библиотекарь",
        "педагог-библиотекарь",
        "школьный библиотекарь",
        "заведующий библиотекой",
    ],
    "food": [
        "Ответственный за питание",
        "ответственная за питание",
        "ответственный за организацию питания",
        "ответственный за горячее питание",
    ],
    "site": [
        "Ответственный за сайт",
        "ответственный за школьный сайт",
        "ответственный за ведение сайта",
        "ответственный за официальный сайт",
        "администратор сайта",
    ],
    "vpr": [
        "Ответственный за проведение ВПР",
        "ответственный за ВПР",
        "школьный координатор ВПР",
        "координатор ВПР",
        "ответственный организатор ВПР",
    ],
    "medic": [
        "Медицинский работник",
        "медработник",
        "медсестра",
        "медицинская сестра",
        "фельдшер",
        "школьный врач",
    ],
    "administration": [
        "Администрация",
        "администрация школы",
        "администрация ОО",
        "школьная администрация",
    ],
    "secretary": [
        "Секретарь",
        "секретарь школы",
        "секретарь учебной части",
        "делопроизводитель",
    ],
}
OUTCOMES = {
    "analytic_note": [
        "Аналитическая справка",
        "аналитические справки",
        "справка-анализ",
    ],
    "note": ["Справка", "справки", "справка по итогам"],
    "report": [
        "Отчёт",
        "отчеты",
        "отчет о наполняемости сайта",
        "отчет ответственного за питание",
        "отчет по определению выпускников",
        "отчет по итогам",
    ],
    "statistical_report": [
        "Статистический отчёт",
        "статистические отчеты",
        "стат. отчет",
        "отчет ОО-1",
        "ОО-1",
        "отчет 1-ДО",
    ],
    "statistical_table": [
        "Статистическая таблица",
        "статистические таблицы",
        "стат. таблицы",
        "таблицы",
    ],
    "summary_table": ["Сводная таблица", "сводные таблицы", "сводная ведомость"],
    "analysis": [
        "Анализ",
        "анализ работы",
        "анализ работы школы",
        "результаты анализа",
    ],
    "monitoring": [
        "Мониторинг",
        "мониторинги",
        "результаты мониторинга",
        "материалы мониторинга",
        "данные мониторинга",
    ],
    "order": ["Приказ", "приказы", "приказ по школе"],
    "directive": [
        "Распорядительный документ",
        "распорядительные документы",
        "распоряжение",
        "распорядительный акт",
    ],
    "plan": [
        "План",
        "планы",
        "план работы",
        "план работы на учебный год",
        "перспективный план",
        "план работы МО на учебный год",
        "план работы МО",
        "план методической работы",
        "план на каникулы",
        "план мероприятий",
        "план-график",
    ],
    "roadmap": [
        "Дорожная карта",
        "план работы (дорожная карта)",
        "план (дорожная карта)",
        "план мероприятий (дорожная карта)",
        "дорожные карты",
    ],
    "program": ["Программа", "программы", "программа мероприятий"],
    "schedule": ["График", "графики"],
    "methodical_materials": [
        "Методические материалы",
        "методические рекомендации",
        "адресные рекомендации",
        "памятка",
        "рекомендации",
    ],
    "umk": [
        "УМК",
        "УМК на учебный год",
        "перечень учебников",
        "учебно-методический комплект",
        "учебно-методические комплекты",
    ],
    "textbook_order": [
        "Заказ на учебники",
        "предварительный заказ на учебники",
        "заказ учебников",
    ],
    "information": [
        "Информация",
        "информация на сайт",
        "информация на сайте",
        "информация для совещания",
        "информация для совещания с классными руководителями",
    ],
    "meeting": [
        "Рассмотрение на совещании",
        "совещание",
        "производственное совещание",
        "рассмотрение на производственном совещании",
        "совещание с классными руководителями",
    ],
    "director_meeting": [
        "Рассмотрение на совещании при директоре",
        "совещание при директоре",
        "рассмотрение при директоре",
    ],
    "speech": [
        "Выступление",
        "выступление на совещании",
        "выступление на совещании при директоре",
        "доклад",
        "сообщение",
    ],
    "minutes": [
        "Протокол",
        "протоколы",
        "протокол заседания",
        "протокол совещания",
        "протокол педсовета",
    ],
    "act": [
        "Акт",
        "акты",
        "акт проверки",
        "акт по итогам проверки",
        "тренировочные акты эвакуации",
        "акт тренировочной эвакуации",
    ],
    "instruction": ["Инструкция", "инструкции", "инструкции по охране труда"],
    "journal": ["Журнал", "журналы", "журнал инструктажа"],
    "social_passport": [
        "Социальный паспорт",
        "соц. паспорт",
        "социальный паспорт школы",
        "социальный паспорт класса",
    ],
    "awards": ["Награды", "дипломы", "грамоты", "благодарности", "сертификаты"],
    "self_examination": [
        "Самообследование",
        "отчет о самообследовании",
        "отчет по самообследованию",
        "результаты самообследования",
    ],
    "applications": ["Работа с заявлениями", "прием заявлений"],
}
# Every cell of the sources that names who is responsible, as it is spelled there.
RESPONSIBLE = [
    ("директор ", "director"),
    ("Директор школы", "director"),
    ("администрация", "administration"),
    ("Администрация ", "administration"),
    ("Библиотекарь", "librarian"),
    ("Классные руководители", "class_teacher"),
    ("классные руководители ", "class_teacher"),
    ("Классные руководители \nУчителя- предметники ", "class_teacher subject_teacher"),
    ("Классные \nруководители Учителя- предметники ", "class_teacher subject_teacher"),
    ("Классные \nРуководители, педагог- психолог ", "class_teacher psychologist"),
    ("Педагог-организатор", "organizer"),
    ("Ответственная за питание", "food"),
    ("Ответственный за питание\n классные руководители ", "food class_teacher"),
    ("Директор школы \nМедицинский работник ", "director medic"),
    ("Зам. директора ", "deputy"),
    (
        "Зам. директора Классные \nруководители Учителя- ",
        "deputy class_teacher subject_teacher",
    ),
    ("Зам. директора по ВР", "deputy_vr"),
    ("Зам. директора  по ВР", "deputy_vr"),
    ("Зам. Директора по ВР ", "deputy_vr"),
    ("Зам. директора ВР ", "deputy_vr"),
    ("Зам. Директора ВР ", "deputy_vr"),
    ("Зам. директора о ВР\nКлассные руководители ", "deputy_vr class_teacher"),
    ("зам. Директора о ВР", "deputy_vr"),
    ("Зам. директора по ВР  классные руководители ", "deputy_vr class_teacher"),
    ("Зам. директора по ВР Классные руководители ", "deputy_vr class_teacher"),
    ("Зам. директора по ВР\nКлассные руководители ", "deputy_vr class_teacher"),
    ("Зам. директора  по УВР, ", "deputy_uvr"),
    ("Зам. Директора по УВР", "deputy_uvr"),
    ("Зам.директора по УВР \n\n\n", "deputy_uvr"),
    ("Зам. директора по УВР \nБиблиотекарь ", "deputy_uvr librarian"),
    ("Зам. директора по УВР Классный руководитель ", "deputy_uvr class_teacher"),
    ("Зам. директора по УВР Классные \nруководители ", "deputy_uvr class_teacher"),
    ("Зам. директора по УВР учителя-предметники", "deputy_uvr subject_teacher"),
    (
        "Зам. директора  по УВР Классные руководители  Учителя- предметники ",
        "deputy_uvr class_teacher subject_teacher",
    ),
    (
        "учителя русского языка и литературы\nЗам. директора  по УВР",
        "subject_teacher deputy_uvr",
    ),
    (
        "Зам. директора по УВР учитель русского языка и литературы",
        "deputy_uvr subject_teacher",
    ),
    ("Зам по хоз части ", "deputy_ahch"),
    ("Заместители директора по УВР, ВР", "deputy_uvr deputy_vr"),
    ("Заместители директора по\nУВР, ВР", "deputy_uvr deputy_vr"),
    ("Заместители директора по УВР", "deputy_uvr"),
    ("Заместитель директора по УВР", "deputy_uvr"),
    ("Заместитель директора по ВР", "deputy_vr"),
    ("Заместители директора по ВР", "deputy_vr"),
    ("Заместители директора по УР", "deputy_ur"),
    (
        "Ответственный за сайт\nЗаместители директора по УВР, ВР, АХЧ\nБиблиотекарь",
        "site deputy_uvr deputy_vr deputy_ahch librarian",
    ),
    (
        "Ответственный за сайт Заместители директора по УВР, ВР, АХЧ Библиотекарь",
        "site deputy_uvr deputy_vr deputy_ahch librarian",
    ),
    (
        "Руководитель СП\nРуководители МО\nПредседатель МС",
        "head_preschool head_mo chair_mc",
    ),
    ("Заместитель директора по ВР\nКлассные руководители", "deputy_vr class_teacher"),
    (
        "Заместители директора по УВР, ВР\nБиблиотекарь",
        "deputy_uvr deputy_vr librarian",
    ),
    ("Руководитель СП\nЗаместитель директора по МР", "head_preschool deputy_mr"),
    ("Руководитель СП Заместитель директора по МР", "head_preschool deputy_mr"),
    ("Заместитель директора по УВР\nРуководитель МО", "deputy_uvr head_mo"),
    ("Заместители директора по УВР Руководитель МО", "deputy_uvr head_mo"),
    ("Заместители директора по УВР\nРуководители МО", "deputy_uvr head_mo"),
    ("Руководитель СП\nЗаместитель директора по УР", "head_preschool deputy_ur"),
    ("Заместители директора по УВР\nРуководитель МС", "deputy_uvr chair_mc"),
    ("Заместители директора по УВР, Руководители МО", "deputy_uvr head_mo"),
    ("Заместители директора по УР, Руководители МО", "deputy_ur head_mo"),
    (
        "Заместители директора по УВР, ВР\nРуководители МО\nМетодисты",
        "deputy_uvr deputy_vr head_mo methodist",
    ),
    (
        "Заместители директора по УВР, ВР\nРуководители МО",
        "deputy_uvr deputy_vr head_mo",
    ),
    (
        "Руководитель СП\nЗаместители директора по УР, ВР\nРуководитель МО",
        "head_preschool deputy_ur deputy_vr head_mo",
    ),
    ("Заместитель директора по ВР\nРуководители МО", "deputy_vr head_mo"),
    ("Заместители директора по УР, ВР\nРуководитель МО", "deputy_ur deputy_vr head_mo"),
    (
        "Руководители ШМО, классные руководители, учителя-предметники",
        "head_mo class_teacher subject_teacher",
    ),
    (
        "Зам.директора по УВР \n\nРуководители ШМО, учителя-предметники, "
        "классные руководители, 2.",
        "deputy_uvr head_mo subject_teacher class_teacher",
    ),
    (
        "Зам.директора по УВР \n\n руководители ШМО, кл.руководители",
        "deputy_uvr head_mo class_teacher",
    ),
    ("Зам.директора по УВР \n\nучителя-предметники", "deputy_uvr subject_teacher"),
    ("Зам.директора по УВР \n\nУчителя -предметники", "deputy_uvr subject_teacher"),
    (
        "Зам.директора по УВР \n\nУчителя начальных классов",
        "deputy_uvr primary_teacher",
    ),
    (
        "Учителя начальных классов, учителя-предметники 5, 6 классов",
        "primary_teacher subject_teacher",
    ),
    (
        "Учителя начальных классов, учителя истории, географии",
        "primary_teacher subject_teacher",
    ),
    (
        "Зам.директора по УВР, Руководители ШМО, учителя-предметники, "
        "классные руководители, 2.",
        "deputy_uvr head_mo subject_teacher class_teacher",
    ),
    (
        "Зам.директора по УВР, руководители ШМО, кл.руководители",
        "deputy_uvr head_mo class_teacher",
    ),
    ("Зам.директора по УВР, учителя-предметники", "deputy_uvr subject_teacher"),
    ("Психолог и социальный педагог", "psychologist social_teacher"),
]
SHORTHAND = [
    ("замдиректора по УВР и ВР", "deputy_uvr deputy_vr"),
    (
        "Заместители директора по УВР/ВР; и.о. директора",
        "deputy_uvr deputy_vr director",
    ),
    ("Заместители директора по УВР, НМР и АХЧ", "deputy_uvr deputy_nmr deputy_ahch"),
    ("зам. по УВР, по ВР", "deputy_uvr deputy_vr"),
    ("Руководители МО, СП", "head_mo head_preschool"),
    # The next post is itself and not a longer form of the one before.
    ("Заместитель директора по ВР, директор", "deputy_vr director"),
    ("Зaместители диpектора по УВР, BP", "deputy_uvr deputy_vr"),
    ("Классные руководители 5–9 классов", "class_teacher"),
]
UNKNOWN_ROLES = [
    ("Руководитель СП\nМетодическая служба", ["Методическая служба"]),
    ("Методическая служба", ["Методическая служба"]),
    ("Завуч, тьютор, Логопед\nдиректор", ["тьютор", "Логопед"]),
    ("2.", []),
    ("Классные руководители 5, 6 классов", []),
]
RESULTS = [
    ("отчеты ", "report"),
    ("анализ ", "analysis"),
    ("Справка ", "note"),
    ("информация ", "information"),
    ("ОО-1 ", "statistical_report"),
    ("Аналитические справки", "analytic_note"),
    (
        "Статистические таблицы, отчѐты, аналитические справки ",
        "statistical_table report analytic_note",
    ),
    ("Статистические таблицы, отчѐты, справка ", "statistical_table report note"),
    ("Статистические таблицы, справки ", "statistical_table note"),
    ("Статистические таблицы, ", "statistical_table"),
    ("Статистические отчѐт", "statistical_report"),
    ("Статистические отчѐты, справка ", "statistical_report note"),
    ("Статистический отчет ", "statistical_report"),
    ("Дипломы, грамоты, благодарности ", "awards"),
    ("Отчет ответственного за питание", "report"),
    ("Информация для совещания с классными руководителями ", "information"),
    ("Производственное совещание ", "meeting"),
    ("Совещание ", "meeting"),
    ("Совещание при директоре ", "director_meeting"),
    ("Отчет, совещание при директоре ", "report director_meeting"),
    ("План на каникулы ", "plan"),
    ("Перспективный план ", "plan"),
    ("План работы на 2024– 2025 учебный год ", "plan"),
    ("Социальный паспорт ", "social_passport"),
    ("Выступление на совещании при директоре ", "speech"),
    ("Акт по итогам проверки ", "act"),
    ("Акт по итогам проверки, справка ", "act note"),
    ("Предварительный заказ на учебники", "textbook_order"),
    ("Информация на сайт ", "information"),
    (
        "Тренировочные акты эвакуации, инструкции по охране труда, журналы ",
        "act instruction journal",
    ),
    ("Самообследование ", "self_examination"),
    ("Работа с заявлениями", "applications"),
    ("Отчет по определению выпускников \n ", "report"),
    (
        "Сводные таблицы, справка, результаты мониторинга ",
        "summary_table note monitoring",
    ),
    ("Приказ ", "order"),
    ("Анализ работы школы ", "analysis"),
    ("План работы (дорожная карта)", "roadmap"),
    ("Аналитическая справка", "analytic_note"),
    (
        "Отчет о наполняемости сайта\nАналитическая справка\nУМК на учебный год",
        "report analytic_note umk",
    ),
    (
        "Программа\nПлан работы МО на учебный год\nПлан методической работы",
        "program plan",
    ),
    (
        "Аналитические справки\nМониторинг\nРаспорядительный документ",
        "analytic_note monitoring directive",
    ),
    (
        "Мониторинг\nРаспорядительный документ\nАналитическая справка\nОтчет",
        "monitoring directive analytic_note report",
    ),
    ("Приказы\nАналитическая справка", "order analytic_note"),
    (
        "Распорядительный документ\nМетодические материалы",
        "directive methodical_materials",
    ),
    ("Приказ\nПлан\nГрафик", "order plan schedule"),
    ("Приказ\nГрафик\nПлан", "order schedule plan"),
    ("Аналитическая справка\nОтчет", "analytic_note report"),
    ("Аналитическая справка\nПриказ", "analytic_note order"),
    ("Аналитическая справка\nПриказы", "analytic_note order"),
    ("Аналитические справки\nПриказ", "analytic_note order"),
    ("Аналитическая справка\nОтчет\nПриказ", "analytic_note report order"),
    (
        "Аналитическая справка\nМетодические материалы",
        "analytic_note methodical_materials",
    ),
    ("Мониторинг\nРаспорядительный документ", "monitoring directive"),
    (
        "Мониторинг\nРаспорядительный документ\nОтчет\nАналитическая справка",
        "monitoring directive report analytic_note",
    ),
    (
        "Распорядительный документ\nМониторинг\nАналитические справки",
        "directive monitoring analytic_note",
    ),
    ("Распорядительный документ\nАналитическая справка", "directive analytic_note"),
    ("Дорожная карта\nПлан мероприятий\nПриказ", "roadmap plan order"),
    (
        "Аналитическая справка\nДорожная карта\nПриказ\nПрограмма мероприятий",
        "analytic_note roadmap order program",
    ),
    (
        "Аналитическая справка\nОтчет\nПрограмма\nПлан",
        "analytic_note report program plan",
    ),
]
SAME = [
    ("Учителя- предметники", "учителя-предметники"),
    ("Учителя -предметники", "учителя — предметники"),
    ("отчѐты", "ОТЧЁТЫ"),
    ("отчёты", "отчеты"),
    ("спра\u00adвка\u00a0 по", "справка по"),
    ("Cпpaвкa", "справка"),
    ("MO и ШMО", "мо и шмо"),
    ("пробныи\u0306", "пробный"),
    ("зада\u0301ние", "задание"),
]
SAME_STEMS = [
    (
        "зам. дир. по учебно - воспитательной работе",
        "заместители директора по учебно-воспитательной работе",
    ),
    ("отв. за сайт", "Ответственная за сайт"),
    ("соц. педагог", "Социальные педагоги"),
    ("пед.-психолог", "педагоги-психологи"),
    ("рук. МО", "Руководители МО"),
    ("учителя нач. классов", "учитель начальных классов"),
    ("кл. рук.", "классному руководителю"),
]
PHRASES = [
    ("Дипломы, грамоты, благодарности ", ["Дипломы", "грамоты", "благодарности"]),
    ("Приказ\nПлан\n\nГрафик", ["Приказ", "План", "График"]),
    ("- анализ;\n2. справка", ["анализ", "справка"]),
    ("План работы (цели, сроки)", ["План работы (цели, сроки)"]),
    ("Мониторинг «ВПР, ОГЭ», отчет", ["Мониторинг «ВПР, ОГЭ»", "отчет"]),
    ('Мониторинг "ВПР, ОГЭ", отчет', ['Мониторинг "ВПР, ОГЭ"', "отчет"]),
    ("Экзамены 9,11 кл.", ["Экзамены 9,11 кл."]),
    (
        "План мероприятий, направленных на рост",
        ["План мероприятий, направленных на рост"],
    ),
    ("Наблюдение. Беседы ", ["Наблюдение", "Беседы"]),
    ("Зам. Директора", ["Зам. Директора"]),
    (
        "(не закрыта, скобка\nсправка, отчет",
        ["(не закрыта, скобка", "справка", "отчет"],
    ),
    (" ; , \n", []),
]

# A busy machine is slow, which says nothing about words.
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@tagged("post_install", "-at_install")
class TestWords(BaseCase):
    def test_one_spelling_for_comparison(self):
        for text, other in SAME:
            with self.subTest(text):
                self.assertEqual(normalise(text), normalise(other))
                self.assertEqual(stems(text), stems(other))

    def test_roman_numbers_and_foreign_words_stay_latin(self):
        self.assertEqual(
            normalise("XI класс, IV четверть, PISA"), "xi класс, iv четверть, pisa"
        )

    def test_stems_see_through_endings_and_abbreviations(self):
        for text, other in SAME_STEMS:
            with self.subTest(text):
                self.assertEqual(stems(text), stems(other))

    def test_words_know_their_places(self):
        text = "Зам.директора  о ВР"
        places = [text[word.start : word.end] for word in words(text)]
        self.assertEqual(places, ["Зам", "директора", "ВР"])

    def test_lists_are_split_into_phrases(self):
        for text, phrases in PHRASES:
            with self.subTest(text):
                self.assertEqual(split_phrases(text), phrases)

    def test_tidy_keeps_the_words(self):
        self.assertEqual(
            tidy("отчѐты,\u00a0 пробныи\u0306\n\n  ВПР "), "отчёты, пробный\nВПР"
        )
        self.assertEqual(tidy("Учителя- предметники"), "Учителя- предметники")

    @patient
    @given(st.text())
    def test_cleaning_twice_changes_nothing(self, text):
        self.assertEqual(normalise(normalise(text)), normalise(text))
        self.assertEqual(tidy(tidy(text)), tidy(text))
        self.assertLessEqual({*"".join(split_phrases(text))}, {*text})

    def test_threads_do_not_mix_words(self):
        text = " ".join(f"мероприятиями{n} справками отчётами" for n in range(300))
        with ThreadPoolExecutor(4) as pool:
            results = list(pool.map(stems, [text] * 8))
        self.assertEqual(set(results), {stems(text)})


@tagged("post_install", "-at_install")
class TestPhraseBook(BaseCase):
    def assert_found(self, spellings, rows):
        book = PhraseBook(spellings)
        for text, codes in rows:
            with self.subTest(text):
                self.assertEqual(book.keys(text), codes.split())
                self.assertEqual(book.unknown(text), [])

    def test_every_responsible_of_the_sources(self):
        self.assert_found(ROLES, RESPONSIBLE)

    def test_a_post_may_borrow_its_beginning(self):
        self.assert_found(ROLES, SHORTHAND)

    def test_every_result_of_the_sources(self):
        self.assert_found(OUTCOMES, RESULTS)

    def test_unknown_phrases_stay_in_the_words_of_the_author(self):
        book = PhraseBook(ROLES)
        for text, phrases in UNKNOWN_ROLES:
            with self.subTest(text):
                self.assertEqual(book.unknown(text), phrases)

    def test_a_cell_cut_by_a_page_keeps_its_rest(self):
        text = "Статистические таблицы, \nотчѐты, аналитические "
        book = PhraseBook(OUTCOMES)
        self.assertEqual(book.keys(text), ["statistical_table", "report"])
        self.assertEqual(book.unknown(text), ["аналитические"])

    def test_words_beside_a_role_may_make_it_another(self):
        book = PhraseBook(ROLES)
        text = "Библиотекарь, зам. директора по безопасности\nдиректор"
        self.assertEqual(book.unclear(text), ["зам. директора по безопасности"])
        self.assertEqual(book.unclear("Зам. директора по ВР\nМетодическая служба"), [])

    def test_a_remembered_spelling_wins(self):
        spellings = {**ROLES, "safety": ["зам. директора по безопасности"]}
        book = PhraseBook(spellings)
        self.assertEqual(book.keys("Заместитель директора по безопасности"), ["safety"])

    def test_matches_are_in_order_and_in_place(self):
        text = "Тьютор, зам. директора по УВР, ВР"
        found = PhraseBook(ROLES).find(text)
        self.assertEqual(
            [match.key for match in found], [None, "deputy_uvr", "deputy_vr"]
        )
        for match in found:
            self.assertEqual(text[match.start : match.end], match.text)

    @patient
    @given(
        st.lists(
            st.sampled_from(
                [
                    *"\n,;/()и. ",
                    "зам.",
                    "по",
                    "ВР",
                    "МО",
                    "тьютор",
                    "Классные",
                    "руководители",
                    "директора",
                ]
            )
        )
    )
    def test_any_text_is_covered_by_matches(self, parts):
        text = " ".join(parts)
        found = PhraseBook(ROLES).find(text)
        ends = [0, *(match.end for match in found)]
        for match, before in zip(found, ends, strict=False):
            self.assertEqual(text[match.start : match.end], match.text)
            self.assertLessEqual(before, match.start)
        self.assertEqual("тьютор" in text, any("тьютор" in m.text for m in found))

    def test_an_empty_book_knows_nothing(self):
        self.assertEqual(PhraseBook({}).keys("Директор"), [])
        self.assertEqual(PhraseBook({1: ["", "по"]}).unknown("Директор"), ["Директор"])
