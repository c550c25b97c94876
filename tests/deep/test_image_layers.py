"""The records `conv`, `pool`, `dense` and `dropout`: shapes, parameters, refusals; no PyTorch."""

import numpy as np
import pytest

import rnet
from rnet.deep import conv, dense, dropout, pool
from rnet.deep.pictures import Pictures, pictures_of
from rnet.deep.plot_convnet import places_of_maxima


@pytest.mark.parametrize(
    ("layer", "shape", "after", "parameters"),
    [
        (conv(16, 3), (1, 8, 8), (16, 8, 8), 160),
        (conv(16, 3, padding="valid"), (1, 8, 8), (16, 6, 6), 160),
        (conv(4, 5, stride=2), (3, 9, 7), (4, 5, 4), 304),
        (conv(2, 4), (1, 6, 6), (2, 6, 6), 34),
        (pool(2), (16, 8, 8), (16, 4, 4), 0),
        (pool(3, "avg"), (2, 8, 8), (2, 2, 2), 0),
        (dense(10), (32, 2, 2), (10,), 1290),
        (dropout(0.5), (7,), (7,), 0),
    ],
)
def test_shapes_and_parameters(layer, shape, after, parameters) -> None:
    assert layer.output_shape(shape) == after
    assert sum(int(np.prod(s)) for s in layer.weight_shapes(shape)) == parameters


def test_pooling_by_two_keeps_a_quarter() -> None:
    before = (16, 8, 8)
    assert 4 * np.prod(pool(2).output_shape(before)) == np.prod(before)


def test_layers_show_how_they_are_written() -> None:
    written = [str(x) for x in (conv(16), conv(8, 5, act="tanh"), pool(2, "avg"), dropout(0.25))]
    assert written == [
        "conv(16, 3)", 'conv(8, 5, act = "tanh")', 'pool(2, type = "avg")', "dropout(0.25)",
    ]  # fmt: skip
    assert conv(16)["filters"] == 16


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: conv(0), "'filters' must be a whole number not below 1"),
        (lambda: conv(2.5), "'filters' must be a whole number not below 1"),
        (lambda: conv(True), "'filters' must be a whole number not below 1"),
        (lambda: pool(0), "'size' must be a whole number not below 1"),
        (lambda: pool(2, "median"), "'arg' should be one of “max”, “avg”"),
        (lambda: conv(2, act="step"), "'arg' should be one of"),
        (lambda: dropout(1), "'rate' must be in [0, 1)"),
        (lambda: conv(2, 9, padding="valid").output_shape((1, 8, 8)), "is larger than the 8 x 8"),
        (lambda: pool(2).output_shape((1, 1, 1)), "pool(2) is larger than the 1 x 1 maps"),
        (lambda: conv(2).output_shape((10,)), "conv(2, 3) cannot follow a dense layer"),
        (lambda: pictures_of((8, 9), None, 64), "images of 8 x 9 pixels have 72 columns"),
        (lambda: pictures_of(None, None, 64), "the size of the pictures is unknown"),
        (lambda: pictures_of((8,), None, 8), "'image' must be (height, width)"),
    ],
)
def test_refusals(make, message) -> None:
    with pytest.raises(rnet.RError) as caught:
        make()
    assert message in caught.value.message


def test_channels_of_a_pixel_stand_side_by_side() -> None:
    rows = np.arange(12.0)[None, :]
    maps = Pictures(2, 2, 3).maps(rows)
    assert maps[0].tolist() == [
        [[0, 3], [6, 9]], [[1, 4], [7, 10]], [[2, 5], [8, 11]],
    ]  # fmt: skip


def test_pixels_are_scaled_by_the_range_of_all() -> None:
    pictures = Pictures(1, 2).scaled_to(np.array([[0.0, 4], [8, 16]]))
    assert pictures.maps(np.array([[8.0, 16]])).ravel().tolist() == [0.5, 1.0]


def test_places_of_maxima() -> None:
    values = np.array([[0, 9, 1], [2, 3, 1], [5, 5, 5]])
    rows, columns = places_of_maxima(values, 2)
    assert (rows.tolist(), columns.tolist()) == ([[0]], [[1]])
