"""Sentences about values and formulas: whose, what is wrong, what to do."""


def value_sentence(env, problem, indicator):
    """Turn a ``tools.measures.ValueProblem`` into a sentence about ``indicator``."""
    values = {"code": indicator.code or indicator.name, **problem.params}
    sentences = {
        "not_a_number": env._(
            "%(code)s: «%(value)s» is not a number.", **_filled(values)
        ),
        "above_100": env._("%(code)s: %(value)s %% is above 100.", **_filled(values)),
        "negative": env._("%(code)s: «%(value)s» is below zero.", **_filled(values)),
        "above_limit": env._(
            "%(code)s: %(value)s is above the most points possible, %(limit)s.",
            **_filled(values),
        ),
        "not_yes_no": env._(
            "%(code)s: «%(value)s» is neither «да» nor «нет».", **_filled(values)
        ),
        "no_base": env._(
            "%(code)s: write how many and out of how many, for example «25 из 100», "
            "instead of «%(value)s».",
            **_filled(values),
        ),
        "above_base": env._(
            "%(code)s: %(part)s out of %(base)s – the part is larger than the whole.",
            **_filled(values),
        ),
        "empty_base": env._(
            "%(code)s: there is nobody to count the share of («%(value)s»). If the "
            "indicator does not apply, write «н/п».",
            **_filled(values),
        ),
        "unknown_answer": env._(
            "%(code)s: there is no answer «%(value)s». The answers are: %(answers)s.",
            **_filled(values),
        ),
    }
    return sentences[problem.code]


def _filled(values):
    """All that a sentence may name; an answer's list is written out."""
    blank = dict.fromkeys(("value", "limit", "part", "base", "answers"), "")
    known = {**blank, **values}
    return known | {"answers": "; ".join(known["answers"])}


def formula_sentence(env, problem, formula):
    """Turn a ``tools.formulas.FormulaProblem`` into a sentence about ``formula``."""
    params = {"name": "", "known": [], "place": 0, "limit": 0, **problem.params}
    known = ", ".join(params["known"])
    sentences = {
        "syntax": env._(
            "The formula «%(formula)s» is not finished or has a stray sign near the "
            "place %(place)s.",
            formula=formula,
            place=params["place"],
        ),
        "too_long": env._("The formula is longer than %s signs.", params["limit"]),
        "name": env._(
            "The formula «%(formula)s» names «%(name)s», which is not among the "
            "figures of the list.",
            formula=formula,
            name=params["name"],
        ),
        "function": env._(
            "The formula «%(formula)s» calls «%(name)s». It may call only: %(known)s, "
            "показатель.",
            formula=formula,
            name=params["name"],
            known=known,
        ),
        "reference": env._(
            "In the formula «%s» an indicator is named by its code in quotes: "
            'показатель("1.1").',
            formula,
        ),
        "no_indicator": env._(
            "The formula «%(formula)s» names the indicator «%(name)s», which the "
            "framework does not have.",
            formula=formula,
            name=params["name"],
        ),
        "circle": env._(
            "The formula «%(formula)s» comes back to its own indicator by «%(name)s».",
            formula=formula,
            name=params["name"],
        ),
        "forbidden": env._(
            "The formula «%s» asks for what formulas may not do: only figures of the "
            "list, numbers and arithmetic.",
            formula,
        ),
        "zero": env._(
            "The formula «%s» divides by zero: the base is empty in this period.",
            formula,
        ),
        "not_a_number": env._("The formula «%s» gives no number.", formula),
    }
    return sentences[problem.code]
