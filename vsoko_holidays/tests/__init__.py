from . import test_absences
from . import test_substitutes
