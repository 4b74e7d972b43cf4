"""Root causes and road maps in the chat: pages on one message, words on request, reminders on the day of a term (R62)."""
