"""What is written on the map's picture and in its book, in the language of those who read it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MapWords:
    """`summary`: what a head reads first; `late_mark`: what a mark in a cell means, after an example of it."""

    title: str
    town: str
    days: str
    summary: tuple[str, ...]
    topic: str
    every: str
    no_topic: str
    no_territory: str
    legend: str
    late_mark: str
    late: str
    weeks: str
    weeks_note: str
    in_all: str
    empty: str
    unplaced: str
    number: str
    address: str
