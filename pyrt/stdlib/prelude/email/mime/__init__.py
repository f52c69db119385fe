"""Messages of one type each."""
