/** All of mathjs as one file: the package itself is a thousand modules, and each process and thread that compiles a lesson would load them. */
declare module 'mathjs/lib/browser/math.js' {
  import type { derivative as typed } from 'mathjs';

  const mathjs: { derivative: typeof typed };
  export default mathjs;
}
