from . import vsoko_evaluation
from . import vsoko_evaluation_collect
from . import vsoko_evaluation_score
from . import vsoko_evaluation_compare
from . import vsoko_evaluation_nearest
from . import vsoko_evaluation_chart
from . import vsoko_evaluation_line
