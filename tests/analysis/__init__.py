"""Promises of the tables."""
