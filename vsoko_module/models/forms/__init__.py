from . import vsoko_figure
from . import vsoko_figure_pupils
from . import vsoko_form
from . import vsoko_form_mark
from . import vsoko_form_fill
from . import vsoko_form_fill_line
