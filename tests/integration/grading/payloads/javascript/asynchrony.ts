/** What runs when the function has returned: microtasks, timers, collectors, hooks, exits. */
import { attacks, inJs } from '../payload.ts';

export const asynchrony = attacks(
  { language: 'javascript', class: 'microtasks, timers and async hooks', kind: 'marker', control: 'shared' },
  {
    queueMicrotask: inJs('queueMicrotask(() => leave(process));'),
    'a job of a promise': inJs('Promise.resolve().then(() => leave(process));'),
    'a thenable that is adopted': inJs('Promise.resolve({ then() { leave(process); } });'),
    'a rejected promise': inJs('Promise.reject(0).finally(() => leave(process)).catch(() => 0);'),
    'an async iterator': inJs('(async () => { for await (const one of [Promise.resolve(1)]) leave(process); })();'),
    'an async generator that is closed': inJs(
      'const each = (async function* () { try { yield 1; } finally { leave(process); } })(); each.next().then(() => each.return());',
    ),
    setTimeout: inJs('setTimeout(() => leave(process), 1);'),
    'setTimeout, by its constructor': inJs('setTimeout(setTimeout.constructor("leave", "leave(process)"), 1, leave);'),
    setImmediate: inJs('setImmediate(() => leave(process));'),
    setInterval: inJs('const id = setInterval(() => { leave(process); clearInterval(id); }, 1);'),
    'process.nextTick': inJs('process.nextTick(() => leave(process));'),
    'an async hook': inJs(
      "const { createHook } = require('async_hooks'); createHook({ init() { leave(process); } }).enable(); setTimeout(() => 0, 1);",
    ),
    AsyncLocalStorage: inJs(
      "const { AsyncLocalStorage } = require('async_hooks'); new AsyncLocalStorage().run(process, () => setTimeout(() => leave(process), 1));",
    ),
    'an exit handler': inJs("process.on('exit', () => leave(process));"),
    'an unhandled rejection': inJs(
      "process.on('unhandledRejection', () => leave(process)); Promise.reject(new Error('x'));",
    ),
    'a warning handler': inJs("process.on('warning', () => leave(process)); process.emitWarning('x');"),
    'a message channel': inJs(
      'const { port1, port2 } = new MessageChannel(); port1.onmessage = () => { leave(process); port1.close(); }; port2.postMessage(0);',
    ),
    'an event target': inJs(
      "const target = new EventTarget(); target.addEventListener('x', () => leave(process)); target.dispatchEvent(new Event('x'));",
    ),
    'a FinalizationRegistry': inJs(
      'globalThis.registry = new FinalizationRegistry(() => leave(process)); for (let i = 0; i < 100; i++) registry.register({}, i); globalThis.gc?.(); for (let i = 0; i < 200; i++) new Array(10000).fill({});',
    ),
    'a WeakRef that is gone': inJs(
      'const weak = new WeakRef([]); setTimeout(() => { gc(); if (weak.deref() === undefined) leave(process); }, 5);',
    ),
    'a performance observer': inJs(
      "const { PerformanceObserver, performance } = require('perf_hooks'); new PerformanceObserver(() => leave(process)).observe({ entryTypes: ['mark'] }); performance.mark('x');",
    ),
    'a channel of diagnostics': inJs(
      "const { channel } = require('diagnostics_channel'); channel('x').subscribe(() => leave(process)); channel('x').publish(0);",
    ),
    'an abort signal': inJs('AbortSignal.timeout(1).onabort = () => leave(process);'),
    'a disposed resource': inJs('{ using one = { [Symbol.dispose]() { leave(process); } }; }'),
  },
);
