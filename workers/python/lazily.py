"""Run once, before the snapshot is taken: `from numpy import *` asks for all of NumPy, also for what a lesson hardly needs.

What takes long to import and is hardly ever used stands in for itself until somebody looks into it: `numpy.f2py`, a third
of a second. What is quick was imported into the snapshot.
"""

import types

import numpy


class _Later(types.ModuleType):
    # the names of this file are gone by then
    def __getattr__(self, name):
        if name[:2] == "__":  # what asks every module for its file or its path needs no answer
            raise AttributeError(name)
        from importlib import import_module

        return getattr(import_module(self.__name__), name)

    def __dir__(self):
        from importlib import import_module

        return dir(import_module(self.__name__))


# not among sys.modules: `import numpy.f2py` finds the real one, and puts it here
numpy.f2py = _Later("numpy.f2py")

del types, numpy
