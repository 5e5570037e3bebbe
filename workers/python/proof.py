"""Known values, worked out by hand or published: a restored interpreter must give them before it serves."""

import math
import random
import statistics


def plain():
    random.seed(1)
    return [
        math.isclose(math.erf(1.0), 0.8427007929497149),
        statistics.median([3, 1, 2]) == 2,
        random.random() == 0.13436424411240122,
        sorted("nabla") == ["a", "a", "b", "l", "n"],
        int("123456789" * 5) % 97 == 123456789123456789123456789123456789123456789 % 97,
    ]


def numpy():
    import numpy as np

    def message(work):
        try:
            work()
        except Exception as error:
            return f"{type(error).__name__}: {error}"
        return ""

    matrix = np.array([[4.0, 7.0], [2.0, 6.0]])
    symmetric = np.array([[2.0, 1.0], [1.0, 2.0]])
    return [
        np.allclose(np.linalg.inv(matrix), [[0.6, -0.7], [-0.2, 0.4]]),
        math.isclose(np.linalg.det(matrix), 10.0),
        np.allclose(np.linalg.eigvalsh(symmetric), [1.0, 3.0]),
        np.allclose(np.linalg.svd(symmetric)[1], [3.0, 1.0]),
        np.allclose(np.linalg.solve(matrix, [1.0, 0.0]), [0.6, -0.2]),
        np.allclose(np.fft.fft([0, 1, 2, 3]), [6, -2 + 2j, -2, -2 - 2j]),
        np.random.default_rng(42).random() == 0.7739560485559633,
        np.random.RandomState(0).rand() == 0.5488135039273248,
        np.array([1, 2]).astype(np.float32).dtype.name == "float32",
        (np.arange(3, dtype=np.int64) / 2).dtype.name == "float64",
        np.einsum("ij,jk->ik", symmetric, symmetric).tolist() == [[5.0, 4.0], [4.0, 5.0]],
        repr(np.array([[1.0, 2.5]])) == "array([[1. , 2.5]])",
        np.ma.array([1, 2, 3], mask=[0, 1, 0]).sum() == 4,
        np.polynomial.Polynomial([1, 2, 3])(2.0) == 17.0,
        "mismatch in its core dimension" in message(lambda: np.ones((2, 3)) @ np.ones((2, 3))),
        "could not be broadcast together with shapes (2,) (3,)" in message(lambda: np.ones(2) + np.ones(3)),
    ]


def proof(with_numpy):
    return plain() + (numpy() if with_numpy else [])
