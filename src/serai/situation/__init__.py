"""The situation room: who is where, what does not balance, what is overdue."""
