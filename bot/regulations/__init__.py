"""The regulations that come with the program, a file each; `bot.regulation_file` reads them."""
