/** Writes down what a page did, with everything masked that may differ from run to run or is only words. */

/** Gives each id the number of its first appearance, so that it is seen where two are the same. */
export function masks(origin) {
  const numbers = new Map();
  const number = (kind, value) => {
    const key = `${kind} ${value}`;
    if (!numbers.has(key))
      numbers.set(
        key,
        [...numbers.keys()].filter((known) => known.startsWith(`${kind} `)).length + 1,
      );
    return `<${kind}-${numbers.get(key)}>`;
  };
  return (text) =>
    text
      .replaceAll(origin, '<origin>')
      .replaceAll(encodeURIComponent(origin), '<origin>')
      .replaceAll(origin.replace('http://', ''), '<host>')
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, (id) =>
        number('id', id),
      )
      .replace(/("event":")((?!<id)[^"]+)"/g, (_, key, id) => `${key}${number('id', id)}"`)
      .replace(/("sentAt":")([^"]+)"/g, (_, key, time) => `${key}${number('time', time)}"`)
      // The words of a consent, of a place or a person as shown
      .replace(/("(?:[\w.-]+\.)?(?:text|message|place|with)":)"(?:[^"\\]|\\.)*"/g, '$1"<text>"')
      .replace(/----?WebKitFormBoundary\w+/g, '<boundary>');
}

/** JSON with its members by name: they have no order (RFC 8259, section 4). Other text as it is. */
function byName(text) {
  const sorted = (value) =>
    Array.isArray(value)
      ? value.map(sorted)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(
            Object.keys(value)
              .sort()
              .map((name) => [name, sorted(value[name])]),
          )
        : value;
  try {
    return JSON.stringify(sorted(JSON.parse(text)));
  } catch {
    return text;
  }
}

/** A body as it came, its fields by name; parts that are files by their size alone. */
function bodyOf({ headers, body }) {
  const type = headers['content-type'] ?? '';
  if (!type.startsWith('multipart/')) {
    const text = body.toString('utf8');
    if (!type.startsWith('application/x-www-form-urlencoded')) return [byName(text)];
    return text
      .split('&')
      .sort()
      .map((pair) => pair.replace(/^([^=]*(?:\.text|sentAt|^id|^event))=.*/, '$1=<masked>'));
  }
  const boundary = /boundary=(.*)$/.exec(type)[1];
  const parts = [];
  for (const part of body.toString('latin1').split(`--${boundary}`).slice(1, -1)) {
    const end = part.indexOf('\r\n\r\n');
    const head = part.slice(2, end).split('\r\n');
    const content = Buffer.from(part.slice(end + 4, -2), 'latin1');
    const isFile = /filename=/.test(head[0]) && !/application\/json/.test(head.join());
    const masked = /name="(.*\.text|sentAt|id|event)"/.test(head[0]);
    parts.push([
      `part ${head.join('; ')}`,
      isFile
        ? `  <file of ${content.length > 0 ? 'some' : 'no'} bytes>`
        : `  ${masked ? '<masked>' : byName(content.toString('utf8'))}`,
    ]);
  }
  return parts.sort(([one], [other]) => (one < other ? -1 : 1)).flat();
}

const kept = ['content-type', 'accept', 'cookie', 'referer', 'authorization'];

/** How many files came, as far as that is no accident of the build. */
const some = (count) => (count === 0 ? 'none' : 'some');
export const category = (count) =>
  [1, 5, 10, 20].find((most) => count <= most)
    ? `at most ${[1, 5, 10, 20].find((most) => count <= most)}`
    : 'more than 20';

/**
 * The lines that went (`- `) and came (`+ `) between two lists, in order.
 * @param {boolean} [where] with the line before each place (`@ `), so that it is seen where something came
 */
export function difference(before, after, where = false) {
  // What both begin and end with needs no comparison of everything with everything.
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - start;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const [one, other] = [
    before.slice(start, before.length - tail),
    after.slice(start, after.length - tail),
  ];
  const lengths = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--)
      lengths[i][j] =
        one[i] === other[j]
          ? lengths[i + 1][j + 1] + 1
          : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
  const out = [];
  let last = before[start - 1] ?? 'the beginning';
  let told = false;
  const add = (line) => {
    if (where && !told) out.push(`@ ${last}`);
    told = true;
    out.push(line);
  };
  let i = 0;
  let j = 0;
  while (i < one.length || j < other.length) {
    if (i < one.length && j < other.length && one[i] === other[j]) {
      last = one[i++];
      told = false;
      j++;
    } else if (j >= other.length || (i < one.length && lengths[i + 1][j] >= lengths[i][j + 1]))
      add(`- ${one[i++]}`);
    else add(`+ ${other[j++]}`);
  }
  return out;
}

/** Lines that stand more than once in a row stand once, with their number. */
function folded(lines) {
  const out = [];
  for (let at = 0; at < lines.length;) {
    let end = at + 1;
    while (lines[end] === lines[at]) end++;
    out.push(end - at > 1 ? `${lines[at]} (${end - at} times)` : lines[at]);
    at = end;
  }
  return out;
}

/** One scenario as lines. */
export class Transcript {
  lines = [];
  #outlines = new Map();
  #page = {};
  #mask;

  constructor(origin) {
    this.#mask = masks(origin);
  }

  #add(...lines) {
    for (const line of lines) this.lines.push(...this.#mask(line).split('\n'));
  }

  #addFolded(lines) {
    this.lines.push(
      ...folded(lines.map((line) => this.#mask(line))).flatMap((line) => line.split('\n')),
    );
  }

  /**
   * @param {string} name of the step
   * @param {object} seen what `window.pinned.take()` gave, with `requests`, `scripts`, `console`
   */
  step(name, { entries, heard, focus, hosts, page, requests, scripts, console: spoken, first }) {
    this.#add('', `## ${name}`);
    // Sent and heard, in one order; what has the focus in another, because drawing is nobody's promise.
    // Which of several widgets is ready first is nobody's promise.
    const widgetOf = ([, , detail]) => JSON.parse(detail ?? 'null')?.instance ?? '';
    const ordered = first
      ? entries.toSorted((one, other) =>
          widgetOf(one) < widgetOf(other) ? -1 : widgetOf(one) > widgetOf(other) ? 1 : 0,
        )
      : entries;
    this.#addFolded(
      ordered.flatMap(([kind, what, detail, flags]) => {
        if (kind === 'event')
          return [`event ${what} ${detail}${flags === 'bubbles composed' ? '' : ` (${flags})`}`];
        if (kind === 'send') return [`send ${what}`];
        return kind === 'note' ? [`note ${what} ${detail.replace(/^\{.*\}/, byName)}`] : [];
      }),
    );
    const moves = entries.filter(([kind]) => kind === 'focus').map(([, what]) => what);
    if (moves.length) this.#add(`focus ${moves.join(' > ')}`);
    if (focus !== this.#page.focus) this.#add(`focus rests on ${focus}`);
    // Whatever was said on the way, the last of each counts.
    const last = new Map(heard);
    for (const [what, is] of [...last].sort()) this.#add(`live ${what}: updated, ${is}`);
    const posts = requests.filter(({ method }) => method !== 'GET');
    this.#addFolded(
      posts.map((request) =>
        [
          `request ${request.method} ${request.url}`,
          ...kept
            .filter((name) => request.headers[name] !== undefined)
            .map((name) => `  ${name}: ${request.headers[name]}`),
          ...bodyOf(request).map((line) => `  | ${line}`),
        ].join('\n'),
      ),
    );
    const gets = requests
      .filter(({ method }) => method === 'GET')
      .map(
        ({ url, headers }) =>
          `request GET ${url}${headers.cookie ? ' with cookies' : ''}${headers.referer ? ' with referrer' : ''}`,
      );
    this.#add(...gets.sort());
    if (first) this.#add(`scripts ${scripts === 1 ? 'one file' : 'more than one file'}`);
    else if (scripts > 0) this.#add(`scripts lazy: ${some(scripts)}`);
    const levels = [...new Set(spoken)].sort();
    for (const level of levels)
      this.#add(`console ${level}: ${spoken.filter((one) => one === level).length}`);
    for (const [key, value] of Object.entries(page)) {
      const told = Array.isArray(value) ? value.join(', ') : String(value);
      if (this.#page[key] !== told && !(this.#page[key] === undefined && told === ''))
        this.#add(`page ${key}: ${told}`);
      this.#page[key] = told;
    }
    this.#page.focus = focus;
    const known = new Set();
    hosts.forEach(({ tag, id, root, attributes, states, outline }, at) => {
      const key = `${tag}${id ? `#${id}` : ''} (${at + 1})`;
      known.add(key);
      const before = this.#outlines.get(key);
      const now = [
        `root ${root}`,
        `attributes ${attributes.join(' ')}`,
        `states ${states.join(' ')}`,
        ...outline,
      ].map((line) => this.#mask(line.trim()));
      this.#outlines.set(key, now);
      const changes = before && difference(before, now, true);
      // Where most is new, it reads better whole.
      if (!changes || changes.length > now.length)
        this.#add(`widget ${key}`, ...folded(now).map((line) => `  ${line}`));
      else if (changes.length)
        this.#add(`widget ${key} changes`, ...folded(changes).map((line) => `  ${line}`));
    });
    for (const key of [...this.#outlines.keys()])
      if (!known.has(key)) {
        this.#outlines.delete(key);
        this.#add(`widget ${key} is gone`);
      }
  }

  end(scripts) {
    this.#add('', `files of the build in all: ${category(scripts)}`);
    return `${this.lines.join('\n').trim()}\n`;
  }
}
