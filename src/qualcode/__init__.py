"""Code interviews in the terminal against a shared codebook."""

__version__ = "0.1.0"
