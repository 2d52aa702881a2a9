import type { Clinic, SubmissionType } from '../contract/index.js';
import type { Settings } from './settings.js';

/** The sources of a setting in ascending precedence; `defaults` come before all of them. */
export interface Layers {
  /** The clinic file */
  file?: Settings;
  meta?: Settings;
  window?: Settings;
  script?: Settings;
  /** The nearest `<clinic-config>`, merged over those around it */
  context?: Settings;
  attributes?: Settings;
  properties?: Settings;
}

/** Default values of settings. */
export const defaults = {
  format: 'json',
  display: 'inline',
  headingLevel: 2,
  theme: 'auto',
  layout: 'steps',
  sandbox: false,
} as const satisfies Settings;

/** All settings of a widget after the merge, including those with defaults. */
export type Resolved = Settings & {
  -readonly [Name in keyof typeof defaults]: NonNullable<Settings[Name]>;
};

/** Merges the layers: each setting is taken from the last layer that defines it. */
export function resolve({
  file,
  meta,
  window,
  script,
  context,
  attributes,
  properties,
}: Layers): Resolved {
  const merged: Record<string, unknown> = {};
  for (const layer of [defaults, file, meta, window, script, context, attributes, properties]) {
    for (const [name, value] of Object.entries(layer ?? {}))
      if (value !== undefined) merged[name] = value;
  }
  return merged as Resolved;
}

/** The settings of a clinic file that also exist as attributes. */
export const settingsOf = (clinic: Clinic | undefined): Settings => {
  if (!clinic) return {};
  const { phone, region, slots, payers, faq } = clinic;
  return {
    phone,
    region,
    slots,
    payers: typeof payers === 'string' ? payers : undefined,
    src: faq,
  };
};

/**
 * The URL that submissions of one type are sent to. The clinic file's endpoint for the type
 * overrides the page's `data-endpoint`, which is one URL for every type, and is overridden by a
 * setting on the element or on a `<clinic-config>` around it.
 */
export const endpointOf = (
  layers: Layers,
  type: SubmissionType,
  clinic: Clinic | undefined,
): string | undefined =>
  layers.properties?.endpoint ??
  layers.attributes?.endpoint ??
  layers.context?.endpoint ??
  clinic?.endpoints?.[type] ??
  layers.script?.endpoint ??
  layers.window?.endpoint ??
  layers.meta?.endpoint;
