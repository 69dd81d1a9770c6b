# The tree of folders is the table of contents: catalogue, school, plan, neighbours.
from . import catalogue
from . import school
from . import plan
from . import neighbours
