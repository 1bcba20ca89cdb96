"""Relief: hand-outs, once, from stock that balances."""
