"""The other programs' drivers, and what they share with ours."""
