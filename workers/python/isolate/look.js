// Evaluated only while an image is made. Finds the pages that linking writes and that a snapshot holds nothing in, and tells whether
// the memory is what it was, byte by byte. The host has set `__nabla.whole`: the memory as it was.
globalThis.__beforeRestore = (memory, runs) => {
  const PAGE = 4096;
  const written = [];
  let next = 0;
  for (let at = 0; at < memory.length; at += PAGE) {
    while (next < runs.length && runs[next] + runs[next + 1] <= at) next += 2;
    if (next < runs.length && runs[next] <= at) continue;
    if (memory.subarray(at, at + PAGE).some((byte) => byte !== 0)) written.push(at, Math.min(PAGE, memory.length - at));
  }
  globalThis.__written = JSON.stringify(written);
};
globalThis.__afterRestore = (memory) => {
  const whole = new Int8Array(globalThis.__nabla.whole);
  const differs = whole.findIndex((byte, at) => byte !== memory[at]);
  const beyond = memory.subarray(whole.length).findIndex((byte) => byte !== 0);
  globalThis.__differs = differs >= 0 ? differs : beyond >= 0 ? whole.length + beyond : -1;
};
