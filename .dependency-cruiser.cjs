/** The rooms of the house and who may enter which: see ARCHITECTURE.md. */
const only = (room, allowed) => ({
  name: `${room}-imports`,
  comment: `lib/${room} imports only: ${[room, ...allowed].join(', ')}`,
  severity: 'error',
  from: { path: `^lib/${room}/` },
  to: { path: '^lib/', pathNot: `^lib/(${[room, ...allowed].join('|')})/` },
});
const cdktf = 'node_modules/(cdktf|@cdktf)/';
const cdk8s = 'node_modules/(cdk8s|cdk8s-plus-28|@kubernetes-models)/';

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    only('core', []),
    only('model', ['core']),
    only('contracts', ['core', 'model']),
    only('plan', ['core', 'model']),
    only('review', ['core', 'model', 'plan', 'contracts']),
    only('aws', ['core']),
    only('k8s', ['core']),
    only('proof', ['core', 'model', 'plan']),
    only('delivery', ['core', 'model', 'plan', 'contracts']),
    only('handbook', ['core', 'model', 'plan']),
    only('cli', [
      ...['core', 'model', 'contracts', 'plan'],
      ...['review', 'proof', 'delivery', 'handbook'],
    ]),
    {
      name: 'pure-rooms',
      comment: 'the typed middle knows no engine',
      severity: 'error',
      from: { path: '^lib/(core|model|plan|contracts|review|proof|delivery|handbook|cli)/' },
      to: { path: `${cdktf}|${cdk8s}` },
    },
    {
      name: 'core-needs-nothing',
      severity: 'error',
      from: { path: '^lib/core/' },
      to: { path: 'node_modules/' },
    },
    {
      name: 'aws-is-not-k8s',
      severity: 'error',
      from: { path: '^(lib/aws|stacks)/' },
      to: { path: `^(lib/k8s|charts)/|${cdk8s}` },
    },
    {
      name: 'k8s-is-not-aws',
      severity: 'error',
      from: { path: '^(lib/k8s|charts)/' },
      to: { path: `^(lib/aws|stacks)/|${cdktf}` },
    },
    {
      name: 'lib-knows-no-app',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(stacks|charts|systems|test|bench|scripts)/' },
    },
    {
      name: 'systems-know-the-model',
      comment: 'a system is declared with the model alone',
      severity: 'error',
      from: { path: '^systems/' },
      to: { path: '^(lib/(?!model/)|stacks|charts|test|bench|scripts)' },
    },
    {
      name: 'apps-know-no-system',
      severity: 'error',
      from: { path: '^(stacks|charts)/' },
      to: { path: '^(systems|test|bench|scripts)/' },
    },
    {
      name: 'no-provider-barrel',
      severity: 'error',
      from: {},
      to: { path: '@cdktf/provider-[a-z]+/lib/index[.](js|d[.]ts)$' },
    },
    {
      name: 'no-dev-dependency-in-package',
      severity: 'error',
      from: { path: '^(lib|stacks|charts)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm-peer', 'type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'import', 'node', 'default', 'types'],
    },
  },
};
