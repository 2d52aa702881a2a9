/**
 * Which room may import what. Rooms are layers: only from a lower floor, never from a neighbour widget,
 * so that no circle can be drawn and each room can be read alone. The table is the rule; nothing else needs to be known.
 */
const lit = ['lit', 'lit/*', '@lit/reactive-element', '@lit/reactive-element/*'];
const floor0 = ['contract', 'i18n', 'theme'];
const floor1 = ['bus', 'transport'];

/** Rooms under src. `rooms`: of ours; `packages`: of others; `*` stands for any end of a name. */
export const rooms = {
  contract: { rooms: [], packages: ['zod/mini'] },
  i18n: { rooms: [], packages: lit },
  theme: { rooms: [], packages: lit },
  bus: { rooms: ['contract'], packages: [] },
  transport: { rooms: ['contract'], packages: [] },
  config: { rooms: [...floor0, ...floor1], packages: [...lit, '@lit/context'] },
  form: { rooms: [...floor0, ...floor1, 'config'], packages: lit },
  fields: { rooms: [...floor0, 'config', 'form'], packages: lit },
  widgets: { rooms: [...floor0, ...floor1, 'config', 'form', 'fields'], packages: lit },
  receiver: {
    rooms: ['contract'],
    packages: ['hono', 'hono/*', '@hono/node-server', '@libsql/client', 'pg', 'node:*'],
  },
};

/** Single files that need what their room must not have. */
export const exceptions = {
  'src/fields/slot-picker/': [
    'src/scheduling/hold.ts',
    'src/transport/lookup.ts',
    'src/scheduling/feeds/available-slots.ts',
  ],
  'src/fields/payer-combobox/': ['src/transport/lookup.ts'],
};

/** The doors of the rooms: what stories, tests and the two top files may come in by. */
const isEntry = (file) =>
  /^src\/([^/]+\/)?(index|loader)\.ts$/.test(file) ||
  /^src\/widgets\/([^/]+)\/\1\.ts$/.test(file) ||
  file === 'src/receiver/node.ts';

const matches = (name, patterns) =>
  patterns.some((pattern) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
  );

/** What a file is in: its room, and in the room of widgets also which widget. */
const placeOf = (file) => {
  const [top, room, widget, ...rest] = file.split('/');
  if (top !== 'src' || widget === undefined) return { top };
  return { top, room, widget: room === 'widgets' && rest.length ? widget : undefined };
};

/**
 * Why a file may not import a name, or nothing where it may.
 * @param {string} from the importing file, from the top of the project with `/`
 * @param {string} name what is imported: a package, or a file of ours from the top of the project, ending in `.ts`
 */
export function whyNot(from, name) {
  const here = placeOf(from);
  const ours = /^(src|test|stories|tools)\//.test(name);

  if (here.top === 'test' || here.top === 'stories') {
    if (!ours || !name.startsWith('src/') || isEntry(name)) return;
    const [, folder] = from.split('/');
    // A test of one room may look into that room; the vocabulary of the tests into all of them.
    if (here.top === 'test' && (folder === 'support' || name.startsWith(`src/${folder}/`))) return;
    return `Stories and tests come in by a room's door: an index.ts, a widget's own file, or test/support.`;
  }
  if (here.top !== 'src') return;
  if (ours && !name.startsWith('src/')) return `What is shipped needs nothing from ${name}.`;

  const there = ours ? placeOf(name) : undefined;
  if (!here.room) {
    if (!ours) return `${from} only puts rooms together: it needs no package.`;
    if (there.room === 'receiver') return 'The receiver is for Node, not for pages.';
    return;
  }
  const rule = rooms[here.room];
  if (!rule) return `src/${here.room} is not in the table of tools/lint/rooms.mjs.`;
  if (!ours)
    return matches(name, rule.packages)
      ? undefined
      : `src/${here.room} may import ${rule.packages.join(', ') || 'no package'}.`;
  if (!there.room) return `${name} puts the rooms together: no room imports it.`;
  if (there.room === here.room)
    return here.widget && there.widget !== here.widget
      ? 'A widget never imports another, so that each can be shipped alone: they talk by events.'
      : undefined;
  if (rule.rooms.includes(there.room)) return;
  if (Object.entries(exceptions).some(([at, to]) => from.startsWith(at) && to.includes(name)))
    return;
  return `src/${here.room} may import ${rule.rooms.join(', ') || 'no other room'}.`;
}
