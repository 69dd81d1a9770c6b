from . import digest
from . import folder
