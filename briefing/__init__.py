"""Read, search and check structured briefs in the terminal."""

__version__ = "0.1.0"
