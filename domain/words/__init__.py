"""Rules about words: cleaning, spelling, names, addresses, dates, personal numbers, talk."""
