/** Figures of every view and mark, as authors write them: tests compile, draw and show them. */
export const EXAMPLES: Readonly<Record<string, string>> = {
  walk: `title: Walking down the bright box
ask: Find two places with $L = 0.5$.
say: At w = ({p.x}, {p.y}) the loss is {L(p.x, p.y)}; the gradient is {g}.
controls:
  - { slider: eta, label: $\\eta$, from: 0.1, to: 1.5, step: 0.05, at: 0.5 }
  - { point: p, in: map, at: [0, 0], within: [[-1, 4], [-1, 3]], snap: 0.25 }
  - { steps: k, to: 10 }
define:
  - L(a, b) = mse([b, a, a + b], [1, 2, 3]) * 3/4
  - g = grad(L)(p.x, p.y)
runs:
  - { run: walk, from: { w: p }, loss: "L(w_1, w_2)", rate: eta, steps: 10 }
views:
  - plane: map
    x: { from: -1, to: 4, label: $w_1$ }
    y: { from: -1, to: 3, label: $w_2$ }
    equal: true
    draw:
      - { contours: "L(x, y)", levels: [0.25, 0.5, 1, 2, 4] }
      - { path: walk.w, upto: k, numbered: true }
      - { arrow: { from: p, along: "-g/4" }, label: $-\\nabla L$ }
      - { point: [2, 1], label: minimum, shape: cross }
  - table: log
    columns: [{ k: walk.k, digits: 0 }, { $L$: walk.loss, digits: 4 }]
    upto: k
readouts: [{ $L$: "L(p.x, p.y)", digits: 4 }]`,
  parabola: `title: One parabola, five behaviours
say: The factor of a step is {1 - s}; after {k} steps x is {at(walk.x, k)}.
controls: [{ slider: s, label: $\\eta\\lambda$, from: 0, to: 2.6, step: 0.1, at: 0.5 }, { steps: k, to: 12 }]
runs: [{ run: walk, from: { x: 1 }, next: { x: (1 - s)*x }, steps: 12 }]
views:
  - plane: hill
    x: { from: -3, to: 3, label: $x$ }
    y: { from: 0, to: 4.5, label: $f$ }
    draw: [{ curve: { y: x^2/2 }, tangent: 1 }, { path: [walk.x, walk.x^2/2], upto: k, numbered: true }]
  - table: log
    columns: [{ k: walk.k, digits: 0 }, { $x$: walk.x, digits: 4 }]
    upto: k`,
  fit: `title: Back through a fit
say: Forward the loss is {v.loss}. Backward, w gets {g.w}, x gets {g.x}, b gets {g.b}.
controls:
  - { slider: w, from: -3, to: 3, step: 1, at: 2 }
  - { slider: x, from: -3, to: 3, step: 1, at: 3 }
  - { slider: b, from: -3, to: 3, step: 1, at: 1 }
  - { slider: y, from: -5, to: 5, step: 1, at: 5 }
  - { steps: k, to: 11 }
views:
  - graph: fit
    inputs: [w, x, b, y]
    nodes: [a = w*x, s = a + b, r = s - y, loss = r^2]
    labels: { loss: $\\ell$ }
    show: [values, gradients, slopes]
    forward: min(k, 4)
    backward: k - 4`,
  fold: `title: The fold
say: The line parts {right} of 4 rows rightly; unit 2 begins at {c}.
controls: [{ slider: c, label: "$b_{1,2}$", from: -2, to: 1, step: 0.25, at: -1 }, { choice: bend, options: { relu: 1, none: 0 }, at: relu }, { slider: n, from: 1, to: 4, step: 1, at: 2 }]
data: { rows: { columns: [x1, x2, y], values: [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]] } }
define: ["Z = [x1, x2] [[1, 1], [1, 1]] + [0, c]", "A = if(bend, relu(Z), Z)", "s = A · [1, -2]", "right = count((s > 0.5) = (y = 1))"]
views:
  - { network: box, layers: [2, 2, 1], weights: ["[[1, 1], [1, 1]]", "[1, -2]"], values: ["[x1, x2]", A, "s^T ^T"], hatched: ["[0, 0]", "row(Z, n) <= 0", "[0]"], row: n, lamp: "entry(s, n)" }
  - { plane: before, x: { from: -0.5, to: 1.5, label: $x_1$ }, y: { from: -0.5, to: 1.5, label: $x_2$ }, equal: true, draw: [{ points: rows, shape: y }] }
  - { plane: after, x: { from: -0.5, to: 2.5, label: $a_1$ }, y: { from: -1.5, to: 1.5, label: $a_2$ }, equal: true, draw: [{ points: rows, at: A, shape: y }, { line: { where: x - 2y = 0.5 } }] }`,
  quotient: `title: How good is a difference quotient?
say: At h = {h} the forward error is {e1(h)}, the central error {e2(h)}.
controls: [{ slider: h, from: 1e-15, to: 1, at: 1e-5, scale: log }, { choice: bug, options: { none: 0, factor: 0.01 }, at: none }]
define: ["f(t) = t^3", "e1(t) = abs((f(2 + t) - f(2))/t - 12*(1 + bug))", "e2(t) = abs((f(2 + t) - f(2 - t))/(2*t) - 12*(1 + bug))"]
views:
  - plane: error
    x: { from: 1e-15, to: 1, scale: log, label: $h$ }
    y: { from: 1e-13, to: 10, scale: log, label: error }
    draw: [{ curve: { y: e1(x) }, label: forward }, { curve: { y: e2(x) }, label: central, dashed: true, role: second }, { point: [h, e2(h)] }]`,
  bowl: `title: A bowl and its shore line
say: At height {c} the shore line is a circle of radius {sqrt(c)}.
controls: [{ slider: c, label: $c$, from: 0, to: 16, step: 1, at: 4 }, { choice: form, options: { bowl: 1, saddle: -1 }, at: bowl }]
define: ["f(x, y) = x^2 + form*y^2"]
views:
  - space: bowl
    x: { from: -4, to: 4, label: $x$ }
    y: { from: -4, to: 4, label: $y$ }
    z: { from: -16, to: 32, label: $z$ }
    draw:
      - { surface: "f(x, y)" }
      - { sheet: [[-4, -4, c], [4, -4, c], [4, 4, c], [-4, 4, c]], role: second }
      - { point: [0, 0, 0] }
      - { arrow: { to: [2, 0, 4] } }
      - { segment: { from: [0, 0, 0], to: [0, 2, 4] } }
  - plane: map
    x: { from: -4, to: 4, label: $x$ }
    y: { from: -4, to: 4, label: $y$ }
    equal: true
    draw: [{ contours: "f(x, y)", levels: [c], role: accent }, { contours: "f(x, y)", count: 7, shade: true }]`,
  shapes: `title: Everything that stands in a plane
say: The point is at {q}; its product with (3, 4) is {q · [3, 4]}.
controls: [{ point: q, in: all, at: [3, 1], within: [[-5, 5], [-5, 5]], stays: "x^2 + y^2 = 10" }, { cell: c, in: product }]
data: { spots: { columns: [u, v], values: [[1, 2], [2, -1], [-3, 1]], drag: both } }
views:
  - plane: all
    x: { from: -5, to: 5 }
    y: { from: -5, to: 5 }
    equal: true
    draw:
      - { grid: "[[1, 0.5], [0, 1]]", picture: flag }
      - { field: [x/5, y/5], spacing: 2, scale: 0.8 }
      - { area: { where: x + y > 4 } }
      - { area: { corners: [[-4, -4], [-2, -4], [-3, -2]] }, role: wrong }
      - { curve: { at: ["3 cos(t)", "3 sin(t)"], from: 0, to: 6.2832 }, role: quiet }
      - { segment: { from: [0, 0], to: [1, 1] }, square: true, label: square }
      - { line: { through: [[0, 0], q] }, dashed: true }
      - { points: spots }
      - { arrow: { to: [u, v] }, each: spots, role: second, hidden: u < 0 }
      - { text: { at: [-4, 4], value: "here $x < y$" } }
  - table: product
    matrix: "[[1, 2], [3, 4]] [[1, 0], [2, 1]]"
    heads: [first, second]
    names: [one, other]
    digits: 0
    highlight: (i = c.row) + (j = c.column)
    sum: true
  - bars: shares
    items: [{ label: $p_1$, value: 0.7, beside: 1 }, { label: $p_2$, value: 0.3, beside: 0 }]
    pairs: [model, truth]
    from: 0
    to: 1`,
};
