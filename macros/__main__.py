"""`python -m macros …`: see `cli/main.py`."""

import gc
import sys

gc.disable()  # models of records come into being while importing, and stay: looking for garbage finds none
from .cli.main import main  # noqa: E402

gc.enable()

if __name__ == "__main__":
    sys.exit(main())
