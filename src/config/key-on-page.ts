import { plain } from './page.js';
import { ownScript } from './script.js';

/** What keys are called, as an attribute, in a list of fields or in an address; and what those of well-known services look like. */
const key =
  /(^|[-_:?&,=\s])(api[-_]?key|authorization|client[-_]?secret|secret[-_]?key)[:=](?=\S|$)|\b[rs]k_(live|test)_\w|\bbearer\s+\S{6}|\bAKIA[A-Z\d]{12}|\beyJ[\w-]{8,}\.eyJ/i;

/**
 * The place of a key of another service on the page, around a widget: everybody who opens the page can read and use it. Its value is never
 * repeated.
 */
export function keyOnPage(widget: Element): string | undefined {
  const places = [
    ownScript(),
    document.querySelector('head > meta[name="clinic-widgets"]'),
    widget,
  ];
  for (let at = widget.parentElement; at; at = at.parentElement)
    if (at.matches('clinic-config, [data-clinic-widget]')) places.push(at);
  const written = places.flatMap((place) =>
    [...(place?.attributes ?? [])].map(({ name, value }) => [
      `<${place!.localName}> `,
      name,
      value,
    ]),
  );
  for (const [name, value] of Object.entries(
    plain((globalThis as { clinicWidgets?: unknown }).clinicWidgets),
  ))
    written.push(['window.clinicWidgets ', name, String(value)]);
  const found = written.find(([, name, value]) => key.test(`${name}=${value}`));
  return found && found[0] + found[1];
}
