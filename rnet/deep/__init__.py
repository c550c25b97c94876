"""Deep models: deepnet's mirror, networks by formula, and those that PyTorch trains.

`from rnet.deep import conv, pool, dense, dropout` describes the layers of `rnet.convnet`.
"""

import lazy_loader as _lazy

__getattr__, __dir__, __all__ = _lazy.attach_stub(__name__, __file__)
