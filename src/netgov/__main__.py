"""`python -m netgov` is the command line."""

from netgov.cli import main

if __name__ == "__main__":
    main()
