"""The operation as a seeded generator of events: training, demonstration, load."""
