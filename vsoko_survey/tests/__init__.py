from . import test_waves
