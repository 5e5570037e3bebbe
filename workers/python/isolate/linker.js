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
// Puts the pages of a snapshot where they belong. What is not among them is empty: so it is in a new memory, too, but for the
// pages that linking has written (`cleared`).
globalThis.__restoreMemory = (memory, packed) => {
  const { runs, cleared } = globalThis.__nabla;
  globalThis.__beforeRestore?.(memory, runs);
  for (let index = 0; index < cleared.length; index += 2)
    memory.fill(0, cleared[index], cleared[index] + cleared[index + 1]);
  let from = 0;
  for (let index = 0; index < runs.length; index += 2) {
    const end = from + runs[index + 1];
    memory.set(packed.subarray(from, end), runs[index]);
    from = end;
  }
  globalThis.__afterRestore?.(memory);
};
