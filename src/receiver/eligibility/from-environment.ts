import { fhir } from './fhir.js';
import type { Insurers } from './insurers.js';
import { stedi } from './stedi.js';
import { x12271 } from './x12.js';
import type { Eligibility } from '../options.js';

const adapters = { stedi, 'x12-271-json': x12271, fhir };

/** The environment variables for asking insurers. */
export interface EligibilityEnvironment {
  /** `stedi`, `x12-271-json` or `fhir` */
  kind: string | undefined;
  url: string | undefined;
  /** The whole `Authorization` header */
  authorization: string | undefined;
  /** The rest, as a file holds it: `provider`, `payers`, `services` */
  settings: unknown;
}

/**
 * The adapter that the environment names; undefined where it names none.
 * @throws where something is missing, naming the variable and never its value
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
