"""Work for later: here it is done at once."""
