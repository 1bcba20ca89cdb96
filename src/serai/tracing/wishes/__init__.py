"""Wishes not to be found: written down by any officer, held against every request."""
