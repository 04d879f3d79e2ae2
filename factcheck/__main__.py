"""``python -m factcheck``, and the command ``factcheck``."""


def main() -> None:
    """Run the command line. A process that prints imports this file, too, and nothing of the command line with it."""
    from factcheck.cli import main

    main()


if __name__ == "__main__":
    main()
