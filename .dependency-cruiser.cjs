/** The layers, one short rule an arrow: what may not import what. `docs/decisions/0002-the-house.md` says why. */
const generated = '^db/generated/';
const only = (name, from, not, allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: [generated, ...(not ?? [])] },
  to: { path: '^(app|db|domain|launch|server|tests|tools|workers|content|messages|prisma)/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: { pathNot: generated }, to: { circular: true } },
    {
      name: 'packages-exist',
      severity: 'error',
      from: { pathNot: generated },
      to: { couldNotResolve: true, pathNot: '^(server-only|mdast|hast)$' },
    },
    only('domain-is-pure', '^domain/', ['\\.test\\.ts$'], ['^domain/']),
    {
      name: 'domain-has-no-io',
      severity: 'error',
      from: { path: '^domain/', pathNot: ['\\.test\\.ts$', '(^|/)testing/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'domain-libraries',
      comment:
        'zod everywhere; mathjs for maths; the Markdown family, KaTeX and shiki for lessons; readers of files for exchange; lists of words for names; zones of time; spaced repetition; contours and layouts of figures',
      severity: 'error',
      from: {
        path: '^domain/(?!maths/|lesson/|figures/|exchange/|people/names/|activities/time-zone|practising/spacing|kinds/[a-z]+/reader)',
        pathNot: '\\.test\\.ts$',
      },
      to: { dependencyTypes: ['npm'], pathNot: '^node_modules/zod/' },
    },
    {
      name: 'mathjs-as-one-file',
      comment: 'by its name it is a thousand modules: most of what a process or thread that compiles would load',
      severity: 'error',
      from: { path: '^(app|db|domain|launch|server|tools|workers)/', pathNot: '\\.(test\\.tsx?|d\\.ts)$' },
      to: {
        path: '^node_modules/mathjs/',
        pathNot: '^node_modules/mathjs/lib/browser/math\\.js$',
      },
    },
    only('db-knows-domain', '^db/', ['\\.test\\.ts$'], ['^db/', '^domain/']),
    only(
      'graders-know-domain',
      '^workers/(maths|javascript|python|sandbox|code)/',
      ['\\.test\\.ts$'],
      ['^workers/(maths|javascript|python|sandbox|code)/', '^domain/'],
    ),
    only('workers-know-db-and-domain', '^workers/', ['\\.test\\.ts$'], ['^workers/', '^db/', '^domain/']),
    // mails are the only words that the server says itself
    only(
      'server-knows-db-and-domain',
      '^server/',
      ['\\.test\\.ts$', '^server/mail/compose'],
      ['^server/', '^db/', '^domain/'],
    ),
    only('mails-know-their-words', '^server/mail/compose', [], ['^server/', '^domain/', '^messages/en/notices']),
    only(
      'pages-know-commands-and-domain',
      '^app/',
      ['^app/_data/', '^app/_i18n/', '\\.test\\.tsx?$'],
      ['^app/', '^domain/', '^server/features/', '^server/(env|hosts|log|session-cookie)\\.ts$'],
    ),
    {
      name: 'pages-read-the-database-through-data',
      severity: 'error',
      from: { path: '^app/', pathNot: '^app/_data/' },
      to: { path: '^db/' },
    },
    {
      name: 'pages-never-touch-live-rooms',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^server/(sockets|live|main)' },
    },
    {
      name: 'pieces-have-no-data',
      severity: 'error',
      from: { path: '^app/(_ui|_client|_features|_kinds)/' },
      to: { path: '^(app/_data|db|server)/' },
    },
    {
      name: 'ui-knows-no-feature',
      severity: 'error',
      from: { path: '^app/(_ui|_client)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^app/', pathNot: '^app/(_ui|_client|_late|_i18n|api/_serving)/' },
    },
    {
      name: 'prisma-is-imported-by-db',
      severity: 'error',
      from: { path: '^(app|domain|launch|server|tools|workers)/' },
      to: { path: ['^node_modules/@prisma/', generated] },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: ['^tests/', '\\.test\\.tsx?$'] },
      to: { path: '^tests/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', generated] },
    exclude: { path: ['^\\.nabla', '^next-env'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
