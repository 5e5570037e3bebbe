// Hooks that the patched Pyodide calls when it links a side module (an extension written in C).
// They record where each came to lie, give it the same place again when a snapshot is restored, and use the modules compiled on the host.
globalThis.__sides = [];
globalThis.__sideMemory = (path, bytes, allocate, table, freeTable) => {
  const name = path.split('/').pop();
  const before = globalThis.__nabla.replay?.sides.find((side) => side.name === name);
  if (before !== undefined) return before.memoryBase;
  const memoryBase = allocate(bytes);
  globalThis.__sides.push({ path, name, memoryBase, tableLength: table.length, freeTable: [...freeTable] });
  return memoryBase;
};
globalThis.__sideModule = (path, binary) =>
  binary instanceof WebAssembly.Module
    ? binary
    : (globalThis.__nabla.sides?.[path.split('/').pop()] ?? new WebAssembly.Module(binary));
// Lays a snapshot into the interpreter's memory. Its empty pages do not travel: in a new memory they are empty too, but for those that
// linking has written (`cleared`).
globalThis.__fillMemory = ({ HEAP8, __linker }) => {
  const { cleared, memory } = globalThis.__nabla;
  globalThis.__beforeFill?.(HEAP8);
  for (let index = 0; index < cleared.length; index += 2)
    HEAP8.fill(0, cleared[index], cleared[index] + cleared[index + 1]);
  new WebAssembly.Instance(memory, { env: { memory: __linker.memory } });
  globalThis.__afterFill?.(HEAP8);
};
