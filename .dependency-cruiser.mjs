// The arrows between the rooms of the house. Every rule says what an offence means.
// Rules name rooms and endings, never a single feature, so that a new feature is covered at once.

const TESTS = '\\.(test|long\\.test|e2e)\\.tsx?$|/testing/|/global-setup\\.ts$';
const BROWSER = '^(apps/(staff|resident)|packages/ui)/src/';
const FEATURE = '^apps/server/src/features/([^/]+)/';
const library = (/** @type {string} */ names) => `(^|/)node_modules/(${names})/`;

/**
 * @param {string} name
 * @param {string} comment what an offence means, for whoever meets it
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['from']} from
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['to']} to
 * @returns {import('dependency-cruiser').IRegularForbiddenRuleType}
 */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const inward = [
  forbid(
    'domain-depends-on-nothing',
    'A rule now needs something besides the calendar arithmetic of temporal-polyfill; rules stay pure, so pass what it needs as an argument.',
    { path: '^packages/domain/src/', pathNot: TESTS },
    { pathNot: ['^packages/domain/src/', library('temporal-polyfill')] },
  ),
  forbid(
    'contract-knows-zod-and-domain-only',
    'What travels over HTTP has become tied to one side of the wire; keep it to zod shapes and words of the domain.',
    { path: '^packages/contract/src/', pathNot: TESTS },
    { pathNot: ['^packages/(contract|domain)/src/', library('zod')] },
  ),
  forbid(
    'search-runs-anywhere',
    'The finder runs in the server and in the browser, so it may use pinyin-pro and nothing else.',
    { path: '^packages/search/src/', pathNot: TESTS },
    { pathNot: ['^packages/(search|domain)/src/', library('pinyin-pro')] },
  ),
  forbid(
    'search-takes-domain-types-only',
    'The finder has started to run rules; it may name types of the domain (import type), not call it.',
    { path: '^packages/search/src/', pathNot: TESTS },
    { path: '^packages/domain/src/', dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'db-knows-no-business',
    'The database package has learnt a business word; it holds PostgreSQL and nothing else.',
    { path: '^packages/db/src/', pathNot: TESTS },
    { path: '^packages/(?!db/)' },
  ),
  forbid(
    'ui-knows-no-business',
    'The furniture has learnt a business word; hand it over as a prop.',
    { path: '^packages/ui/src/', pathNot: TESTS },
    { path: '^packages/(?!ui/)' },
  ),
  forbid(
    'testkit-builds-from-the-domain',
    'Builders of test data may use the domain alone, so that a test of any room can use them.',
    { path: '^packages/testkit/src/' },
    { path: '^(apps|packages/(?!testkit/|domain/))' },
  ),
  forbid(
    'packages-know-no-app',
    'A package leans on an app that stands on it; move the shared part into the package.',
    { path: '^packages/' },
    { path: '^(apps|bench|tools)/' },
  ),
  forbid(
    'apps-meet-over-http',
    'One app reaches into another; they meet over the contract and nowhere else.',
    { path: '^apps/([^/]+)/' },
    { path: '^(apps/[^/]+|bench|tools)/', pathNot: '^apps/$1/' },
  ),
];

const server = [
  forbid(
    'only-stores-touch-the-database',
    'SQL has left its store; put the query into the *.store.ts of the feature and call that.',
    {
      path: '^apps/',
      pathNot: ['\\.store\\.ts$', '^apps/server/src/(platform|entry)/', TESTS],
    },
    { path: ['^packages/db/', library('pg|pg-copy-streams|kysely|@types/pg')] },
  ),
  forbid(
    'routes-and-jobs-go-through-the-service',
    'A route or a job has gone round the service to the store, and with it round the steps and checks that the service keeps in order.',
    { path: '\\.(routes|jobs)\\.ts$' },
    { path: '\\.store\\.ts$' },
  ),
  forbid(
    'service-knows-no-http',
    'A service or a store knows how it is called; throw a coded error of the domain and let the routes translate it.',
    { path: '\\.(service|store|jobs)\\.ts$' },
    {
      path: [
        library('fastify|@fastify/[^/]+|fastify-[^/]+'),
        '^(node:)?https?$',
        '\\.routes\\.ts$',
      ],
    },
  ),
  forbid(
    'features-meet-at-their-index',
    "A feature reaches into another's rooms; use what its index.ts offers, or offer it there.",
    { path: FEATURE },
    { path: FEATURE, pathNot: ['^apps/server/src/features/$1/', '/features/[^/]+/index\\.ts$'] },
  ),
  forbid(
    'features-are-entered-by-their-index',
    'What lies outside the features goes in by the door: import the index.ts.',
    { path: '^apps/server/src/(?!features/)', pathNot: TESTS },
    { path: FEATURE, pathNot: '/features/[^/]+/index\\.ts$' },
  ),
  forbid(
    'rules-meet-at-their-index',
    "A folder of rules or shapes reaches into another's rooms; use what its index.ts offers.",
    { path: '^packages/(domain|contract)/src/([^/]+)/' },
    {
      path: '^packages/(domain|contract)/src/[^/]+/',
      pathNot: [
        '^packages/$1/src/($2|shared)/',
        '^packages/(domain|contract)/src/[^/]+/index\\.ts$',
      ],
    },
  ),
  forbid(
    'platform-knows-no-feature',
    'The floor leans on what stands on it; give the platform a port and let the feature fill it.',
    { path: '^apps/server/src/platform/', pathNot: TESTS },
    { path: '^apps/server/src/(features|entry)/' },
  ),
  forbid(
    'only-entry-starts',
    'Something imports a file that starts the product; importing must never start anything.',
    { pathNot: '^apps/server/src/entry/' },
    { path: '^apps/server/src/entry/' },
  ),
  forbid(
    'only-launchers-spawn',
    'A process is started outside entry, platform and the launcher of the embedded database, where nobody stops it.',
    {
      path: '^(apps/(server|staff|resident)|packages)/',
      pathNot: ['^apps/server/src/(entry|platform)/', '^packages/db/src/embedded/', TESTS],
    },
    { path: '^(node:)?(child_process|cluster)$' },
  ),
];

const everywhere = [
  forbid(
    'browser-has-no-node',
    'Code for the browser uses what only the server has; it would fail at the first click.',
    { path: BROWSER, pathNot: TESTS },
    { dependencyTypes: ['core'] },
  ),
  forbid(
    'browser-has-no-server',
    'Code for the browser reaches into the server or the database; ask over the contract.',
    { path: BROWSER },
    { path: ['^packages/db/', '^apps/server/', library('pg|kysely|fastify|@fastify/[^/]+')] },
  ),
  forbid(
    'testkit-stays-in-tests',
    'Invented data has come near the product; only tests, benches, the generator and the demonstration may use it.',
    {
      path: '^(apps|packages|tools|content)/',
      pathNot: [TESTS, '^packages/testkit/', '^apps/e2e/', '(^|/)(generator|generate|demo)[./]'],
    },
    { path: '^packages/testkit/' },
  ),
  forbid(
    'tests-are-not-imported',
    'Product code leans on test code; move what both need into a file of its own.',
    { pathNot: [TESTS, '^(bench|tools)/'] },
    { path: TESTS },
  ),
  forbid(
    'no-cycles',
    'Two files need each other, so neither can be read, tested or moved alone; move what both need into a third.',
    {},
    { circular: true },
  ),
  forbid(
    'no-orphans',
    'The file is used by nobody and uses nobody: dead code, or a wiring forgotten.',
    { orphan: true, pathNot: ['\\.d\\.ts$', '(^|/)[^/]+\\.config\\.ts$'] },
    {},
  ),
  forbid(
    'imports-resolve',
    'The import leads nowhere: a spelling, or a package that is not installed.',
    {},
    { couldNotResolve: true },
  ),
  forbid(
    'dependencies-are-declared',
    'The package is used without standing in the package.json of its workspace; it is here by luck.',
    { path: '^(apps|packages|bench)/', pathNot: TESTS },
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  ),
  forbid(
    'product-needs-no-dev-dependency',
    'The product runs on a package that an installation without development tools leaves out.',
    { path: '^(apps/server|packages)/.*/?src/', pathNot: TESTS },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'licences-are-free',
    'The licence of the package is not one that the house accepts (MIT, Apache-2.0, BSD, ISC, MPL-2.0).',
    {},
    { dependencyTypes: ['npm'], licenseNot: 'MIT|Apache-2\\.0|BSD|ISC|MPL-2\\.0' },
  ),
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [...inward, ...server, ...everywhere],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Anchored, because most libraries live in a dist folder of their own.
    exclude: { path: '^((apps|packages)/[^/]+/dist|bench/dist|var|coverage)/' },
    combinedDependencies: false,
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
