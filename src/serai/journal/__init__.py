"""The journal: append-only events, one hash chain a station, and the machinery of projections."""
