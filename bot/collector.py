"""Python's collector of garbage, told what is none.

Imports, settings and texts stay until the end. Looking through them takes half a second of a start while they grow,
and holds everybody up for 50 ms from time to time afterwards.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def building_for_good() -> Iterator[None]:
    """Nothing is looked for while that is made which stays, and it is not looked through any more."""
    gc.disable()
    try:
        yield
    finally:
        spare_what_stands()
        gc.enable()


def spare_what_stands() -> None:
    """Whatever there is now is not looked through any more."""
    gc.freeze()
