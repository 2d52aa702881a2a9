/**
 * Defines which folder may import which, as a configuration of dependency-cruiser. `npm run lint`
 * applies it.
 *
 * The folders directly under src are layers: a file imports only from lower layers and never from
 * another widget, so that each folder can be read alone. Type imports and `import()` count too. A
 * new folder needs a row here first.
 */

const lit = ['lit', '@lit/reactive-element'];
const floor0 = ['contract', 'time', 'i18n', 'theme'];
const floor1 = ['bus', 'transport'];
const floor2 = ['config', 'element'];
const floor4 = ['fields', 'scheduling', 'payers', 'photos'];

const belowFields = [...floor0, ...floor2, 'form'];
/** Requests that a field may make. */
const lookups = ['src/transport/lookup.ts'];
/**
 * Slot feeds and holds make their own requests: they read responses without a schema (`body`),
 * request URLs found in a feed (`endpoint`), and use the browser's original `fetch` (`native`).
 */
const slotRequests = ['request', 'body', 'endpoint', 'native'].map(
  (name) => `src/transport/${name}.ts`,
);
/** The modules of `config` without elements: the settings and their precedence. */
const pureConfig = ['settings', 'page', 'script', 'resolve'].map((name) => `src/config/${name}.ts`);
const database = ['@libsql/client', 'pg'];
const server = ['hono', '@hono/node-server'];

/**
 * What a folder may import. `rooms`: whole folders of src · `files`: single files of other folders
 * · `types`: folders for `import type` only · `packages`: npm packages · `node`: Node's built-in
 * modules.
 * @type {Record<string, { rooms?: string[], files?: string[], types?: string[], packages?:
 * string[], node?: true }>}
 */
export const rooms = {
  contract: { rooms: ['time'], packages: ['zod/mini'] },
  time: {},
  i18n: { packages: lit },
  theme: { packages: lit },
  bus: { rooms: ['contract', 'time'] },
  transport: { rooms: ['contract', 'time'] },
  config: { rooms: [...floor0, ...floor1], packages: [...lit, '@lit/context'] },
  element: { rooms: [...floor0, ...floor1, 'config'], packages: [...lit, '@lit/context'] },
  form: { rooms: [...floor0, ...floor1, ...floor2], packages: lit },
  fields: { rooms: belowFields, files: lookups, packages: lit },
  scheduling: {
    rooms: [...belowFields, 'fields'],
    files: [...lookups, ...slotRequests],
    packages: lit,
  },
  payers: { rooms: belowFields, files: lookups, packages: lit },
  photos: { rooms: belowFields, files: lookups, packages: lit },
  widgets: {
    rooms: [...floor0, ...floor1, ...floor2, 'form', ...floor4],
    packages: lit,
  },
  partner: { rooms: ['bus'], files: pureConfig, types: ['contract'] },
  receiver: { rooms: ['contract', 'time'], packages: [...server, ...database], node: true },
  desk: { rooms: ['receiver', 'contract', 'time'], packages: server, node: true },
  builder: { rooms: ['contract', 'element', 'theme'], files: pureConfig, packages: lit },
  cli: { rooms: ['contract'], files: pureConfig, node: true },
};

/**
 * Folders that run on a server or are a page of their own, and are not part of the script for a
 * clinic's page.
 */
const elsewhere = ['partner', 'receiver', 'desk', 'builder', 'cli'];

const literally = (path) => path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const folder = (path) => `^${literally(path)}/`;
const file = (path) => `^${literally(path)}$`;
const room = (name) => folder(`src/${name}`);
const inPackage = (name) => `(^|/)node_modules/${literally(name)}/`;
/** The files of a folder that tests and stories may import. */
const doors = [
  '^src/(?:index|loader)\\.ts$',
  '^src/[^/]+/index\\.ts$',
  '^src/widgets/([^/]+)/\\1\\.ts$',
  '^src/receiver/node\\.ts$',
];

const layers = Object.entries(rooms).flatMap(
  ([name, { rooms = [], files = [], types = [], packages = [], node }]) => {
    const may = [...rooms, ...files, ...types.map((type) => `types of ${type}`), ...packages];
    const to = {
      path: '.',
      pathNot: [
        ...[name, ...rooms, ...types].map(room),
        ...files.map(file),
        ...packages.map(inPackage),
      ],
      ...(node && { dependencyTypesNot: ['core'] }),
    };
    const comment = `src/${name} may import ${may.join(', ') || 'nothing'}${node ? ', Node' : ''}.`;
    return [
      { name, comment, from: { path: room(name) }, to },
      ...types.map((type) => ({
        name: `${name}-types`,
        comment: `src/${name} may import types of src/${type}, and no values.`,
        from: { path: room(name) },
        to: { path: room(type), dependencyTypesNot: ['type-only'] },
      })),
    ];
  },
);

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  ...layers,
  {
    name: 'widgets-alone',
    comment: 'A widget never imports another: each can be shipped alone, and they talk by events.',
    from: { path: '^src/widgets/([^/]+)/' },
    to: { path: '^src/widgets/[^/]+/', pathNot: '^src/widgets/$1/' },
  },
  {
    name: 'room-in-table',
    comment: 'Every folder right under src needs a row in tools/lint/imports.mjs.',
    from: { path: '^src/[^/]+/', pathNot: Object.keys(rooms).map(room) },
    to: {},
  },
  {
    name: 'top-files',
    comment:
      'src/index.ts and src/loader.ts put the rooms of a page together, and import no package.',
    from: { path: '^src/[^/]+$' },
    to: {
      pathNot: [
        '^src/[^/]+$',
        ...Object.keys(rooms)
          .filter((name) => !elsewhere.includes(name))
          .map(room),
      ],
    },
  },
  {
    name: 'doors',
    comment: 'Stories and tests import an index.ts, a widget’s own file, or test/support.',
    from: { path: '^(stories|test)/', pathNot: '^test/[^/]+/' },
    to: { path: '^src/', pathNot: doors },
  },
  {
    name: 'doors-of-other-rooms',
    comment: 'A test of one room may look into that room; into others it comes by the door.',
    from: { path: '^test/([^/]+)/', pathNot: '^test/support/' },
    to: { path: '^src/', pathNot: [...doors, '^src/$1/'] },
  },
  {
    name: 'no-circular',
    comment: 'No circle between files, type imports and import() counted.',
    from: { path: '^src/' },
    to: { circular: true },
  },
];

export default {
  forbidden: forbidden.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: ['node_modules', '^(dist|tools)/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    cache: { folder: '.cache/imports', strategy: 'content' },
  },
};
