# What a year has found goes on: into plans, the next year and the papers of the year.
from . import vsoko_indicator
from . import vsoko_procedure
from . import vsoko_finding
from . import vsoko_finding_words
from . import vsoko_decision
from . import vsoko_decision_words
from . import vsoko_academic_year
from . import vsoko_document_analysis
from . import vsoko_document_conclusions
from . import vsoko_procedure_note
from . import vsoko_self_examination_section
