import type { InsuranceCheck } from '../../contract/index.js';
import { own } from './json.js';

/** The codes of a service in payers' systems. */
export interface ServiceCodes {
  /** CPT or HCPCS, `90867` */
  procedures?: string[];
  /** X12 service type codes (EB03), `MH`; the first is sent in the request */
  types: string[];
}

/** Settings of every adapter. They belong to the clinic and never reach a browser. */
export interface Insurers {
  /** The URL of the service; see each adapter */
  url?: string;
  /** The whole `Authorization` header, including the key. Never logged or sent anywhere else. */
  authorization?: string;
  /** The clinic as it is enrolled with the payers */
  provider: { name: string; npi: string };
  /**
   * The clinic's id of an insurer → its id at the eligibility service. Other insurers are not
   * asked: staff check by hand.
   */
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

/** What is asked of a payer, and what is searched in its answer. */
export interface Question {
  /** The service by the clinic's id; `visit` if none was chosen */
  service: string;
  codes: Required<ServiceCodes>;
  /** The payer's id at the eligibility service */
  payer: string;
  /** The person who holds the plan */
  subscriber: Person & { memberId: string; groupNumber?: string };
  /** The patient, if that is another person */
  dependent?: Person & { relationship: 'spouse' | 'child' | 'other' };
}

interface Person {
  givenName: string;
  familyName: string;
  birthDate?: string;
  sex?: 'female' | 'male';
}

/**
 * Thrown for a check that cannot be sent to a payer and needs a person. Its message contains no
 * values.
 */
export class CannotAsk extends Error {
  override name = 'CannotAsk';
}

/**
 * The question of a check, in a form shared by all adapters. @throws CannotAsk if something is
 * missing that every payer needs
 */
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
  // Cards print it in groups, but payers expect no spaces. The stored check keeps the original.
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
