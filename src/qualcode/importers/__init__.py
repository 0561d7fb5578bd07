"""A file becomes a document: one module per family of formats."""
