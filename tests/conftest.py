"""What all tests share: how long an example takes says how busy the machine is, nothing more."""

from hypothesis import settings

settings.register_profile("rnet", deadline=None)
settings.load_profile("rnet")
