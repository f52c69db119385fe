"""XML: the element tree and what escapes text."""
