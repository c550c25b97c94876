"""R's neural-network, SVM and statistics coursework in Python.

Same formulas, same seeds, same numbers, same printed text. Names are R's with `.` written `_`.
`rnet.help("svm")` explains a function; `rnet.data()` lists the data sets.
Every name is loaded on first use; `__init__.pyi` says where each lives.
"""

import lazy_loader as _lazy

__version__ = "0.1.0"

__getattr__, __dir__, __all__ = _lazy.attach_stub(__name__, __file__)
