from . import vsoko_staff
from . import vsoko_training
from . import hr_employee
from . import vsoko_figure
from . import vsoko_demo_school
