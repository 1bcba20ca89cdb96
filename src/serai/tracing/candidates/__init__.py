"""Candidates of a request: found by name, judged by one person, checked by another, then told."""
