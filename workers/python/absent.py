"""Run once, before the snapshot is taken: what cannot work in here raises a sentence that says so.

Python's own words are kept where they say it already (the network, other programs by `subprocess`). Nothing of this keeps
anybody from anything: there is no thread and no program to start whatever a submission puts back.
"""

import _thread
import asyncio
import os
import posix
import sys

import pyodide.webloop


def _refusing(sentence):
    def refuse(*_, **__):
        raise RuntimeError(sentence)

    return refuse


_threads = _refusing("threads cannot be used here: compute one thing after another")
for _module in (_thread, sys.modules.get("threading")):
    for _name in ("start_new_thread", "start_new", "start_joinable_thread", "_start_new_thread", "_start_joinable_thread"):
        if _module is not None and hasattr(_module, _name):
            setattr(_module, _name, _threads)

_programs = _refusing("other programs cannot be started here")
for _module in (os, posix):
    for _name in ("system", "fork", "execv", "execve", "posix_spawn", "posix_spawnp"):
        if hasattr(_module, _name):
            setattr(_module, _name, _programs)
os.popen = _programs

asyncio.run = asyncio.runners.run = pyodide.webloop.WebLoop.run_until_complete = _refusing(
    "nothing can be waited for here: leave asyncio out, and call the function itself"
)

del _module, _name, _threads, _programs, _refusing, _thread, asyncio, os, posix, pyodide, sys
