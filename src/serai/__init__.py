"""serai keeps the books of people: counted, named, cared for, moved, housed, found again."""

__version__ = "0.1.0"
