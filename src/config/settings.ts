import { reportConfigError } from './report-config-error.js';

/** A boolean: an attribute without a value is true. */
const flag = ['true', 'false'] as const;
/** Heading levels. */
const level = ['1', '2', '3', '4', '5', '6'] as const;

/**
 * All settings by their JavaScript names; the attribute is the same in kebab-case, with or without
 * `data-`. `text` accepts any value; a list gives the valid values.
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

/** Settings from one source, or merged; a missing key is not set. */
export type Settings = { -readonly [Name in keyof Kinds]?: ValueOf<Kinds[Name]> };
/** A setting by its JavaScript name, such as `headingLevel`. */
export type SettingName = keyof Settings;

/** All settings by their JavaScript names. */
export const settingNames = Object.keys(kinds) as SettingName[];

/** `headingLevel` → `heading-level`. */
export const kebab = (name: string) =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * Parses the raw value of a setting. An invalid value counts as not set and logs one console line.
 *
 * @param where the source as named in the console line: `<appointment-form> format`
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
    // An empty heading is a valid value: no heading, because the page has its own.
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
 * Resolves a URL against the page's address. An invalid URL counts as not set and logs one console
 * line.
 *
 * @param where the source as named in the console line: `data-config`
 */
export function parseAddress(raw: string | null | undefined, where: string): string | undefined {
  if (!raw) return undefined;
  if (URL.canParse(raw, location.href)) return new URL(raw, location.href).href;
  return void reportConfigError(`${where}="${raw}" is not a valid URL`);
}

/** Parses every setting for which `get` returns a value. */
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

/** The settings in an element's attributes; `x` wins over `data-x`. */
export const attributesOf = (element: Element): Settings =>
  readSettings(
    (name) => element.getAttribute(kebab(name)) ?? element.getAttribute(`data-${kebab(name)}`),
    (attribute) => `<${element.localName}> ${attribute}`,
  );

/** `news:Clinic news, events:Events` → pairs, split at commas, then at the first colon. A part without a colon is both key and value. */
export const pairs = (text: string | undefined): [string, string][] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const colon = part.indexOf(':');
      return colon < 0 ? [part, part] : [part.slice(0, colon).trim(), part.slice(colon + 1).trim()];
    });
