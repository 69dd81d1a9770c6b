from . import test_answering
from . import test_rights
from . import test_waves
