"""Papers ordered in the chat: the buttons, the question for days, what is said of the file."""
