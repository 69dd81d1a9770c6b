from . import vsoko_self_examination
from . import vsoko_self_examination_stages
from . import vsoko_self_examination_missing
from . import vsoko_self_examination_paper
from . import vsoko_self_examination_section
from . import vsoko_reminder
from . import vsoko_work
from . import vsoko_demo_school
