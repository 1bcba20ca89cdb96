"""The screening lanes: lane, outcome, and separations with their review dates."""
