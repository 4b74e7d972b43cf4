"""Papers that somebody signs: figures become fields, fields fill a form, a filled form becomes a file."""
