"""One file, one command: `HELP` for the list, `add_options`, `run`."""
