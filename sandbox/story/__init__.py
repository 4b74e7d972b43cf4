"""The story of the demonstration: a city's day, played by its people against the real bot and told in the terminal.

`stage` lets people act and tells what follows, `news` finds out what has changed in the chats, `screen` draws it;
`cast` gives the parts to the municipality's own staff, `everyday` and `mishaps` are the chapters, `outcome` counts.
"""
