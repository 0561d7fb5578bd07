"""Small windows that ask one question and return a value."""
