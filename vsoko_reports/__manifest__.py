{
    "name": "ВСОКО: печать",
    "summary": "План, приказ и изменения в план: PDF, Word и Excel",
    "version": "19.0.1.0.0",
    "category": "Human Resources",
    "author": "VSOKO team",
    "license": "AGPL-3",
    "depends": ["vsoko_module", "report_py3o", "report_xlsx"],
    "external_dependencies": {
        "python": ["lxml", "py3o.template", "py3o.formats", "xlsxwriter"],
        "deb": ["libreoffice-writer-nogui"],
    },
    "data": [
        "security/ir.model.access.csv",
        "security/vsoko_changes_print_rules.xml",
        "report/plan_reports.xml",
        "report/changes_month_reports.xml",
        "wizards/vsoko_changes_print_views.xml",
        "views/vsoko_plan_views.xml",
        "views/vsoko_procedure_change_views.xml",
    ],
}
