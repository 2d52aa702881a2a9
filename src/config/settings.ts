import { complain } from './complain.js';

/**
 * Everything a clinic may set, by its JavaScript name; the attribute is the same in kebab-case, also as `data-…`.
 * `text` as it stands · `flag` a boolean · `level` 1 to 6 · a list: one of these words.
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
  headingLevel: 'level',
  theme: ['auto', 'light', 'dark'],
  sandbox: 'flag',
  layout: ['page', 'steps'],
  slots: 'text',
  service: 'text',
  location: 'text',
  clinician: 'text',
  region: 'text',
  fields: 'text',
  redirect: 'text',
  payers: 'text',
  topics: 'text',
  src: 'text',
  oneOpen: 'flag',
  remember: 'flag',
  feedback: 'flag',
} as const satisfies Record<string, 'text' | 'flag' | 'level' | readonly string[]>;

type Kinds = typeof kinds;
type ValueOf<Kind> = Kind extends readonly (infer Word)[]
  ? Word
  : Kind extends 'flag'
    ? boolean
    : Kind extends 'level'
      ? number
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
  const kind = kinds[name];
  if (raw === undefined || raw === null) return undefined;
  if (kind === 'flag') {
    if (raw === true || raw === '' || raw === 'true') return true;
    if (raw === false || raw === 'false') return false;
    return void complain(
      `${where}="${raw as string}" is neither true nor false: write ${kebab(name)} alone, or ="false"`,
    );
  }
  if (typeof raw !== 'string' && typeof raw !== 'number') {
    return void complain(`${where} must be text, but is ${typeof raw}`);
  }
  const value = String(raw).trim();
  // An empty heading is an answer: the page has a heading of its own.
  if (kind === 'text') return value || (name === 'heading' ? '' : undefined);
  if (kind === 'level') {
    if (/^[1-6]$/.test(value)) return Number(value);
    return void complain(`${where}="${value}" is not a heading level: use 1 to 6`);
  }
  if ((kind as readonly string[]).includes(value)) return value;
  return void complain(`${where}="${value}" is not known: use ${kind.join(', ')}`);
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
