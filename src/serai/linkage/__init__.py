"""Linkage of whole registries: which records of one or two files may be the same people.

Nothing is decided here. What comes out is a list of pairs for people to look at.
"""
