"""The index of names as a file: built at once, searched, and added to, one person at a time."""
