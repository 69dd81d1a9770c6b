# The tree of folders is the table of contents: catalogue, school, plan, work at it,
# visits, setup, documents, forms, staff, measurement, evaluation,
# self-examination, conclusions, decisions, summary, neighbours.
from . import catalogue
from . import school
from . import plan
from . import work
from . import visit
from . import setup
from . import documents
from . import forms
from . import staff
from . import measurement
from . import evaluation
from . import self_examination
from . import conclusion
from . import decision
from . import summary
from . import neighbours
