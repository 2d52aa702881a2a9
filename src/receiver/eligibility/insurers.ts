import type { InsuranceCheck } from '../../contract/index.js';
import { own } from './json.js';

/** The codes a payer files a service under. */
export interface ServiceCodes {
  /** CPT or HCPCS, `90867` */
  procedures?: string[];
  /** X12 service type codes (EB03), `MH`; the first is what the payer is asked for */
  types: string[];
}

/** What every adapter needs to know. All of it is the clinic's; none of it ever reaches a browser. */
export interface Insurers {
  /** The URL to ask; each adapter says which one it means */
  url?: string;
  /** The whole value of the `Authorization` header, key included. Never logged, never sent anywhere else. */
  authorization?: string;
  /** The clinic as it is enrolled with the payers */
  provider: { name: string; npi: string };
  /** The clinic's id of an insurer → its id at the service that is asked. One that is not listed is not asked: staff check by hand. */
  payers: Record<string, string>;
  /** The clinic's id of a service → its codes; see `usualServices` */
  services?: Record<string, ServiceCodes>;
  /** Replaces `fetch` */
  fetch?: typeof globalThis.fetch;
}

/** X12 service types for mental health in general. */
const mentalHealth = ['MH', 'CF'];

/** Services by the ids that clinics commonly use. TMS: CPT 90867–90869. SPRAVATO: HCPCS G2082, G2083. An evaluation: CPT 90791, 90792. */
export const usualServices: Record<string, ServiceCodes> = {
  tms: { procedures: ['90867', '90868', '90869'], types: mentalHealth },
  spravato: { procedures: ['G2082', 'G2083'], types: mentalHealth },
  evaluation: { procedures: ['90791', '90792'], types: mentalHealth },
};

/** What a payer is asked, and what its answer is searched for. */
export interface Question {
  /** The service by the clinic's name; `visit` where none was chosen */
  service: string;
  codes: Required<ServiceCodes>;
  /** The payer's id at the service that is asked */
  payer: string;
  /** The person in whose name the plan is held */
  subscriber: Person & { memberId: string; groupNumber?: string };
  /** The patient, where that is another person */
  dependent?: Person & { relationship: 'spouse' | 'child' | 'other' };
}

interface Person {
  givenName: string;
  familyName: string;
  birthDate?: string;
  sex?: 'female' | 'male';
}

/** A check that no payer can be asked about; a person has to look at it. Its message holds no value. */
export class CannotAsk extends Error {
  override name = 'CannotAsk';
}

/** The question in a check, in a form that all adapters share. @throws CannotAsk where something is missing that every payer needs */
export function questionOf(check: InsuranceCheck, insurers: Insurers): Question {
  const { memberId, groupNumber, relationship = 'self', subscriber, service = 'visit' } = check;
  const payer = check.payer.id === undefined ? undefined : own(insurers.payers, check.payer.id);
  if (payer === undefined) throw new CannotAsk('This insurer has no ID at the service');
  if (memberId === undefined) throw new CannotAsk('There is no member ID');

  const services = { ...usualServices, ...insurers.services };
  const { procedures = [], types } = own(services, service) ?? { types: mentalHealth };
  const { givenName, familyName, birthDate, legalSex } = check;
  const sex = legalSex === 'female' || legalSex === 'male' ? { sex: legalSex } : {};
  const patient = { givenName, familyName, birthDate, ...sex };
  // Cards print it in groups; payers expect no spaces. The stored check stays as it was written.
  const identifiers = {
    memberId: memberId.replace(/\s/g, ''),
    ...(groupNumber ? { groupNumber } : {}),
  };
  const common = { service, codes: { procedures, types }, payer };
  if (relationship === 'self') return { ...common, subscriber: { ...patient, ...identifiers } };

  if (!subscriber) throw new CannotAsk('The person who holds the plan is not named');
  const holder = {
    givenName: subscriber.givenName,
    familyName: subscriber.familyName,
    ...(subscriber.birthDate ? { birthDate: subscriber.birthDate } : {}),
  };
  return {
    ...common,
    subscriber: { ...holder, ...identifiers },
    dependent: { ...patient, relationship },
  };
}
