"""`python -m reports.daily`: a picture's words and numbers in, its PNG out; a process of its own for the bot's sake."""

import sys

from reports.daily.picture import draw_day
from reports.daily.shape import read_picture

if __name__ == "__main__":
    draw_day(sys.stdout.buffer, read_picture(sys.stdin.buffer.read()))
