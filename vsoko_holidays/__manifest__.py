{
    "name": "ВСОКО: отпуска",
    "summary": "Кого из ответственных не будет в срок процедуры и кто заменит",
    "version": "19.0.1.0.0",
    "category": "Human Resources",
    "author": "VSOKO team",
    "license": "LGPL-3",
    "depends": ["vsoko_module", "hr_holidays"],
    "data": [
        # Security
        "security/ir.model.access.csv",
        "security/vsoko_substitute_rules.xml",
        # Wizards
        "wizards/vsoko_substitute_views.xml",
        # Views
        "views/vsoko_procedure_views.xml",
        "views/vsoko_role_holder_views.xml",
    ],
    "auto_install": True,
}
