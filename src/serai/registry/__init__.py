"""The shared read side: places, people, households, tokens, balances, discrepancies."""
