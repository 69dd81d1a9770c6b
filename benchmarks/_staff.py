"""A school of 1,200 pupils and 90 workers, of whom everything is entered."""

from datetime import date

CLASSES, PUPILS, WORKERS = 48, 25, 90
EDUCATIONS = ["higher_teaching", "higher", "secondary_teaching", "secondary", "other"]


def fill_school(env, start_year):
    year = env["vsoko.academic.year"]._ensure(start_year, env.company)
    env["vsoko.class"].create(
        [
            {
                "year_id": year.id,
                "parallel": number % 11 + 1,
                "letter": "АБВГД"[number // 11],
                "student_count": PUPILS,
            }
            for number in range(CLASSES)
        ]
    )
    people = env["hr.employee"].create(
        [
            {"name": f"Работник {number}", "birthday": date(1955 + number % 48, 6, 1)}
            for number in range(WORKERS)
        ]
    )
    cards = env["vsoko.staff"].create(
        [
            {"employee_id": employee.id, **_told(number)}
            for number, employee in enumerate(people)
        ]
    )
    env["vsoko.training"].create(
        [
            {
                "staff_id": card.id,
                "name": "Курсы",
                "date_end": date(2015 + number % 11, 6, 1),
                "is_fgos": number % 3 == 0,
            }
            for number, card in enumerate(cards + cards[:45])
        ]
    )


def _told(number):
    kinds, educations = ["teaching"] * 7 + ["administrative", "other"], EDUCATIONS
    return {
        "kind": kinds[number % len(kinds)],
        "education": educations[number % len(educations)],
        "category": ("highest", "first", "none")[number % 3],
        "category_date": date(2020 + number % 7, 6, 1),
        "teaching_from": date(1980 + number % 45, 9, 1),
    }
