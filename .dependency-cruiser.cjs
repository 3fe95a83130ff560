// The house (see ARCHITECTURE.md): five floors, imports only point down, a folder's index.ts is its only door.
const floors = ['base', 'stages', 'edges', 'app', 'faces'];

const noUpwardImports = floors.slice(0, -1).map((floor, height) => ({
  name: `no-import-upward-from-${floor}`,
  comment: `src/${floor} knows nothing of the floors above it.`,
  severity: 'error',
  from: { path: `^src/${floor}/` },
  to: { path: `^src/(${floors.slice(height + 1).join('|')})/` },
}));

/** Rooms of the ground floor and what each may import. */
const base = {
  errors: [],
  stats: ['errors'],
  expr: ['errors'],
  sql: ['errors', 'expr'],
  messages: ['expr'],
};
const baseOrder = Object.entries(base).map(([room, allowed]) => ({
  name: `base-${room}-imports-only-${allowed.join('-and-') || 'itself'}`,
  severity: 'error',
  from: { path: `^src/base/${room}/` },
  to: { path: '^src/base/', pathNot: `^src/base/(${[room, ...allowed].join('|')})/` },
}));

/**
 * One rule per depth of the importing file: its own folder and those it lies in are open, others have a door. Two kinds
 * of files are doors themselves: the use cases of app/, and the parts of one face, so that a command loads only its own.
 */
const onlyThroughTheDoor = [1, 2, 3, 4, 5].map((depth) => {
  const around = (levels) => Array.from({ length: levels }, (_, level) => `$${level + 1}/`).join('');
  const open = Array.from({ length: depth }, (_, level) => `^src/${around(level + 1)}[^/]+$`);
  return {
    name: 'only-through-the-door',
    comment: "Another folder's files are its own business: import its index.ts.",
    severity: 'error',
    from: { path: `^src/${'([^/]+)/'.repeat(depth)}[^/]+$` },
    to: { path: '^src/', pathNot: [...open, '/index\\.ts$', '^src/app/[^/]+$', '^src/faces/[^/]+/'] },
  };
});

/** ... and one face never looks into another. */
const facesApart = {
  name: 'faces-do-not-know-each-other',
  comment: 'The command line, the server and the rest share what is below them, or a folder with a door.',
  severity: 'error',
  from: { path: '^src/faces/([^/]+)/' },
  to: { path: '^src/faces/', pathNot: ['^src/faces/$1/', '/index\\.ts$'] },
};

/** The pure code that also runs in the browser: each a door of the two lower floors. */
const pureDoors = ['^src/stages/scorecard/outcomes/index\\.ts$', '^src/stages/value/weighing/index\\.ts$'];

module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Files that import each other cannot be understood or tested alone; types count too.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...noUpwardImports,
    ...baseOrder,
    ...onlyThroughTheDoor,
    facesApart,
    {
      name: 'edges-do-not-know-each-other',
      comment: 'Engines, connectors and the store meet in app/ only.',
      severity: 'error',
      from: { path: '^src/edges/([^/]+)/' },
      to: { path: '^src/edges/', pathNot: '^src/edges/$1/' },
    },
    {
      name: 'only-compose-chooses-edges',
      comment: 'Use cases work with the ports; compose.ts alone makes the objects behind them.',
      severity: 'error',
      from: { path: '^src/app/', pathNot: '^src/app/compose\\.ts$' },
      to: { path: '^src/edges/(engines|connectors|store)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-floors-use-no-node',
      comment: 'base/ and stages/ have no I/O, clock or randomness.',
      severity: 'error',
      from: { path: '^src/(base|stages)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'product-imports-only-the-product',
      comment: 'Tests, scripts, benches and the web app are not part of what ships in src/.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|scripts|bench|bin|web|\\.ci)/' },
    },
    {
      name: 'web-talks-http-only',
      comment: 'Data come over HTTP; arithmetic that must answer a slider at once is that of the pure floors.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src|bench|scripts|bin|test)/', pathNot: pureDoors },
    },
    {
      name: 'web-features-apart',
      comment: 'A feature knows what is shared, and no other feature.',
      severity: 'error',
      from: { path: '^web/src/features/([^/]+)/' },
      to: { path: '^web/src/(features|app)/', pathNot: '^web/src/features/$1/' },
    },
    {
      name: 'web-shared-knows-no-feature',
      severity: 'error',
      from: { path: '^web/src/shared/' },
      to: { path: '^web/src/(features|app)/' },
    },
    {
      name: 'no-development-package-in-the-product',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'imports-resolve', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-cycle-between-folders',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.test\\.ts$|^web/src/(api/generated/|vite-env)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs'],
    },
  },
};
