"""The promises of qualcode, room by room."""
