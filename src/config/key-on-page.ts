import type { Clinic } from '../contract/index.js';
import { composedParent } from './config-around.js';
import { plain } from './page.js';
import type { Layers } from './resolve.js';
import { ownScript } from './script.js';

/** What keys are called, as an attribute, in a list of fields or in an address; and what those of well-known services look like. */
const key =
  /(^|[-_:?&,=\s])((api|stedi|secret|private|subscription)[-_]?key|authorization|client[-_]?secret|(access|auth)[-_]?token|password)[:=](?=\S|$)|\b[rs]k_(live|test)_\w|\bbearer\s+\S{6}|\bAKIA[A-Z\d]{12}|\beyJ[\w-]{8,}\.eyJ/i;

/** The widget around which keys are looked for. */
export interface KeyHost extends Element {
  readonly clinic: Clinic | undefined;
  readonly layers: Layers;
}

/**
 * The place of a key of another service on the page, around a widget, or in the clinic file: everybody who opens the page can read and use
 * it. Its value is never repeated.
 */
export function keyOnPage(widget: KeyHost): string | undefined {
  const { clinic, layers } = widget;
  const places = [
    ownScript(),
    document.querySelector('head > meta[name="clinic-widgets"]'),
    widget,
  ];
  for (let at = composedParent(widget); at; at = composedParent(at))
    if (at instanceof Element && at.matches('clinic-config, [data-clinic-widget]')) places.push(at);
  const written = places.flatMap((place) =>
    [...(place?.attributes ?? [])].map(({ name, value }) => [
      `<${place!.localName}> `,
      name,
      value,
    ]),
  );
  for (const [where, all] of [
    ['window.clinicWidgets ', plain((globalThis as { clinicWidgets?: unknown }).clinicWidgets)],
    [`<${widget.localName}>.`, { ...widget, ...layers.properties }],
    ['the clinic file’s ', { ...clinic, ...clinic?.endpoints }],
  ] as const)
    for (const [name, value] of Object.entries(all))
      if (typeof value === 'string') written.push([where, name, value]);
  const found = written.find(([, name, value]) => key.test(`${name}=${value}`));
  return found && found[0] + found[1];
}
