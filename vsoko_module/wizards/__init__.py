from . import vsoko_import
from . import vsoko_import_column
from . import vsoko_import_line
from . import vsoko_import_phrase
from . import vsoko_import_plan
from . import vsoko_plan_create
from . import vsoko_reason
