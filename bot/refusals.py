"""Why a command was not carried out, in the one line that its user reads."""

FAILED, WRONG_USE = 1, 2


class Refused(Exception):
    """As text one line that names the file and the remedy; `code` is the exit code."""

    def __init__(self, line: str, code: int = WRONG_USE) -> None:
        super().__init__(line)
        self.code = code
