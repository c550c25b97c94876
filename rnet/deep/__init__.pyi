from .image_layers import conv as conv
from .image_layers import dense as dense
from .image_layers import dropout as dropout
from .image_layers import pool as pool
