from . import test_tools
from . import test_plan_paper
from . import test_order_paper
from . import test_changes_paper
from . import test_plan_xlsx
from . import test_templates
from . import test_access
from . import test_office
