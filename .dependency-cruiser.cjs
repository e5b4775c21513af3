/** The one-way doors of the house (docs/architecture.md). Every rule names the room and what it may not reach. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^(src|electron|renderer|test|scripts|bench)/', pathNot: [from, ...allowed] },
});

module.exports = {
  forbidden: [
    only('domain-is-pure', '^src/domain/', [], 'The rules know nothing but themselves.'),
    {
      name: 'domain-has-no-libraries',
      comment: 'No clock, network, disk or library in the rules.',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: '[.]test[.]ts$' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'] },
    },
    only(
      'contract-knows-domain',
      '^src/contract/',
      ['^src/domain/'],
      'What crosses a wire is described by zod and domain words.',
    ),
    {
      name: 'contract-uses-zod-only',
      comment: 'A wire shape may be read in any runtime.',
      severity: 'error',
      from: { path: '^src/contract/', pathNot: '[.]test[.]ts$' },
      to: { dependencyTypes: ['npm', 'core'], pathNot: 'node_modules/(zod|libphonenumber-js)/' },
    },
    only('relay-below', '^src/relay/', ['^src/contract/', '^src/domain/'], 'relay → contract → domain'),
    only('sandbox-below', '^src/sandbox/', ['^src/contract/'], 'sandbox → contract'),
    only('desk-below', '^src/desk/', ['^src/contract/', '^src/domain/'], 'desk → contract → domain'),
    {
      name: 'desk-runs-anywhere',
      comment: 'The desk runs in Electron main and in a browser page alike.',
      severity: 'error',
      from: { path: '^src/desk/', pathNot: '[.]test[.]ts$' },
      to: { dependencyTypes: ['core'] },
    },
    only(
      'renderer-below',
      '^renderer/(?!.*[.]test[.]tsx?$)',
      ['^src/desk/', '^src/contract/', '^src/domain/'],
      'renderer → desk → contract → domain',
    ),
    {
      name: 'renderer-has-no-node',
      comment: 'Renderers are sandboxed pages.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '[.]test[.]tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-has-no-electron',
      comment: 'A page speaks to Electron through its Host only.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: 'node_modules/electron' },
    },
    only(
      'electron-below',
      '^electron/',
      ['^src/desk/', '^src/contract/', '^src/domain/'],
      'electron → desk → contract → domain',
    ),
    {
      name: 'no-circles',
      comment: 'A circle is a room without a door.',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // TypeScript 7 has no parser that other tools can use.
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.test.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
