"""Cards by e-mail: letters, the conversation with the server, and who carries them (R30)."""
