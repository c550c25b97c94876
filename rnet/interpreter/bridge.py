"""Between R's values and Python's: what rnet's functions take, and what they give back.

| R | Python |
|---|---|
| a number, string or truth value alone | `float`, `int`, `str`, `bool` |
| vector; with names | NumPy array; Series |
| matrix; with dimnames | 2-d array; DataFrame made by `named_matrix` |
| factor, data frame, table | Categorical, DataFrame, `Table` |
| list; with names | list; dict |
| formula, call, function | `Formula`, syntax tree, Python function |
| a result of rnet | the record |
"""

from rnet.interpreter.from_python import elements, from_categorical, from_python
from rnet.interpreter.to_python import plain_array, to_python, whole_numbers

__all__ = [
    "elements",
    "from_categorical",
    "from_python",
    "plain_array",
    "to_python",
    "whole_numbers",
]
