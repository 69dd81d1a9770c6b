from . import ir_actions_report
from . import vsoko_plan
from . import vsoko_procedure
