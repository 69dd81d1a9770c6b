# Mixins first: other chapters have records of a year.
from . import year_first_mixin
from . import of_year_mixin
from . import vsoko_academic_year
from . import vsoko_period
from . import vsoko_subject
from . import vsoko_class
from . import vsoko_role_holder
from . import vsoko_demo_school
