"""What a user can do: one module per noun, the only door for both front ends."""
