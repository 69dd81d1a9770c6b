# What was decided about conclusions, where, by whom, and how it goes.
from . import vsoko_body
from . import vsoko_meeting
from . import vsoko_meeting_question
from . import vsoko_decision
from . import vsoko_decision_life
from . import vsoko_decision_links
from . import vsoko_decision_effect
from . import vsoko_decision_recheck
from . import vsoko_decision_review
from . import vsoko_measure
from . import vsoko_document
from . import vsoko_document_item
from . import vsoko_demo_school
