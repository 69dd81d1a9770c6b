# What was found, why, what to do about it, and whether it worked.
from . import vsoko_indicator
from . import vsoko_finding
from . import vsoko_finding_repeat
from . import vsoko_finding_recheck
from . import vsoko_finding_life
from . import vsoko_finding_links
from . import vsoko_finding_source
from . import vsoko_effect_check
from . import vsoko_effect_check_judge
from . import vsoko_procedure
from . import vsoko_academic_year
from . import res_company
from . import res_config_settings
from . import vsoko_measurement
