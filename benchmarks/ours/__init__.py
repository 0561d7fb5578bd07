"""Our own steps, each group in a process of its own so that its memory can be told apart."""
