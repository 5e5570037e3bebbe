// Evaluated only while an image is made. Finds the pages that linking writes and that a snapshot holds nothing in, and tells whether
// the memory is what it was, byte by byte. The host has set `__nabla.whole`: the memory as it was.
globalThis.__beforeFill = (memory) => {
  const PAGE = 4096;
  const whole = new Int8Array(globalThis.__nabla.whole);
  const holds = (bytes) => bytes.some((byte) => byte !== 0);
  const written = [];
  for (let at = 0; at < memory.length; at += PAGE) {
    const page = memory.subarray(at, at + PAGE);
    if (holds(page) && !holds(whole.subarray(at, at + PAGE))) written.push(at, page.length);
  }
  globalThis.__written = written;
};
globalThis.__afterFill = (memory) => {
  const whole = new Int8Array(globalThis.__nabla.whole);
  const differs = whole.findIndex((byte, at) => byte !== memory[at]);
  const beyond = memory.subarray(whole.length).findIndex((byte) => byte !== 0);
  globalThis.__differs = differs >= 0 ? differs : beyond >= 0 ? whole.length + beyond : -1;
};
