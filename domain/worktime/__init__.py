"""The parts that a working calendar is made of; `domain.workdays` is the whole."""
