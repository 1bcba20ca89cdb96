"""The domain: values in, values out. No Django, no files, no clock, no randomness of its own."""
