import { ownScript } from './script.js';
import { parseAddress, readSettings, type Settings } from './settings.js';

/** The page's settings for all widgets, by source. */
export interface PageSettings {
  /** `<meta name="clinic-widgets" data-…>` */
  meta: Settings;
  /** `window.clinicWidgets` */
  window: Settings;
  /** `data-…` on the script tag */
  script: Settings;
  /** Absolute URL of the clinic file: from the script tag, else from `window`, else from the `<meta>` */
  config?: string;
  /** `data-allow`: URL prefixes that an endpoint on a `<div>` or link must start with */
  allow: string[];
  /** `data-inspect`: shadow roots are open, so that audit tools can see inside */
  inspect: boolean;
}

/** The value if it is a plain object, else an empty one: `<a id="clinicWidgets">` puts an element under that global name. */
export const plainObject = (value: unknown): Record<string, unknown> => {
  const prototype: unknown =
    typeof value === 'object' && value !== null ? Object.getPrototypeOf(value) : undefined;
  return prototype === Object.prototype || prototype === null
    ? (value as Record<string, unknown>)
    : {};
};

let cached: PageSettings | undefined;

/** The page's settings, read once, when the first widget needs them. */
export function pageSettings(): PageSettings {
  if (cached) return cached;
  const meta =
    document.head?.querySelector<HTMLMetaElement>('meta[name="clinic-widgets"]')?.dataset ?? {};
  const script = ownScript()?.dataset ?? {};
  const globals = plainObject((globalThis as { clinicWidgets?: unknown }).clinicWidgets);
  const text = (value: unknown) =>
    typeof value === 'string' && value.trim() ? value.trim() : undefined;
  const config = text(script['config']) ?? text(globals['config']) ?? text(meta['config']);
  const settings: PageSettings = {
    meta: readSettings(
      (name) => meta[name],
      (attribute) => `<meta name="clinic-widgets"> data-${attribute}`,
    ),
    window: readSettings(
      (name) => (Object.hasOwn(globals, name) ? globals[name] : undefined),
      (attribute) => `window.clinicWidgets ${attribute}`,
    ),
    script: readSettings(
      (name) => script[name],
      (attribute) => `<script> data-${attribute}`,
    ),
    allow: [text(script['allow']), text(globals['allow']), text(meta['allow'])]
      .flatMap((list) => list?.split(/[\s,]+/) ?? [])
      .filter((entry) => entry !== ''),
    inspect: [script['inspect'], meta['inspect']].some(
      (value) => value !== undefined && value !== 'false',
    ),
  };
  const address = parseAddress(config, 'data-config');
  if (address) settings.config = address;
  return (cached = settings);
}

/** Drops the cached settings, so that a test can configure the page differently. @internal */
export const forgetPage = () => (cached = undefined);

/** Whether a URL starts with an entry of `data-allow` that ends at a boundary: `https://a.example` doesn't allow `https://a.example.evil`. */
export const isAllowedAddress = (address: string): boolean => {
  const { href } = new URL(address, location.href);
  return pageSettings().allow.some((entry) => {
    const start = parseAddress(entry, 'data-allow');
    if (!start) return false;
    return (
      href === start ||
      (href.startsWith(start) && (/[/?#]$/.test(start) || /^[/?#]/.test(href.slice(start.length))))
    );
  });
};
