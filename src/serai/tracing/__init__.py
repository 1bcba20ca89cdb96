"""Tracing: a family with all its links, and requests for missing members."""
