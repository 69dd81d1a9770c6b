# The tree of folders is the table of contents: catalogue, school, plan, work at it,
# visits, setup, documents, forms, measurement, evaluation, summary, neighbours.
from . import catalogue
from . import school
from . import plan
from . import work
from . import visit
from . import setup
from . import documents
from . import forms
from . import measurement
from . import evaluation
from . import summary
from . import neighbours
