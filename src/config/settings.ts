import { reportConfigError } from './report-config-error.js';

/** A boolean: the attribute alone is true. */
const flag = ['true', 'false'] as const;
/** Of a heading. */
const level = ['1', '2', '3', '4', '5', '6'] as const;

/**
 * Everything a clinic may set, by its JavaScript name; the attribute is the same in kebab-case, also as `data-…`.
 * `text` stands as it is; of a list, one of the words.
 */
const kinds = {
  endpoint: 'text',
  format: ['json', 'form', 'multipart'],
  names: 'text',
  extra: 'text',
  partner: 'text',
  phone: 'text',
  privacy: 'text',
  terms: 'text',
  notice: 'text',
  display: ['inline', 'dialog', 'floating'],
  heading: 'text',
  headingLevel: level,
  theme: ['auto', 'light', 'dark'],
  sandbox: flag,
  layout: ['page', 'steps'],
  slots: 'text',
  service: 'text',
  location: 'text',
  clinician: 'text',
  region: 'text',
  fields: 'text',
  redirect: 'text',
  exit: 'text',
  payers: 'text',
  topics: 'text',
  src: 'text',
  oneOpen: flag,
  remember: flag,
  feedback: flag,
} as const satisfies Record<string, 'text' | readonly string[]>;

type Kinds = typeof kinds;
type ValueOf<Kind> = Kind extends typeof flag
  ? boolean
  : Kind extends typeof level
    ? number
    : Kind extends readonly (infer Word)[]
      ? Word
      : string;

/** What is known about one widget's set-up; absent is not set. */
export type Settings = { -readonly [Name in keyof Kinds]?: ValueOf<Kinds[Name]> };
export type SettingName = keyof Settings;

export const settingNames = Object.keys(kinds) as SettingName[];

export const kebab = (name: string) =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * One value as written, read as its kind. A word that is not among the choices counts as not set, with one console line.
 * @param where how the console should call the place: `<appointment-form> format`
 */
export function parseSetting(
  name: SettingName,
  raw: unknown,
  where: string,
): string | number | boolean | undefined {
  if (raw === undefined || raw === null) return undefined;
  const kind = kinds[name];
  const value = typeof raw === 'object' ? 'an object' : `${raw as string}`.trim();
  if (kind === 'text') {
    // An empty heading is an answer: the page has a heading of its own.
    if (typeof raw !== 'object') return value || (name === 'heading' ? '' : undefined);
  } else if (kind === flag) {
    if (value === 'true' || value === '') return true;
    if (value === 'false') return false;
  } else if ((kind as readonly string[]).includes(value)) {
    return kind === level ? Number(value) : value;
  }
  const choice = kind === 'text' ? kind : kind.join(', ');
  return void reportConfigError(`${where}="${value}" is not valid: use ${choice}`);
}

/**
 * A URL as the webmaster wrote it, made absolute against the page's address. One that is not valid counts as not set, with one console line.
 * @param where what the console line calls the place: `data-config`
 */
export function parseAddress(raw: string | null | undefined, where: string): string | undefined {
  if (!raw) return undefined;
  if (URL.canParse(raw, location.href)) return new URL(raw, location.href).href;
  return void reportConfigError(`${where}="${raw}" is not a valid URL`);
}

/** Reads every setting that `get` finds. */
export function readSettings(
  get: (name: SettingName) => unknown,
  where: (attribute: string) => string,
): Settings {
  const settings: Record<string, unknown> = {};
  for (const name of settingNames) {
    const value = parseSetting(name, get(name), where(kebab(name)));
    if (value !== undefined) settings[name] = value;
  }
  return settings;
}

/** The settings in an element's attributes: `x` before `data-x`. */
export const attributesOf = (element: Element): Settings =>
  readSettings(
    (name) => element.getAttribute(kebab(name)) ?? element.getAttribute(`data-${kebab(name)}`),
    (attribute) => `<${element.localName}> ${attribute}`,
  );

/** `news:Clinic news, events:Events` → pairs, split at commas, then at the first colon. A part without a colon stands for itself. */
export const pairs = (text: string | undefined): [string, string][] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const colon = part.indexOf(':');
      return colon < 0 ? [part, part] : [part.slice(0, colon).trim(), part.slice(colon + 1).trim()];
    });
