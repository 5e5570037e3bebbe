"""Runs inside the interpreter, as a module that no name leads to once it serves.

It calls the submission's function on inputs and describes what came back, as JSON text. It knows nothing of what is
right. Everything it needs of Python is taken here, before the submission can change it; what a submission reaches and
bends of it changes only how its own values are described.
"""


def _make():
    import builtins
    import io
    import json
    import linecache
    import random
    import sys
    import traceback
    import types

    try:
        import numpy as np
    except ImportError:
        np = None

    MOST = 50_000
    MOST_GIVEN = 300_000  # what is handed in may be larger: 64 by 64 by 64
    DEEPEST = 16
    MOST_SHOWN = 60  # of what is shown and not compared
    MOST_ERRORS = 300  # that hang together
    MOST_CALLS = 100_000  # inside each other: enough for whatever ends, and endless ones are told as such before their time is up
    FILE = "solution.py"
    TOO_DEEP = (
        '{"ok":false,"error":{"type":"Unreadable","message":"",'
        '"line":null,"column":null,"traceback":""},"printed":%s}'
    )
    quote = json.encoder.encode_basestring_ascii
    read = json.JSONDecoder().decode
    compile_, exec_, isinstance_, type_, len_, getattr_, callable_ = (
        compile, exec, isinstance, type, len, getattr, callable,
    )  # fmt: skip
    str_, int_, float_, bool_, list_, tuple_, dict_, set_ = str, int, float, bool, list, tuple, dict, set
    complex_, frozenset_, zip_, range_ = complex, frozenset, zip, range
    Base, Memory, Group, min_, identity = BaseException, MemoryError, BaseExceptionGroup, min, id
    cause_of, context_of = Base.__dict__["__cause__"].__get__, Base.__dict__["__context__"].__get__
    members_of = Group.__dict__["exceptions"].__get__
    settrace, setprofile = sys.settrace, sys.setprofile
    set_limit, limit_now, limit = sys.setrecursionlimit, sys.getrecursionlimit, sys.getrecursionlimit()
    modules = sys.modules
    Traceback = traceback.TracebackException
    type_name = type.__dict__["__name__"].__get__
    builtin_names = dict(vars(builtins))

    # ---- values -> text
    def number(value):
        text = float_.__repr__(value)
        return f'"{text}"' if text in ("nan", "inf", "-inf") else text

    def named(value):
        return quote(str_.__str__(type_name(type_(value)))[:100])

    def whole(value, name):
        if int_.bit_length(value) > 14_000:  # as text it would be too long for Python itself
            return f'{{"t":"object","name":{name}}}'
        return f'{{"t":"int","v":"{int_.__repr__(value)}","name":{name}}}'

    def text(value, budget):
        length = str_.__len__(value)
        budget[0] -= length >> 3
        if length > 100_000 or budget[0] < 0:
            return '{"t":"huge","name":"str"}'
        return f'{{"t":"str","v":{quote(str_.__str__(value))}}}'

    def unmasked(value):
        """What is masked is no number; whoever masks something has imported what it takes."""
        ma = modules.get("numpy.ma")
        return ma.filled(value.astype(float_), np.nan) if ma is not None and ma.is_masked(value) else value

    def array(value, budget):
        base = np.array(unmasked(value), subok=False)
        kind = base.dtype.kind
        name = quote(str_(base.dtype)[:100])
        if kind == "U" and base.size * (1 + (base.dtype.itemsize >> 5)) <= budget[0]:
            budget[0] -= base.size * (1 + (base.dtype.itemsize >> 5))
            items = 'null,"words":[' + ",".join([quote(str_.__str__(item)) for item in base.ravel().tolist()]) + "]"
        elif kind not in "fiub" or base.size > budget[0]:
            items = "null"
        else:
            budget[0] -= base.size
            items = "[" + ",".join([number(float_(item)) for item in base.ravel().tolist()]) + "]"
        shape = ",".join([int_.__repr__(size) for size in base.shape])
        return f'{{"t":"array","dtype":{name},"shape":[{shape}],"v":{items}}}'

    def scalar(value, budget):
        base = np.array(value, subok=False)
        kind, name = base.dtype.kind, quote(str_(base.dtype)[:100])
        if kind == "b":
            return f'{{"t":"bool","v":{"true" if base.item() else "false"}}}'
        if kind in "iu":
            return whole(base.item(), name)
        if kind == "f":
            return f'{{"t":"float","v":{number(float_(base.item()))},"name":{name}}}'
        if kind == "U":
            return text(base.item(), budget)
        return f'{{"t":"object","name":{named(value)}}}'

    def describe(value, depth, budget):
        # budget: how many values may still be looked at, and whether one was nested too deeply
        budget[0] -= 1
        if value is None:
            return '{"t":"none"}'
        if value is True or value is False:
            return f'{{"t":"bool","v":{"true" if value else "false"}}}'
        kind = type_(value)
        if np is not None and isinstance_(value, np_array):
            return array(value, budget)
        if np is not None and isinstance_(value, np_scalar):
            return scalar(value, budget)
        if issubclass_(kind, float_):
            return f'{{"t":"float","v":{number(value)},"name":{named(value)}}}'
        if issubclass_(kind, int_):
            return whole(value, named(value))
        if issubclass_(kind, str_):
            return text(value, budget)
        if issubclass_(kind, (list_, tuple_)):
            base = list_ if issubclass_(kind, list_) else tuple_
            if depth > DEEPEST:
                budget[1] = True
            if depth > DEEPEST or base.__len__(value) > budget[0]:
                return f'{{"t":"huge","name":{named(value)}}}'
            items = ",".join([describe(item, depth + 1, budget) for item in base.__iter__(value)])
            return f'{{"t":"{base.__name__}","v":[{items}]}}'
        return f'{{"t":"object","name":{named(value)}{inside(value, kind, depth, budget)}}}'

    def inside(value, kind, depth, budget):
        # shown and not compared: only what is Python's own is looked into
        if kind is complex_:
            return f',"text":{quote(complex_.__repr__(value))}'
        if depth > DEEPEST or budget[0] < 0:
            return ""
        if kind is dict_:
            some = [pair for pair, _ in zip_(dict_.items(value), range_(MOST_SHOWN))]
            return ',"entries":[' + ",".join([f"[{describe(k, depth + 1, budget)},{describe(v, depth + 1, budget)}]" for k, v in some]) + "]"
        if kind is set_ or kind is frozenset_:
            some = [item for item, _ in zip_(kind.__iter__(value), range_(MOST_SHOWN))]
            return ',"items":[' + ",".join([describe(item, depth + 1, budget) for item in some]) + "]"
        return ""

    issubclass_ = lambda kind, base: type.__subclasscheck__(base, kind) if isinstance_(base, type) else any(
        [type.__subclasscheck__(one, kind) for one in base]
    )  # a metaclass of the submission's must not answer
    if np is not None:
        np_array, np_scalar = np.ndarray, np.generic

    # ---- what is printed
    class Printed(io.TextIOBase):
        def __init__(self):
            self.parts, self.left = [], 0

        def writable(self):
            return True

        def write(self, text):
            if not isinstance_(text, str_):
                raise TypeError(f"write() argument must be str, not {type_(text).__name__}")
            if self.left > 0:
                self.parts.append(text[: self.left])
                self.left -= len_(text)
            return len_(text)

    printed = Printed()
    most = [10_000]

    def taken():
        text = "".join([str_.__str__(part) for part in printed.parts])[: most[0]]
        printed.parts, printed.left = [], most[0]
        return quote(text)

    # ---- errors
    def own_frames(told):
        """Keeps the submission's frames, in the exception, in what caused it and in those of a group."""
        waiting = [told]
        for _ in range(40):
            if waiting:
                told = waiting.pop()
                told.stack = traceback.StackSummary.from_list([frame for frame in told.stack if frame.filename == FILE])
                waiting += [one for one in (told.__cause__, told.__context__, *(told.exceptions or ())) if one is not None]

    def is_vast(error):
        """Whether more errors hang on it (causes, members of groups) than are worth a look, or than there is time for."""
        waiting, seen = [error], set_()
        while waiting and len_(seen) <= MOST_ERRORS:
            one = waiting.pop()
            if one is None or identity(one) in seen:
                continue
            seen.add(identity(one))
            members = members_of(one) if issubclass_(type_(one), Group) else ()
            if len_(members) > MOST_ERRORS:
                return True
            waiting += [cause_of(one), context_of(one), *members]
        return len_(seen) > MOST_ERRORS

    def alone(error):
        """What stands for it without all that hangs on it."""
        return Base(str_(error)[:1000]).with_traceback(error.__traceback__)

    def describe_error(error):
        name = named(error)
        line = column = "null"
        message = trace = '""'
        try:
            shown = alone(error) if is_vast(error) else error
            told = Traceback(type_(shown), shown, shown.__traceback__, limit=-40, capture_locals=False)
            own_frames(told)
            frames = told.stack
            words = "".join(told.format_exception_only()).strip()
            if issubclass_(type_(error), SyntaxError) and error.filename == FILE:
                line, column = error.lineno, error.offset
                message = quote(str_(error.msg)[:1000])
            else:
                if frames:
                    line = frames[-1].lineno
                    column = None if frames[-1].colno is None else frames[-1].colno + 1
                if issubclass_(type_(error), SyntaxError):
                    words = words.split("\n")[-1]
                # the type stands before it, with its module: `numpy.exceptions.AxisError: axis 1 is …`
                message = quote(words.partition(": ")[2][:1000])
            line = int_.__repr__(line) if isinstance_(line, int_) else "null"
            column = int_.__repr__(column) if isinstance_(column, int_) else "null"
            text = "".join(told.format())[-4000:]
            if shown is not error:
                text = text.replace("BaseException", str_.__str__(type_name(type_(error)))[:100])
            trace = quote(text)
        except Base:
            pass
        return f'{{"type":{name},"message":{message},"line":{line},"column":{column},"traceback":{trace}}}'

    def failed(error):
        return f'{{"ok":false,"error":{describe_error(error)},"printed":{taken()}}}'

    def calm():
        """Takes back what a submission may have set to look over our shoulder, and while we look the depth that it allows itself."""
        settrace(None)
        setprofile(None)
        state["limit"] = min_(limit_now(), MOST_CALLS)
        set_limit(limit)

    # ---- loading and calling
    state = {"limit": limit}

    def load(source, entry, seed, printed_most):
        most[0] = printed.left = printed_most
        sys.stdout = sys.stderr = printed
        sys.stdin = io.StringIO("")
        random.seed(seed)
        if np is not None:
            np.random.seed(seed)
        linecache.cache[FILE] = (len_(source), None, [text + "\n" for text in source.split("\n")], FILE)
        module = types.ModuleType("solution")
        module.__file__ = FILE
        sys.modules["solution"] = module
        try:
            exec_(compile_(source, FILE, "exec", dont_inherit=True), module.__dict__)
        except Base as error:
            calm()
            return failed(error)
        calm()
        found = module.__dict__.get(entry)
        if not callable_(found):
            return f'{{"ok":false,"missing":true,"printed":{taken()}}}'
        state["entry"] = found
        return f'{{"ok":true,"printed":{taken()}}}'

    sources = {}  # what was compiled of them: a test asks for the same function again and again

    def argument(given):
        kind = given["type"]
        if kind == "function":
            source = given["source"]
            code = sources.get(source)
            if code is None:
                code = sources[source] = compile_(source, "<string>", "exec")
            scope = {"np": np, "__builtins__": builtin_names, "__name__": "f"}
            exec_(code, scope)
            return scope["f"]
        if kind == "array":
            return np.array(given["data"], dtype=given["dtype"]).reshape(given["shape"])
        return float_(given["value"]) if kind == "float" else given["value"]

    def call(parameters):
        values = [argument(given) for given in read(parameters)]
        before = [describe(value, 0, [MOST_GIVEN, False]) for value in values]
        try:
            set_limit(state["limit"])
            result = state["entry"](*values)
            calm()
        except Base as error:
            calm()
            return failed(error)
        try:
            budget = [MOST, False]
            value = describe(result, 0, budget)
            if budget[1]:
                return TOO_DEEP % taken()
            changed = ",".join(
                ["true" if describe(now, 0, [MOST_GIVEN, False]) != then else "false" for now, then in zip(values, before, strict=True)]
            )
        except Base as error:
            return failed(error)
        return f'{{"ok":true,"value":{value},"changed":[{changed}],"printed":{taken()}}}'

    return load, call


load, call = _make()
