"""Things that are printed or carried away: token slips, tables."""
