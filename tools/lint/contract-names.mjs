/**
 * The names that form code must not contain, read from the contract, so that new fields and
 * submission types are included automatically.
 */
import { runnerImport } from 'vite';
import { tags } from '../build/tags.mjs';

/** @returns {Promise<{ fields: string[], names: string[] }>} keys of answers; submission types and tags */
export async function contractNames() {
  const { module } = await runnerImport('./src/contract/data.ts', { configFile: false });
  /** @type {Record<string, { _zod: { def: { shape: object } } }>} */
  const schemas = module.dataSchemas;
  const keys = Object.values(schemas).flatMap(({ _zod }) => Object.keys(_zod.def.shape));
  return { fields: [...new Set(keys)].sort(), names: [...Object.keys(schemas), ...tags].sort() };
}
