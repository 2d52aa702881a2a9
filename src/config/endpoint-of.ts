import type { Clinic, SubmissionType } from '../contract/index.js';
import type { Layers } from './resolve.js';

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
