from . import resource_calendar_leaves
from . import hr_employee
from . import vsoko_procedure
from . import vsoko_role_holder
from . import vsoko_demo_school
