// Evaluated first in a fresh isolate: the few things of a shell that Pyodide needs to boot. There is no way out of here:
// no callback of the host exists in this isolate. The host sets the globals `__nabla` {wasmModule, standardLibrary, seed}.
(() => {
  const G = globalThis;
  const nothing = () => undefined;

  // ---- what Pyodide says while it boots; read by the host where booting fails
  const said = [];
  const say = (...words) => {
    if (said.length < 200)
      said.push(
        words
          .map((word) => String(word?.stack ?? word))
          .join(' ')
          .slice(0, 1000),
      );
  };
  G.__said = said;
  G.console = { log: say, warn: say, error: say, info: nothing, debug: nothing, trace: nothing };

  // ---- files that the loader asks for by name ("shell" mode)
  const files = {
    '/p/pyodide.asm.wasm': () => new ArrayBuffer(0),
    '/p/python_stdlib.zip': () => G.__nabla.standardLibrary,
  };
  G.readbuffer = (name) => {
    const file = files[name];
    if (file === undefined) throw new Error(`no file ${name}`);
    return file();
  };
  G.read = (name, mode) => {
    if (mode !== 'binary') throw new Error(`no text file ${name}`);
    return new Uint8Array(G.readbuffer(name));
  };
  G.load = () => {
    throw new Error('nothing can be loaded here');
  };
  G.__noImport = async () => {
    throw new Error('nothing can be imported here');
  };

  // ---- time: there is no event loop; what should run later runs as soon as the stack is empty
  const started = Date.now();
  G.performance = { now: () => Date.now() - started, timeOrigin: started, mark: nothing, measure: nothing };
  let timers = 0;
  const cancelled = new Set();
  G.setTimeout = (task, _milliseconds, ...parameters) => {
    const id = ++timers;
    Promise.resolve().then(() => cancelled.delete(id) || task(...parameters));
    return id;
  };
  G.clearTimeout = (id) => {
    cancelled.add(id);
  };
  G.setImmediate = G.setTimeout;
  G.setInterval = () => 0;
  G.clearInterval = nothing;
  G.queueMicrotask = (task) => {
    Promise.resolve().then(task);
  };

  // ---- random bytes from a seed that the host gives (sfc32): a regrade must see the same
  let [a, b, c, d] = G.__nabla.seed;
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  G.__reseed = (seed) => {
    [a, b, c, d] = [seed | 0, 0x9e3779b9 | 0, 0x243f6a88 | 0, 1];
    for (let round = 0; round < 15; round++) next();
  };
  G.crypto = {
    getRandomValues(view) {
      const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
      for (let index = 0; index < bytes.length; index++) bytes[index] = next() >>> 8;
      return view;
    },
  };

  // ---- text coding
  G.TextEncoder = class TextEncoder {
    get encoding() {
      return 'utf-8';
    }
    encode(text = '') {
      const bytes = unescape(encodeURIComponent(String(text).toWellFormed()));
      const out = new Uint8Array(bytes.length);
      for (let index = 0; index < bytes.length; index++) out[index] = bytes.charCodeAt(index);
      return out;
    }
    encodeInto(text, target) {
      const bytes = this.encode(text);
      const written = Math.min(bytes.length, target.length);
      target.set(bytes.subarray(0, written));
      return { read: text.length, written };
    }
  };
  const bytesOf = (source) =>
    ArrayBuffer.isView(source)
      ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
      : new Uint8Array(source);
  /** UTF-8 to text; a byte that does not belong becomes U+FFFD, or throws where `fatal`. */
  const decodeUtf8 = (bytes, fatal) => {
    let text = '';
    let units = [];
    for (let index = 0; index < bytes.length; ) {
      const byte = bytes[index++];
      let code = byte;
      if (byte >= 0xc2 && byte < 0xe0) code = ((byte & 31) << 6) | (bytes[index++] & 63);
      else if (byte >= 0xe0 && byte < 0xf0)
        code = ((byte & 15) << 12) | ((bytes[index++] & 63) << 6) | (bytes[index++] & 63);
      else if (byte >= 0xf0 && byte < 0xf5) {
        code =
          ((byte & 7) << 18) | ((bytes[index++] & 63) << 12) | ((bytes[index++] & 63) << 6) | (bytes[index++] & 63);
      } else if (byte >= 0x80) {
        if (fatal) throw new TypeError('not UTF-8');
        code = 0xfffd;
      }
      if (code > 0xffff) {
        units.push(0xd800 | ((code - 0x10000) >> 10));
        code = 0xdc00 | (code & 0x3ff);
      }
      units.push(code);
      if (units.length > 8000) {
        text += String.fromCharCode(...units);
        units = [];
      }
    }
    return text + String.fromCharCode(...units);
  };
  G.TextDecoder = class TextDecoder {
    constructor(label = 'utf-8', { fatal = false } = {}) {
      this.encoding = String(label).toLowerCase();
      this.fatal = fatal;
    }
    decode(source) {
      if (source === undefined) return '';
      const bytes = bytesOf(source);
      if (!this.encoding.startsWith('utf-16')) return decodeUtf8(bytes, this.fatal);
      let text = '';
      for (let index = 0; index + 1 < bytes.length; index += 2)
        text += String.fromCharCode(bytes[index] | (bytes[index + 1] << 8));
      return text;
    }
  };

  // ---- names that must exist
  G.URL ??= class URL {
    constructor(address) {
      this.href = String(address);
    }
    toString() {
      return this.href;
    }
  };
  G.AbortController ??= class AbortController {
    signal = { aborted: false, addEventListener: nothing };
    abort() {
      this.signal.aborted = true;
    }
  };
  G.DOMException ??= class DOMException extends Error {};

  // ---- WebAssembly's asynchronous calls never resolve in an isolate: make them synchronous, with the module compiled on the host
  const { Module, Instance } = WebAssembly;
  const moduleOf = (bytes) => (bytes.byteLength === 0 ? G.__nabla.wasmModule : new Module(bytes));
  WebAssembly.compile = async (bytes) => moduleOf(bytes);
  WebAssembly.instantiate = async (source, imports) => {
    if (source instanceof Module) return new Instance(source, imports);
    const module = moduleOf(source);
    return { module, instance: new Instance(module, imports) };
  };
})();
