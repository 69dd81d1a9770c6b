from . import res_company
from . import res_company_stages
from . import res_company_work
from . import res_users
from . import res_config_settings
from . import resource_calendar_leaves
from . import calendar_event
from . import hr_employee
