"""Start igreg: `python -m igreg` and the `igreg` command."""

import gc


def run() -> None:
    """Run the command line with the collector off: a register is built once and lives until the end."""
    gc.disable()
    from igreg.cli.app import main

    main()


if __name__ == "__main__":
    run()
