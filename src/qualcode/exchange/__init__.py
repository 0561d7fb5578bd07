"""Formats that are shared with other programs and with colleagues."""
