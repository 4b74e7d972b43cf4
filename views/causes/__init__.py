"""Root causes and road maps: the pages of one message, the questions, what departments are told."""
