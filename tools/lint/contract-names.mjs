/** What the engine must not name: read from the contract, so that a new field or submission type is known here at once. */
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
