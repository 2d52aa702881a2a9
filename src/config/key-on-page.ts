import type { Clinic } from '../contract/index.js';
import { composedParent } from './config-around.js';
import { plainObject } from './page.js';
import type { Layers } from './resolve.js';
import { ownScript } from './script.js';

/** Names of secret keys in attributes, field lists and URLs, and the formats of keys of well-known services. */
const secret =
  /(^|[-_:?&,=\s])((api|stedi|secret|private|subscription)[-_]?key|authorization|client[-_]?secret|(access|auth)[-_]?token|password)[:=](?=\S|$)|\b[rs]k_(live|test)_\w|\bbearer\s+\S{6}|\bAKIA[A-Z\d]{12}|\beyJ[\w-]{8,}\.eyJ/i;

/** A widget whose configuration is searched for secret keys. */
export interface KeyHost extends Element {
  readonly clinic: Clinic | undefined;
  readonly layers: Layers;
}

/**
 * Finds another service's secret key in the page's configuration, on or around a widget, or in the
 * clinic file, where anyone could read and use it.
 *
 * @returns where it is, such as `<script> data-extra`, never the key itself; undefined if there is
 * none
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
  const entries = places.flatMap((place) =>
    [...(place?.attributes ?? [])].map(({ name, value }) => [
      `<${place!.localName}> `,
      name,
      value,
    ]),
  );
  for (const [where, all] of [
    [
      'window.clinicWidgets ',
      plainObject((globalThis as { clinicWidgets?: unknown }).clinicWidgets),
    ],
    [`<${widget.localName}>.`, { ...widget, ...layers.properties }],
    ['the clinic file’s ', { ...clinic, ...clinic?.endpoints }],
  ] as const)
    for (const [name, value] of Object.entries(all))
      if (typeof value === 'string') entries.push([where, name, value]);
  const match = entries.find(([, name, value]) => secret.test(`${name}=${value}`));
  return match && match[0] + match[1];
}
