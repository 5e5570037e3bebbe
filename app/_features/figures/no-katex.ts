/**
 * Stands in the browser's scripts where `mafs` imports `katex` (next.config.js) for its `LaTeX`, which Nabla does not use: formulas
 * are typeset when a lesson is compiled, and KaTeX alone would be more than all that figures load.
 */

const nothing = { render: (): undefined => undefined };
export default nothing;
