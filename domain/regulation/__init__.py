"""What a regulation demands of those who work on an appeal, as data: a municipality chooses one by its name."""
