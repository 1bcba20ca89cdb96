"""The registration desk: households get names."""
