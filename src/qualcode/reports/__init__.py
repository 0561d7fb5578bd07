"""A report is data; the writers are its leaves."""
