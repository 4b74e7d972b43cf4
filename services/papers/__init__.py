"""Papers ordered in the chat: from the order to the file that stands there."""
