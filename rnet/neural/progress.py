"""A progress bar over repetitions."""

from collections.abc import Iterator
from contextlib import contextmanager

from rnet.neural.problem import Report
from rnet.progress import counting_bar


@contextmanager
def progress_bar(repetitions: int, wanted: bool | None, lifesign: bool) -> Iterator[Report | None]:
    """Give what moves a bar when a repetition is finished, or None where no bar is to be shown.

    Raises
    ------
    RError
        If a bar is asked for and tqdm is not installed.
    """
    with counting_bar(repetitions, "neuralnet", "rep", wanted, hidden=lifesign) as advance:
        if advance is None:
            yield None
            return

        def report(
            _repetition: int,
            _step: float,
            _smallest: float,
            finished: bool,
            _status: int,
            _reached: float,
            _seconds: float,
        ) -> None:
            if finished:
                advance()

        yield report
