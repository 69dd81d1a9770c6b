from . import plan_paper
from . import register_xlsx
from . import changes_paper
from . import changes_month_paper
from . import plan_xlsx
from . import changes_month_xlsx
from . import py3o_report
