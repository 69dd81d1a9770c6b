from . import vsoko_changes_print
from . import vsoko_self_check
from . import vsoko_register_print
from . import vsoko_decisions_print
