"""Accounts, roles, and which rooms a person may enter."""
