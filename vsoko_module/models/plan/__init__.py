# Mixins first: plans and procedures change state by one, papers are checked by another.
from . import state_mixin
from . import event_mixin
from . import upload_mixin
from . import vsoko_plan
from . import vsoko_plan_counts
from . import vsoko_plan_edition
from . import vsoko_plan_change
from . import vsoko_procedure
from . import vsoko_procedure_people
from . import vsoko_procedure_term
from . import vsoko_procedure_calendar
from . import vsoko_procedure_carry_over
from . import vsoko_procedure_step
from . import vsoko_procedure_history
from . import vsoko_procedure_papers
from . import vsoko_procedure_series
from . import vsoko_procedure_reassign
from . import vsoko_procedure_change
from . import vsoko_evidence

# What is done with a plan and its lines together
from . import vsoko_plan_template
from . import vsoko_plan_cyclogram
from . import term_mixin
