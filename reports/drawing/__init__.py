"""What every picture is drawn with: a sheet, letters that come with the program, a few colours."""
