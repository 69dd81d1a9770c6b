{
    "name": "ВСОКО: опросы",
    "summary": "Опросы родителей, учеников и учителей: итоги становятся показателями",
    "version": "19.0.1.0.0",
    "category": "Human Resources",
    "author": "VSOKO team",
    "license": "LGPL-3",
    "depends": ["vsoko_module", "survey"],
    "data": [
        # Security
        "security/ir.model.access.csv",
        "security/vsoko_survey_rules.xml",
        # Views
        "views/res_config_settings_views.xml",
        "views/survey_question_views.xml",
        "views/survey_survey_views.xml",
        "views/vsoko_survey_result_views.xml",
        "views/vsoko_survey_wave_views.xml",
        "views/vsoko_survey_menus.xml",
        # Data
        "data/survey_parents.xml",
        "data/survey_pupils.xml",
        "data/survey_teachers.xml",
    ],
    "auto_install": True,
}
