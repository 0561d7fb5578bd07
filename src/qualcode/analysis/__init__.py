"""Tables from codings: the only room with pandas."""
