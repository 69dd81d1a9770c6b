from . import vsoko_summary
from . import vsoko_summary_work
from . import vsoko_summary_figures
from . import vsoko_summary_ready
from . import vsoko_summary_decisions
