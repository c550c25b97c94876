from .conditions import RError as RError
from .conditions import RWarning as RWarning
from .datasets import data as data
from .generics import coef as coef
from .generics import fitted as fitted
from .generics import plot as plot
from .generics import predict as predict
from .generics import residuals as residuals
from .generics import summary as summary
from .rng.location_scale import rnorm as rnorm
from .rng.location_scale import runif as runif
from .rng.random_seed import random_seed as random_seed
from .rng.random_seed import set_random_seed as set_random_seed
from .rng.RNGkind import RNGkind as RNGkind
from .rng.RNGkind import RNGversion as RNGversion
from .rng.sample import sample as sample
from .rng.sample_int import sample_int as sample_int
from .rng.set_seed import set_seed as set_seed
from .settings import options as options
from .values import NA as NA
from .values import named_matrix as named_matrix

__version__: str
