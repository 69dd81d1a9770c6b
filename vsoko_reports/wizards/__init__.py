from . import vsoko_self_check
