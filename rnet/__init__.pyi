from .conditions import RError as RError
from .conditions import RWarning as RWarning
from .datasets import data as data
from .generics import coef as coef
from .generics import fitted as fitted
from .generics import plot as plot
from .generics import predict as predict
from .generics import residuals as residuals
from .generics import summary as summary
from .settings import options as options
from .values import NA as NA
from .values import named_matrix as named_matrix

__version__: str
