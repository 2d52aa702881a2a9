import { plain } from './page.js';
import { ownScript } from './script.js';

/** What keys are called, as an attribute, in a list of fields or in the query of an address. */
const named =
  /(^|[-_:?&,=\s])(api[-_]?key|authorization|(client|api)[-_]?secret|secret[-_]?key)\s*[:=]/i;

/** What keys of well-known services look like. */
const written = /\b[rs]k_(live|test)_\w|\bbearer\s+\S{6}|\bAKIA[A-Z\d]{12}|\beyJ[\w-]{8,}\.eyJ/i;

/** Settings that are lists of fields or addresses; in others a colon is only a colon. */
const lists = /^(data-)?(extra|names|endpoint)$/;

const isKey = ([name, value]: [string, unknown]) =>
  named.test(`${name}=${lists.test(name) ? String(value) : ''}`) || written.test(String(value));

/**
 * The place of a key of another service on the page, around a widget: everybody who opens the page can read and use it. Its value is never
 * repeated.
 */
export function keyOnPage(widget: Element): string | undefined {
  const places = [ownScript(), document.querySelector('head > meta[name="clinic-widgets"]')];
  for (let at: Element | null = widget; at; at = at.parentElement)
    if (at === widget || at.matches('clinic-config, [data-clinic-widget]')) places.push(at);
  for (const place of places) {
    const found = [...(place?.attributes ?? [])].find(({ name, value }) => isKey([name, value]));
    if (found) return `<${place!.localName}> ${found.name}`;
  }
  const own = Object.entries(plain((globalThis as { clinicWidgets?: unknown }).clinicWidgets));
  const found = own.find(isKey);
  return found && `window.clinicWidgets ${found[0]}`;
}
