from . import vsoko_changes_print
