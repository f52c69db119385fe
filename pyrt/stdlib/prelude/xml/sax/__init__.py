"""Only saxutils' functions on text are here."""
