import { ownScript } from './script.js';
import { parseAddress, readSettings, type Settings } from './settings.js';

/** What the page says for all widgets on it, layer by layer. */
export interface PageSettings {
  meta: Settings;
  window: Settings;
  script: Settings;
  /** Absolute address of the clinic file, from the strongest layer that names one */
  config?: string;
  /** What the endpoint of a div or link must start with */
  allow: string[];
  /** Open roots, for audits */
  inspect: boolean;
}

/** Only a plain object counts: `<a id="clinicWidgets">` makes an element of that name. */
export const plain = (value: unknown): Record<string, unknown> => {
  const prototype: unknown =
    typeof value === 'object' && value !== null ? Object.getPrototypeOf(value) : undefined;
  return prototype === Object.prototype || prototype === null
    ? (value as Record<string, unknown>)
    : {};
};

let known: PageSettings | undefined;

/** The page's own layers, read once, when the first widget needs them. */
export function pageSettings(): PageSettings {
  if (known) return known;
  const meta =
    document.head?.querySelector<HTMLMetaElement>('meta[name="clinic-widgets"]')?.dataset ?? {};
  const script = ownScript()?.dataset ?? {};
  const own = plain((globalThis as { clinicWidgets?: unknown }).clinicWidgets);
  const text = (value: unknown) =>
    typeof value === 'string' && value.trim() ? value.trim() : undefined;
  const config = text(script['config']) ?? text(own['config']) ?? text(meta['config']);
  const settled: PageSettings = {
    meta: readSettings(
      (name) => meta[name],
      (attribute) => `<meta name="clinic-widgets"> data-${attribute}`,
    ),
    window: readSettings(
      (name) => (Object.hasOwn(own, name) ? own[name] : undefined),
      (attribute) => `window.clinicWidgets ${attribute}`,
    ),
    script: readSettings(
      (name) => script[name],
      (attribute) => `<script> data-${attribute}`,
    ),
    allow: [text(script['allow']), text(own['allow']), text(meta['allow'])]
      .flatMap((list) => list?.split(/[\s,]+/) ?? [])
      .filter((entry) => entry !== ''),
    inspect: [script['inspect'], meta['inspect']].some(
      (value) => value !== undefined && value !== 'false',
    ),
  };
  const address = parseAddress(config, 'data-config');
  if (address) settled.config = address;
  return (known = settled);
}

/** Forgets what was read, so that a test may set the page up anew. @internal */
export const forgetPage = () => (known = undefined);

/** Whether an address starts with an entry of `data-allow`, at a boundary: `https://a.example` does not allow `https://a.example.evil`. */
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
