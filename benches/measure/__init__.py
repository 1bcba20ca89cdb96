"""What every bench shares: stations to measure on, and figures beside their targets."""
