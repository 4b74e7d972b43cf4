"""Papers from the database, which is opened to look and not to write; nothing here needs a network or knows Telegram."""
