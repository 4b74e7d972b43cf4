"""Papers ordered in the chat: which there are, of which days, for whom."""
