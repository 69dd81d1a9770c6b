# Mixin first: the jobs are made of it.
from . import school_job_mixin
from . import vsoko_reminder
from . import vsoko_reminder_due
from . import vsoko_procedure_reminders
from . import vsoko_digest
from . import vsoko_work

# Who has not handed in, and who is asked for how much
from . import hr_employee_work
from . import vsoko_reminder_asked
from . import vsoko_debt
from . import vsoko_debt_remind
from . import vsoko_procedure_debts
from . import vsoko_plan_debts
from . import vsoko_request
from . import vsoko_request_answer
from . import vsoko_request_twins
from . import vsoko_work_requests
from . import vsoko_load
