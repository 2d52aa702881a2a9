import { fhir } from './fhir.js';
import type { Insurers } from './insurers.js';
import { stedi } from './stedi.js';
import { x12271 } from './x12.js';
import type { Eligibility } from '../options.js';

const adapters = { stedi, 'x12-271-json': x12271, fhir };

/** The environment variables of the eligibility adapter. */
export interface EligibilityEnvironment {
  /** `stedi`, `x12-271-json` or `fhir` */
  kind: string | undefined;
  url: string | undefined;
  /** The whole `Authorization` header */
  authorization: string | undefined;
  /** Other settings, from a file: `provider`, `payers`, `services` */
  settings: unknown;
}

/**
 * The adapter named by the environment; undefined if none is named.
 *
 * @throws if something is missing; the error names the variable, never its value
 */
export function eligibilityFrom(environment: EligibilityEnvironment): Eligibility | undefined {
  const { kind, url, authorization, settings } = environment;
  if (!kind) return undefined;
  if (!Object.hasOwn(adapters, kind))
    throw new Error(`ELIGIBILITY must be one of ${Object.keys(adapters).join(', ')}.`);
  if (!url && kind !== 'stedi') throw new Error(`ELIGIBILITY=${kind} needs ELIGIBILITY_URL.`);
  if (!authorization && kind === 'stedi')
    throw new Error(
      'ELIGIBILITY=stedi needs ELIGIBILITY_AUTHORIZATION, set to your Stedi API key.',
    );
  const { provider, payers, services } = (settings ?? {}) as Partial<Insurers>;
  if (typeof provider?.name !== 'string' || typeof provider.npi !== 'string' || !payers)
    throw new Error(
      'ELIGIBILITY_SETTINGS must name a JSON file with "provider": { "name", "npi" } and "payers": { clinic payer ID: service payer ID }.',
    );
  return adapters[kind as keyof typeof adapters]({
    provider,
    payers,
    ...(services && { services }),
    ...(url && { url }),
    ...(authorization && { authorization }),
  } as Insurers & { url: string });
}
