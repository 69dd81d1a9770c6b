from . import vsoko_sheet
from . import vsoko_sheet_line
from . import vsoko_observation
from . import vsoko_observation_line
from . import vsoko_procedure
