"""Work in threads: in order, nobody waiting for a slow neighbour, nothing begun in vain."""

import threading

import pytest

from rnet.parallel import TASKS_AHEAD, map_in_threads

PATIENCE = 20.0  # seconds, for a test that would otherwise wait for ever


def test_results_come_in_order() -> None:
    assert list(map_in_threads(lambda x: x * x, range(50), 3)) == [x * x for x in range(50)]


def test_a_long_task_does_not_hold_up_the_others() -> None:
    last_begun = threading.Event()

    def run(task: int) -> bool:
        if task == 39:
            last_begun.set()
        return last_begun.wait(PATIENCE) if task == 0 else True

    assert all(map_in_threads(run, range(40), 2))


def test_who_stops_asking_leaves_the_rest_undone() -> None:
    begun: list[int] = []

    def run(task: int) -> int:
        begun.append(task)
        return task

    results = map_in_threads(run, range(1000), 2)
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    results.close()
    assert len(begun) <= 3 + 2 * TASKS_AHEAD * 2


def test_an_error_reaches_the_one_who_asks() -> None:
    def run(task: int) -> int:
        if task == 2:
            raise ZeroDivisionError
        return task

    results = map_in_threads(run, range(10), 2)
    assert next(results) == 0
    assert next(results) == 1
    with pytest.raises(ZeroDivisionError):
        next(results)
