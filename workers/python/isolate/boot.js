// Boots Pyodide in the isolate, fresh or from a memory snapshot. The host has set `__nabla`:
//   lockFile, files {index, bytes} | undefined (Python packages to write), sides {name: WebAssembly.Module} (compiled side modules),
//   snapshot | undefined, replay | undefined (where the side modules lay when the snapshot was taken), recording.
// Gives a promise of {python, module}.
(async () => {
  const given = globalThis.__nabla;
  const { replay } = given;

  /** Loads the side modules again at their recorded places, so that the pointers in the snapshot hold. */
  const loadSides = (module) => {
    const linker = module.__linker;
    if (module.HEAP8.length < replay.heapBytes) module.growMemory(replay.heapBytes);
    const { table } = linker;
    const growTo = (length) => {
      while (table.length < length) table.grow(1);
    };
    const setFree = (positions) => {
      const free = linker.freeTableIndexes();
      free.length = 0;
      free.push(...positions);
    };
    for (const { path, name, tableLength, freeTable, handles } of replay.sides) {
      growTo(tableLength);
      if (table.length !== tableLength)
        throw new Error(`the function table has ${table.length} places before ${name}, not ${tableLength}`);
      setFree(freeTable);
      const library = linker.newLibrary(path, undefined, 'loading');
      library.refcount = Number.POSITIVE_INFINITY;
      library.global = false;
      library.exports = linker.load(given.sides[name], {}, path, {});
      for (const handle of handles) linker.libraries.loadedLibsByHandle[handle] = library;
    }
    growTo(replay.tableLength);
    setFree(replay.freeTable);
  };

  /** Writes the packages' files: a snapshot holds memory only. */
  const writeFiles = (FS, folder) => {
    const bytes = new Uint8Array(given.files.bytes);
    const made = new Set();
    const makeFolder = (path) => {
      if (path === '' || made.has(path)) return;
      made.add(path);
      makeFolder(path.slice(0, path.lastIndexOf('/')));
      try {
        FS.mkdir(path);
      } catch {
        // is there already
      }
    };
    for (const [name, start, length] of JSON.parse(given.files.index)) {
      const path = `${folder}/${name}`;
      makeFolder(path.slice(0, path.lastIndexOf('/')));
      FS.writeFile(path, bytes.subarray(start, start + length), { canOwn: true });
    }
  };

  let module;
  const python = await globalThis.__loadPyodide({
    indexURL: '/p/',
    packageBaseUrl: '/p/',
    lockFileContents: JSON.parse(given.lockFile),
    stdin: () => null,
    stdout: () => undefined,
    stderr: () => undefined,
    env: { HOME: '/home/pyodide', PYTHONHASHSEED: '0' },
    _makeSnapshot: given.recording === true,
    ...(given.snapshot === undefined ? {} : { _loadSnapshot: given.snapshot }),
    createPyodideModule: async (settings) => {
      module = await globalThis._createPyodideModule(settings);
      if (replay !== undefined) loadSides(module);
      return module;
    },
    fsInit: async (FS, { sitePackages }) => {
      if (given.files !== undefined) writeFiles(FS, sitePackages);
    },
  });
  // a snapshot that stays reachable could be written to
  python._api.config._loadSnapshot = undefined;
  return { python, module };
})();
