"""The sandbox city's page: chats side by side in a browser, the people played by the visitor, the clock in hand."""
