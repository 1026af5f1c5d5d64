"""Start igreg: `python -m igreg` and the `igreg` command. What is done to the whole process is done here only."""

import sys
from types import ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal
else:
    import _signal as signal  # the part in C, there at once: the rest takes time, in which one may type Ctrl-C

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells give it."""


class _Metadata(ModuleType):
    """`importlib.metadata`, loaded when somebody wants anything of it but a function that igreg has switched off.

    Pydantic takes that function to look for plugins, and with it came e-mail, sockets and archives.
    """

    def __init__(self, path: list[str]) -> None:
        super().__init__("importlib.metadata")
        self.__path__ = path

    @staticmethod
    def entry_points(**wanted: str) -> object:
        """What installed packages offer to others, as the true module tells it."""
        return _metadata().entry_points(**wanted)

    def __getattr__(self, name: str) -> object:
        return getattr(_metadata(), name)


def _metadata() -> ModuleType:
    import importlib

    if isinstance(sys.modules.get("importlib.metadata"), _Metadata):
        sys.modules.pop("importlib.metadata", None)  # two threads may ask at once
    return importlib.import_module("importlib.metadata")


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
    import importlib
    import os

    gc.disable()
    if "importlib.metadata" not in sys.modules:
        sys.modules["importlib.metadata"] = importlib.metadata = _Metadata([f"{importlib.__path__[0]}/metadata"])
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
