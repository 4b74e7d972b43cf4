"""Files that administrators send to the bot."""
