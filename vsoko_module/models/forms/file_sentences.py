"""Sentences about files that cannot be read: whose file, what is wrong, what to do."""


def file_sentence(env, problem, filename):
    """Turn a ``tools.file_problem.FileProblem`` into a sentence for the user."""
    limit = problem.params.get("limit", 0)
    values = {"file": filename, "limit": limit, "megabytes": limit // 1024 // 1024}
    sentences = {
        "too_big": env._(
            "The file «%(file)s» is larger than %(megabytes)s MB. Save the table alone "
            "to a new file and load that one.",
            **values,
        ),
        "empty": env._("The file «%(file)s» is empty. Choose another one.", **values),
        "not_office": env._(
            "«%(file)s» is neither a Word document nor an Excel workbook, whatever its "
            "name says. Load a .docx or .xlsx file.",
            **values,
        ),
        "password": env._(
            "«%(file)s» is protected by a password. Open it, remove the password and "
            "save it again.",
            **values,
        ),
        "broken": env._(
            "«%(file)s» is damaged. Open it in Word or Excel, save it under a new name "
            "and load it again.",
            **values,
        ),
        "zip_bomb": env._(
            "«%(file)s» unpacks to more than a plan can hold and was not opened. Copy "
            "the table to a new document and load that one.",
            **values,
        ),
        "macros": env._(
            "There are macros in «%(file)s»: they are programs and are not taken. "
            "Save it as an Excel workbook (.xlsx) and load that one.",
            **values,
        ),
        "external_links": env._(
            "«%(file)s» takes figures from other files. In Excel choose Data – Edit "
            "links – Break link, save it and load it again.",
            **values,
        ),
        "dtd": env._(
            "«%(file)s» contains instructions that office files never have and was not "
            "opened. Copy the table to a new document and load that one.",
            **values,
        ),
        "old_format_no_office": env._(
            "«%(file)s» is in an old format and there is no LibreOffice on the server "
            "to convert it. Save it as .docx or .xlsx and load it again.",
            **values,
        ),
        "convert_failed": env._(
            "LibreOffice could not convert «%(file)s». Save it as .docx or .xlsx and "
            "load it again.",
            **values,
        ),
        "no_table": env._(
            "There is no table in «%(file)s». A plan is read from a table: months, "
            "content, responsible people, results.",
            **values,
        ),
        "no_header": env._(
            "No header of a plan was found in the tables of «%(file)s». Name the "
            "columns in the first row, for example: Month, Content, Responsible, "
            "Result.",
            **values,
        ),
        "convert_timeout": env._(
            "LibreOffice did not finish with «%(file)s» in time. Save it as .docx or "
            ".xlsx and load it again.",
            **values,
        ),
        "too_many_columns": env._(
            "A table in «%(file)s» has more than %(limit)s columns. Leave the columns "
            "of the plan and load it again.",
            **values,
        ),
        "no_rows": env._(
            "The table of «%(file)s» has a header but no rows under it. Fill it in and "
            "load it again.",
            **values,
        ),
        "too_many_rows": env._(
            "A table in «%(file)s» has more than %(limit)s rows. Delete the empty rows "
            "below the plan and load it again.",
            **values,
        ),
    }
    return sentences.get(problem.code, sentences["broken"])
