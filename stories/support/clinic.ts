import type { Clinic, Payer } from '../../src/contract/index.js';
import { html, nothing } from 'lit';

const { href } = new URL('https://clinic.example/');

export const payers: Payer[] = [
  { id: 'blue-harbor', name: 'Blue Harbor Health', aliases: ['BHH'], network: 'in' },
  { id: 'northline', name: 'Northline Mutual', network: 'out' },
  { id: 'cedar', name: 'Cedar Valley Plan', network: 'ask' },
  { id: 'medicare', name: 'Medicare (Original)', network: 'in' },
  { id: 'medicaid', name: 'State Medicaid', network: 'out' },
  { id: 'tricare', name: 'TRICARE', network: 'ask' },
  { id: 'va', name: 'VA Community Care', network: 'ask' },
];

/** The clinic file of the stories. It has no endpoint: each story sets its own. */
const clinic: Clinic = {
  name: 'Alder Street Clinic',
  phone: '+1 555 010 0123',
  timeZone: 'America/New_York',
  reply: { en: 'within one business day', es: 'en un día hábil' },
  services: [
    {
      id: 'therapy',
      name: { en: 'Talk therapy', es: 'Terapia de conversación' },
      visit: ['in-person', 'telehealth'],
    },
    {
      id: 'medication',
      name: { en: 'Medication visit', es: 'Consulta sobre medicamentos' },
      visit: ['in-person', 'telehealth'],
    },
    {
      id: 'tms',
      name: { en: 'TMS therapy', es: 'Terapia TMS' },
      visit: ['in-person'],
      locations: ['main'],
      logistics: {
        en: 'A session takes about forty minutes, and you stay awake.\n- Tell us about any metal in or near your head\n- Most people drive themselves home',
        es: 'Una sesión dura unos cuarenta minutos y usted permanece despierto o despierta.\n- Díganos si tiene metal en la cabeza o cerca de ella\n- La mayoría de las personas maneja de regreso',
      },
    },
  ],
  locations: [
    { id: 'main', name: 'Alder Street', address: '12 Alder Street, Springfield' },
    {
      id: 'lake',
      name: { en: 'Lakeside', es: 'Junto al lago' },
      address: '4 Shore Road, Springfield',
    },
  ],
  clinicians: [
    { id: 'c1', name: 'Dana Whitfield, MD' },
    { id: 'c2', name: 'Luis Ortega, LCSW' },
  ],
  topics: [
    { id: 'news', label: { en: 'Clinic news', es: 'Novedades de la clínica' } },
    { id: 'events', label: { en: 'Talks and events', es: 'Charlas y eventos' } },
  ],
  documents: {
    terms: { href: `${href}terms`, version: '2026-01-01' },
    privacy: { href: `${href}privacy`, version: '2026-01-01' },
    notice: { href: `${href}notice`, version: '2026-01-01' },
  },
  payers,
};

/** A data URL with JSON, so that stories need no server. */
export const address = (json: unknown) =>
  `data:application/json,${encodeURIComponent(JSON.stringify(json))}`;

/** The page of a clinic that has a clinic file. */
export const inClinic = (content: unknown, own: Partial<Clinic> = {}) =>
  html`<clinic-config config=${address({ ...clinic, ...own })}
    >${content ?? nothing}</clinic-config
  >`;
