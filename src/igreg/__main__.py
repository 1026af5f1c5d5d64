"""Start igreg: `python -m igreg` and the `igreg` command. What is done to the whole process is done here only."""

import signal
import sys

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells give it."""


def run() -> None:
    """Run the command line with the collector off: a register is built once and lives until the end.

    At the end the process goes at once, without taking apart, one by one, a million objects that nobody needs any more.
    Until the command is there to be told of a Ctrl-C, the system may end the process: nothing has been touched yet.
    """
    heeds = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if heeds:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    import contextlib
    import gc
    import os

    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    code: object = 0
    try:
        from igreg.cli.app import main

        if heeds:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        main()
    except SystemExit as end:
        code = end.code
    except KeyboardInterrupt:
        code = INTERRUPTED
    if isinstance(code, str):
        print(code, file=sys.stderr)  # noqa: T201
        code = 1
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    run()
