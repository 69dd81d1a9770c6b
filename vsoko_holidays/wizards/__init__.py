from . import vsoko_substitute
