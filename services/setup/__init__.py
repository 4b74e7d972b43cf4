"""Setting up the municipality: by its file, or in the chat without one."""
