"""Text machinery: canonical text, boundaries, rows, lanes, motion, search; pure."""
