# Mixin first: the models below inherit it.
from . import catalogue_mixin
from . import vsoko_regulation
from . import vsoko_role
from . import vsoko_body
from . import vsoko_method
from . import vsoko_outcome
from . import vsoko_phrase
from . import vsoko_framework
from . import vsoko_framework_variant
from . import vsoko_level
from . import vsoko_block
from . import vsoko_criterion
from . import vsoko_indicator
from . import vsoko_indicator_option
from . import vsoko_indicator_band
from . import vsoko_indicator_setting
