# Mixin first: papers inherit it.
from . import paper_files_mixin
from . import ir_actions_report
from . import vsoko_document
from . import vsoko_document_lists
from . import vsoko_document_template
from . import vsoko_document_template_words
from . import vsoko_meeting
from . import vsoko_folder
from . import vsoko_plan
from . import vsoko_procedure
from . import vsoko_self_examination
from . import vsoko_academic_year
from . import vsoko_finding
