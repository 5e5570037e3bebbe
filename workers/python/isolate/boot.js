// Boots Pyodide in the isolate, fresh or from a memory snapshot. The host has set `__nabla`:
//   lockFile, files {index, bytes} | undefined (Python packages to write), sides {name: WebAssembly.Module} (compiled side modules),
//   snapshot | undefined (what Pyodide notes before the memory), memory (a module that lays the memory out), cleared, replay | undefined (where the side modules lay when the snapshot was taken), recording.
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

  /**
   * Writes the packages' files: a snapshot holds memory only. Each folder is looked for once and its nodes are made in it: by their
   * paths it would be done again for each of some hundred files.
   */
  const writeFiles = (FS, folder) => {
    const bytes = new Uint8Array(given.files.bytes);
    const [FOLDER, FILE] = [0o40777, 0o100666];
    const nodes = new Map();
    const make = (parent, name, mode) => parent.node_ops.mknod(parent, name, mode, 0);
    const folderAt = (path) => {
      const known = nodes.get(path);
      if (known !== undefined) return known;
      const cut = path.lastIndexOf('/');
      const name = path.slice(cut + 1);
      const parent = cut <= 0 ? FS.root : folderAt(path.slice(0, cut));
      // the first ones are there already
      const node = parent.contents[name] ?? make(parent, name, FOLDER);
      nodes.set(path, node);
      return node;
    };
    for (const [name, start, length] of JSON.parse(given.files.index)) {
      const path = `${folder}/${name}`;
      const cut = path.lastIndexOf('/');
      const file = make(folderAt(path.slice(0, cut)), path.slice(cut + 1), FILE);
      file.contents = bytes.subarray(start, start + length);
      file.usedBytes = length;
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
