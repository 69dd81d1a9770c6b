from . import vsoko_reminder
from . import vsoko_reminder_due
from . import vsoko_procedure_reminders
from . import vsoko_digest
from . import vsoko_work
