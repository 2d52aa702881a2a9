import type { Clinic, SubmissionType } from '../contract/index.js';
import type { Settings } from './settings.js';

/** Where a setting may come from, weakest first. `defaults` and the order are the whole rule. */
export interface Layers {
  file?: Settings;
  meta?: Settings;
  window?: Settings;
  script?: Settings;
  /** The nearest `<clinic-config>`, with those around it already merged in */
  context?: Settings;
  attributes?: Settings;
  properties?: Settings;
}

export const defaults = {
  format: 'json',
  display: 'inline',
  headingLevel: 2,
  theme: 'auto',
  layout: 'steps',
  sandbox: false,
} as const satisfies Settings;

export type Resolved = Settings & {
  -readonly [Name in keyof typeof defaults]: NonNullable<Settings[Name]>;
};

/** The one merge: a later layer wins, name by name; what is not set does not count. */
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

/** What a clinic file says of settings that attributes may say too. */
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
 * Where answers of one type go. The file's own endpoint for the type is weaker than what stands on or around the element, and
 * stronger than the page's `data-endpoint`, which is one address for every type.
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
