"""Reading public reports: every figure with its source, its words, its days and its place."""

from serai.core.reports.reader import read
from serai.core.reports.reading import Claim, Hazard, Meta, Reading

__all__ = ["Claim", "Hazard", "Meta", "Reading", "read"]
