"""The journal's own tables, which are never dropped."""
