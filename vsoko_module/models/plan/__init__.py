# Mixin first: plans and procedures change state by it.
from . import state_mixin
from . import vsoko_plan
from . import vsoko_plan_edition
from . import vsoko_plan_change
from . import vsoko_procedure
from . import vsoko_procedure_people
from . import vsoko_procedure_term
from . import vsoko_procedure_calendar
from . import vsoko_procedure_step

# What is done with a plan and its lines together
from . import vsoko_plan_template
from . import vsoko_plan_cyclogram
