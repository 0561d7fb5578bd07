"""How fast qualcode is, beside other programs, on generated transcripts: `python -m benchmarks`."""
