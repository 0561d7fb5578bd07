"""The words of the field as values and pure functions; standard library only."""
