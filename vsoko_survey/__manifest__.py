{
    "name": "ВСОКО: опросы",
    "summary": "Анкеты родителей, учеников, учителей: итог становится показателем",
    "version": "19.0.1.0.0",
    "category": "Human Resources",
    "author": "VSOKO team",
    "license": "LGPL-3",
    "depends": ["vsoko_module", "survey"],
    "data": [
        # Security
        "security/ir.model.access.csv",
        "security/vsoko_survey_rules.xml",
        # Data
        "data/questionnaires.xml",
        # Views
        "views/survey_views.xml",
        "views/vsoko_survey_wave_views.xml",
    ],
    "auto_install": True,
}
