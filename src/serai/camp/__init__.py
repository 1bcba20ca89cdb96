"""The camp: receipts, shelter units, who is present."""
