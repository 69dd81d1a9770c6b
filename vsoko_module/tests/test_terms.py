from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from odoo.addons.vsoko_module.tools.school_days import (
    first_on_or_after,
    fit,
    last_on_or_before,
    propose_holidays,
    propose_periods,
)
from odoo.addons.vsoko_module.tools.terms import (
    YearSpan,
    heading_month,
    parse_term,
    shift_years,
)

# A busy machine is slow, which says nothing about terms.
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

QUARTERS = {
    ("quarter", 1): (date(2023, 9, 1), date(2023, 10, 27)),
    ("quarter", 2): (date(2023, 11, 6), date(2023, 12, 29)),
    ("quarter", 3): (date(2024, 1, 9), date(2024, 3, 22)),
    ("quarter", 4): (date(2024, 4, 1), date(2024, 5, 24)),
}
YEAR = YearSpan(2023, date(2023, 9, 1), date(2024, 5, 24), QUARTERS)
STUDY = ("2023-09-01", "2024-05-24")

# Terms and dates of the schools' own papers, as they are spelled there.
SOURCE_TERMS = [
    ("Октябрь-декабрь 2023г", "2023-10-01", "2023-12-31", "none"),
    ("Сентябрь- ноябрь2023г", "2023-09-01", "2023-11-30", "none"),
    ("Сентябрь- ноябрь2023г ", "2023-09-01", "2023-11-30", "none"),
    ("В течение года", *STUDY, "none"),
    ("Октябрь-ноябрь 2023", "2023-10-01", "2023-11-30", "none"),
    ("Октябрь-ноябрь 2023г", "2023-10-01", "2023-11-30", "none"),
    ("Сентябрь 2023г", "2023-09-01", "2023-09-30", "none"),
    ("Сентябрь 2023", "2023-09-01", "2023-09-30", "none"),
    ("Сентябрь-октябрь 2023г", "2023-09-01", "2023-10-31", "none"),
    ("Сентябрь-октябрь\n2023г", "2023-09-01", "2023-10-31", "none"),
    ("Август 2023", "2023-08-01", "2023-08-31", "none"),
    ("Ноябрь 2023", "2023-11-01", "2023-11-30", "none"),
    ("Февраль 2024г", "2024-02-01", "2024-02-29", "none"),
    ("Май 2024г", "2024-05-01", "2024-05-31", "none"),
    ("Март 2024г", "2024-03-01", "2024-03-31", "none"),
    ("Февраль-март 2024г", "2024-02-01", "2024-03-31", "none"),
    ("октябрь", "2023-10-01", "2023-10-31", "none"),
    ("Постоянно по мере поступления", *STUDY, "as_needed"),
    ("Июнь-август 2024г", "2024-06-01", "2024-08-31", "none"),
    ("2023-2024", *STUDY, "none"),
    ("не реже одного раза в месяц", *STUDY, "monthly"),
    ("за 1 полугодие", "2023-09-01", "2023-12-29", "none"),
    ("в течение учебного года", *STUDY, "none"),
]
OTHER_TERMS = [
    # months
    ("в октябре", "2023-10-01", "2023-10-31", "none"),
    ("октября", "2023-10-01", "2023-10-31", "none"),
    ("окт.", "2023-10-01", "2023-10-31", "none"),
    ("сент.-окт.", "2023-09-01", "2023-10-31", "none"),
    ("oктябрь", "2023-10-01", "2023-10-31", "none"),
    ("январь-февраль", "2024-01-01", "2024-02-29", "none"),
    ("июнь-август", "2024-06-01", "2024-08-31", "none"),
    ("декабрь-январь 2024", "2023-12-01", "2024-01-31", "none"),
    ("сентябрь 2023 - январь 2024", "2023-09-01", "2024-01-31", "none"),
    ("с сентября по май", "2023-09-01", "2024-05-31", "none"),
    ("сентябрь, январь, май", "2023-09-01", "2024-05-31", "none"),
    ("сентябрь 2023/24 уч. г.", "2023-09-01", "2023-09-30", "none"),
    ("09.2023", "2023-09-01", "2023-09-30", "none"),
    ("январь-декабрь", "2024-01-01", "2024-08-31", "none"),
    ("июль, август, сентябрь", "2024-07-01", "2024-08-31", "none"),
    ("осень", "2023-09-01", "2023-11-30", "none"),
    ("2 квартал 2024", "2024-04-01", "2024-06-30", "none"),
    # parts
    ("первая неделя октября", "2023-10-01", "2023-10-07", "none"),
    ("октябрь, первая неделя", "2023-10-01", "2023-10-07", "none"),
    ("последняя неделя октября", "2023-10-25", "2023-10-31", "none"),
    ("вторая половина ноября", "2023-11-16", "2023-11-30", "none"),
    ("первая половина октября", "2023-10-01", "2023-10-15", "none"),
    ("третья декада марта", "2024-03-21", "2024-03-31", "none"),
    ("начало октября", "2023-10-01", "2023-10-10", "none"),
    ("конец октября", "2023-10-22", "2023-10-31", "none"),
    ("начало года", "2023-09-01", "2023-09-30", "none"),
    ("в конце учебного года", "2024-05-01", "2024-05-24", "none"),
    ("по итогам 1 четверти", "2023-10-18", "2023-10-27", "none"),
    # the year and its periods
    ("постоянно", *STUDY, "none"),
    ("2023-2024 учебный год", *STUDY, "none"),
    ("2024 год", "2024-01-01", "2024-05-24", "none"),
    ("III четверть", "2024-01-09", "2024-03-22", "none"),
    ("3 четверть", "2024-01-09", "2024-03-22", "none"),
    ("3-я четверть", "2024-01-09", "2024-03-22", "none"),
    ("ІІІ четверть", "2024-01-09", "2024-03-22", "none"),
    ("Ш четверть", "2024-01-09", "2024-03-22", "none"),
    ("Ⅲ четверть", "2024-01-09", "2024-03-22", "none"),
    ("в третьей четверти", "2024-01-09", "2024-03-22", "none"),
    ("IV четверть", "2024-04-01", "2024-05-24", "none"),
    ("I-II четверть", "2023-09-01", "2023-12-29", "none"),
    ("в течение I полугодия", "2023-09-01", "2023-12-29", "none"),
    ("второе полугодие", "2024-01-09", "2024-05-24", "none"),
    ("каникулы осенние", "2023-10-28", "2023-11-05", "none"),
    ("зимние каникулы", "2023-12-30", "2024-01-08", "none"),
    ("летние каникулы", "2024-05-25", "2024-08-31", "none"),
    # how often
    ("по мере необходимости", *STUDY, "as_needed"),
    ("ежедневно", *STUDY, "daily"),
    ("еженедельно", *STUDY, "weekly"),
    ("ежемесячно", *STUDY, "monthly"),
    ("один раз в месяц", *STUDY, "monthly"),
    ("до 5 числа каждого месяца", *STUDY, "monthly"),
    ("ежеквартально", *STUDY, "quarterly"),
    ("1 раз в четверть", *STUDY, "period"),
    ("по итогам четверти", *STUDY, "period"),
    ("1 раз в полугодие", *STUDY, "period"),
    ("2 раза в год (декабрь, май)", "2023-12-01", "2024-05-31", "period"),
    ("ежемесячно с октября по май", "2023-10-01", "2024-05-31", "monthly"),
    ("ежегодно в августе", "2023-08-01", "2023-08-31", "yearly"),
]
DAYS = [
    ("до 20 апреля", "2024-04-20", "2024-04-20"),
    ("до 20.04.2024", "2024-04-20", "2024-04-20"),
    ("не позднее 15 мая", "2024-05-15", "2024-05-15"),
    ("к 1 сентября", "2023-09-01", "2023-09-01"),
    ("10.06.2024", "2024-06-10", "2024-06-10"),
    ("10.06.24", "2024-06-10", "2024-06-10"),
    ("01.09.2023г.", "2023-09-01", "2023-09-01"),
    ("2024-06-10 00:00:00", "2024-06-10", "2024-06-10"),
    ("10 июня 2024 г.", "2024-06-10", "2024-06-10"),
    ("с 10 по 15 октября", "2023-10-10", "2023-10-15"),
    ("10-15 октября", "2023-10-10", "2023-10-15"),
    ("10, 12 и 15 октября", "2023-10-10", "2023-10-15"),
    ("октябрь: 10, 15", "2023-10-10", "2023-10-15"),
    ("20.04–20.05.2024", "2024-04-20", "2024-05-20"),
    ("с 28 октября по 5 ноября", "2023-10-28", "2023-11-05"),
    ("25 декабря-10 января", "2023-12-25", "2024-01-10"),
    ("с 25.12.2023 по 10.01.2024", "2023-12-25", "2024-01-10"),
    ("с 10 октября", "2023-10-10", "2024-05-24"),
]
DEADLINES = [
    ("до конца октября", None, "2023-10-31", "2023-10-31"),
    ("до конца года", None, "2024-05-24", "2024-05-24"),
    ("к началу учебного года", None, "2023-09-01", "2023-09-01"),
    ("к октябрю", None, "2023-10-01", "2023-10-01"),
    ("октябрь, до 15", None, "2023-10-01", "2023-10-15"),
    ("до 15", 10, "2023-10-01", "2023-10-15"),
    ("до 25 октября", 10, "2023-10-01", "2023-10-25"),
    ("до конца месяца", 10, "2023-10-01", "2023-10-31"),
]
UNDER_OCTOBER = [
    ("", "2023-10-01", "2023-10-31", "none"),
    ("—", "2023-10-01", "2023-10-31", "none"),
    ("в течение месяца", "2023-10-01", "2023-10-31", "none"),
    ("15-20", "2023-10-15", "2023-10-20", "none"),
    ("15 числа", "2023-10-15", "2023-10-15", "none"),
    ("2 неделя", "2023-10-08", "2023-10-14", "none"),
    ("ежедневно", "2023-10-01", "2023-10-31", "daily"),
    ("по мере необходимости", "2023-10-01", "2023-10-31", "as_needed"),
    ("в течение года", *STUDY, "none"),
    ("ноябрь", "2023-11-01", "2023-11-30", "none"),
]
HINTS = [
    ("", "empty", False),
    ("—", "empty", False),
    ("до 15", "unknown", False),
    ("в течение 3 дней", "unknown", False),
    ("по плану ШМО", "unknown", False),
    ("15-10 октября", "unknown", False),
    ("45.13.2024", "unknown", False),
    ("2 триместр", "no_periods", True),
    ("31 ноября", "no_such_day", True),
    ("октябрь (после педсовета)", "partly", True),
    ("август 2017 года", "stale_year", True),
    ("в течение 2022-2023 учебного года", "stale_year", True),
    (
        "02.10 – 29.10.2024г (02.10; 08.10; 10.10; 15.10; 22.10; 24.10; 29.10).",
        "stale_year",
        True,
    ),
]
HINTS_WITHOUT_DATES = {"empty", "unknown", "no_periods"}
HEADINGS = [
    ("август", 8),
    ("ОКТЯБРЬ ", 10),
    ("\tДЕКАБРЬ \n", 12),
    ("Май", 5),
    ("Февраль 2024г", 2),
    ("Октябрь 2023/24", 10),
    ("Месяц: март", 3),
    ("О к т я б р ь", 10),
    ("10 мая", None),
    ("Октябрь-декабрь", None),
    ("2023-2024 учебный год", None),
    ("КАЧЕСТВО ОБРАЗОВАТЕЛЬНЫХ РЕЗУЛЬТАТОВ", None),
    ("Мероприятия мая", None),
    ("", None),
]
SHIFTED = [
    ("Октябрь-декабрь 2023г", "Октябрь-декабрь 2025г"),
    ("на 2023/24 учебный год", "на 2025/26 учебный год"),
    ("на 2023-24 уч. год", "на 2025-26 уч. год"),
    ("на 2024– 2025 учебный год", "на 2026– 2027 учебный год"),
    ("до 10.06.2024, 20.04–20.05.24", "до 10.06.2026, 20.04–20.05.26"),
    ("2023-10-05", "2025-10-05"),
    ("допуск к ГИА 2023\u00a0", "допуск к ГИА 2025\u00a0"),
    ("СанПиН 1.2.3685-21, ГОСТ Р 7.0.97-2016", None),
    ("приказ от 10.12.2013 № 1324, № 2021, п. 1.2.13", None),
    ("2-11 классы, ОО-1", None),
]


TERMS = [row[0] for row in SOURCE_TERMS + OTHER_TERMS + DAYS + DEADLINES]
WORDS = sorted(set(" ".join(TERMS).split()))


def days(term):
    return term.start.isoformat(), term.end.isoformat()


@tagged("post_install", "-at_install")
class TestTerms(BaseCase):
    def test_terms_become_days_and_repetition(self):
        for text, start, end, repetition in SOURCE_TERMS + OTHER_TERMS:
            with self.subTest(text):
                term = parse_term(text, YEAR)
                self.assertEqual(
                    (*days(term), term.repetition), (start, end, repetition)
                )
                self.assertEqual((term.known, term.hint, term.exact), (True, "", False))

    def test_named_days_are_exact(self):
        for text, start, end in DAYS:
            with self.subTest(text):
                term = parse_term(text, YEAR)
                self.assertEqual((*days(term), term.hint), (start, end, ""))
                self.assertTrue(term.exact)

    def test_deadline_starts_with_the_heading_month(self):
        for text, month, start, end in DEADLINES:
            with self.subTest(text):
                self.assertEqual(days(parse_term(text, YEAR, month)), (start, end))

    def test_words_under_the_heading_of_a_month(self):
        for text, start, end, repetition in UNDER_OCTOBER:
            with self.subTest(text):
                term = parse_term(text, YEAR, 10)
                self.assertEqual(
                    (*days(term), term.repetition), (start, end, repetition)
                )

    def test_what_needs_a_look_gets_a_hint(self):
        for text, hint, known in HINTS:
            with self.subTest(text):
                term = parse_term(text, YEAR)
                self.assertEqual((term.hint, term.known), (hint, known))
                self.assertEqual(term.start is None, hint in HINTS_WITHOUT_DATES)

    def test_months_and_kind_of_period(self):
        self.assertEqual(parse_term("октябрь", YEAR).month, 10)
        several = parse_term("сентябрь, январь, май", YEAR)
        self.assertEqual((several.month, several.months), (None, (9, 1, 5)))
        self.assertEqual(parse_term("ноябрь-январь", YEAR).months, (11, 12, 1))
        self.assertEqual(parse_term("1 раз в четверть", YEAR).period, "quarter")
        self.assertEqual(parse_term("2 раза в год", YEAR).period, "half_year")

    def test_half_years_without_quarters_meet_at_new_year(self):
        bare = YearSpan(2023, date(2023, 9, 1), date(2024, 5, 24))
        first = days(parse_term("1 полугодие", bare))
        self.assertEqual(first, ("2023-09-01", "2023-12-31"))
        self.assertEqual(parse_term("III четверть", bare).hint, "no_periods")

    def test_heading_month(self):
        for text, month in HEADINGS:
            with self.subTest(text):
                self.assertEqual(heading_month(text), month)

    def test_shift_years_moves_years_alone(self):
        for text, expected in SHIFTED:
            with self.subTest(text):
                self.assertEqual(shift_years(text, 2), expected or text)

    def test_month_words_without_years_stay_byte_equal(self):
        for text in ("В течение  года ", "III четверть", "Учителя- предметники", ""):
            self.assertEqual(shift_years(text, 1), text)

    @patient
    @given(text=st.text(), start_year=st.integers(1, 9998), month=st.none())
    def test_any_text_is_understood_or_not(self, text, start_year, month):
        self._check_sane(text, start_year, month)

    @patient
    @given(
        words=st.lists(st.sampled_from(WORDS), max_size=8),
        start_year=st.integers(2000, 2090),
        month=st.one_of(st.none(), st.integers(1, 12)),
    )
    def test_any_mix_of_words_is_understood_or_not(self, words, start_year, month):
        self._check_sane(" ".join(words), start_year, month)

    def _check_sane(self, text, start_year, month):
        study = date(start_year, 9, 1), date(start_year + 1, 5, 24)
        year = YearSpan(start_year, *study)
        term = parse_term(text, year, month)
        self.assertEqual(term.start is None, term.end is None)
        if term.start:
            self.assertTrue(term.known)
            within = year.window[0] <= term.start and term.end <= year.window[1]
            self.assertTrue(within or term.hint == "stale_year")
            self.assertLessEqual(term.start, term.end)
        else:
            self.assertTrue(term.hint)
        self.assertIn(heading_month(text), {None, *range(1, 13)})

    @patient
    @given(text=st.text("0123456789.-/– гНа№", max_size=30), delta=st.integers(0, 9))
    def test_shift_and_back(self, text, delta):
        shifted = shift_years(text, delta)
        self.assertEqual(len(shifted), len(text))
        self.assertEqual(shift_years(text, 0), text)


@tagged("post_install", "-at_install")
class TestSchoolDays(BaseCase):
    def is_school_day(self, day):
        study = any(start <= day <= end for start, end in QUARTERS.values())
        return study and day.weekday() < 5

    def fitted(self, text):
        start, end = fit(parse_term(text, YEAR), self.is_school_day)
        return start.isoformat(), end.isoformat()

    def test_months_shrink_to_school_days(self):
        self.assertEqual(self.fitted("январь"), ("2024-01-09", "2024-01-31"))
        self.assertEqual(self.fitted("октябрь"), ("2023-10-02", "2023-10-27"))
        self.assertEqual(self.fitted("сентябрь-октябрь"), ("2023-09-01", "2023-10-27"))

    def test_named_days_move_back(self):
        self.assertEqual(self.fitted("до 20 апреля"), ("2024-04-19", "2024-04-19"))
        self.assertEqual(self.fitted("5 ноября"), ("2023-10-27", "2023-10-27"))
        self.assertEqual(self.fitted("4-10 ноября"), ("2023-11-06", "2023-11-10"))

    def test_days_stay_where_there_is_no_school(self):
        self.assertEqual(self.fitted("10.06.2024"), ("2024-06-10", "2024-06-10"))
        self.assertEqual(self.fitted("июнь"), ("2024-06-01", "2024-06-30"))
        self.assertEqual(self.fitted("зимние каникулы"), ("2023-12-30", "2024-01-08"))
        self.assertEqual(fit(parse_term("", YEAR), set()), (None, None))

    def test_nearest_school_days(self):
        days = {date(2023, 9, 4), date(2023, 9, 8)}
        first, last = date(2023, 9, 1), date(2023, 9, 10)
        self.assertEqual(first_on_or_after(first, days, last), date(2023, 9, 4))
        self.assertEqual(last_on_or_before(last, days, first), date(2023, 9, 8))
        self.assertIsNone(first_on_or_after(first, days, date(2023, 9, 3)))

    @patient
    @given(
        start_year=st.integers(1992, 2100),
        kind=st.sampled_from(["quarter", "trimester", "half_year"]),
    )
    def test_proposed_periods_are_a_school_year(self, start_year, kind):
        periods = propose_periods(start_year, kind)
        days = [day for _number, _name, *span in periods for day in span]
        self.assertEqual(days, sorted(set(days)))
        self.assertGreaterEqual(days[0], date(start_year, 9, 1))
        self.assertLessEqual(days[-1], date(start_year + 1, 5, 31))
        numbers = [number for number, *_rest in periods]
        self.assertEqual(numbers, list(range(1, len(periods) + 1)))

    def test_proposed_quarters_are_those_of_2023(self):
        spans = [tuple(row[2:]) for row in propose_periods(2023, "quarter")]
        self.assertEqual(spans, list(QUARTERS.values()))
        names = [row[1] for row in propose_periods(2023, "half_year")]
        self.assertEqual(names, ["1 полугодие", "2 полугодие"])

    @patient
    @given(start_year=st.integers(1992, 2100))
    def test_proposed_holidays_leave_the_quarters_alone(self, start_year):
        holidays = propose_holidays(start_year)
        self.assertEqual(len(holidays), 10)
        self.assertTrue(all(start <= end for _name, start, end in holidays))
        quarters = propose_periods(start_year, "quarter")
        for name, start, end in holidays:
            if name.endswith("каникулы"):
                self.assertFalse(
                    [row for row in quarters if row[2] <= end and start <= row[3]]
                )

    def test_public_holidays_by_the_labour_code(self):
        days = {(start.month, start.day) for _n, start, end in propose_holidays(2025)}
        self.assertLessEqual(
            {(1, 1), (2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)}, days
        )
