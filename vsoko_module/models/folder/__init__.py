# What an inspector is shown: the whole chain and the local acts, checked at once.
from . import vsoko_folder_stage
from . import vsoko_local_act
from . import vsoko_folder
from . import vsoko_folder_read
from . import vsoko_folder_acts
from . import vsoko_folder_picture
from . import vsoko_folder_papers
from . import vsoko_folder_line
from . import vsoko_folder_line_says
from . import vsoko_folder_line_open
