"""The gate: groups are counted off a truck and given tokens."""
