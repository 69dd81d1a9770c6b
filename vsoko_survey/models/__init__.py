from . import survey_survey
from . import survey_question
from . import survey_user_input
from . import vsoko_survey_wave
from . import vsoko_survey_count
from . import vsoko_survey_result
from . import vsoko_demo_school
