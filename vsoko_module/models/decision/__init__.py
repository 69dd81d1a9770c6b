# What was decided about conclusions, where, by whom, and how it goes.
from . import vsoko_body
from . import vsoko_meeting
from . import vsoko_meeting_people
from . import vsoko_meeting_agenda
from . import vsoko_meeting_life
from . import vsoko_meeting_undo
from . import vsoko_meeting_calendar
from . import vsoko_meeting_minutes
from . import vsoko_meeting_question
from . import vsoko_meeting_question_source
from . import vsoko_meeting_question_votes
from . import vsoko_meeting_question_minutes
from . import vsoko_meeting_question_undo
from . import vsoko_procedure
from . import vsoko_document_meeting
from . import vsoko_decision
from . import vsoko_decision_life
from . import vsoko_decision_links
from . import vsoko_decision_effect
from . import vsoko_decision_recheck
from . import vsoko_decision_review
from . import vsoko_measure
from . import vsoko_document
from . import vsoko_document_item

# The decision in the calendar, among tasks, in reminders and in the work of people
from . import vsoko_decision_calendar
from . import vsoko_decision_tasks
from . import vsoko_decision_item
from . import vsoko_document_item_follow
from . import vsoko_reminder
from . import vsoko_work
from . import vsoko_digest

from . import vsoko_demo_school
