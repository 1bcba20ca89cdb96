"""Adding a figure that the reader missed: its words are chosen, its numbers read in them again."""
