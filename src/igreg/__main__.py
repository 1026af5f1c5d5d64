"""Start igreg: `python -m igreg` and the `igreg` command."""

import contextlib
import gc
import os
import sys


def run() -> None:
    """Run the command line with the collector off: a register is built once and lives until the end.

    At the end the process goes at once, without taking apart, one by one, a million objects that nobody needs any more.
    """
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    code: object = 0
    try:
        from igreg.cli.app import main

        main()
    except SystemExit as end:
        code = end.code
    if isinstance(code, str):
        print(code, file=sys.stderr)  # noqa: T201
        code = 1
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    run()
