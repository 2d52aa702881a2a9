/**
 * Emergency lines by ISO 3166-1 code. A clinic's own `emergency` takes precedence; other regions
 * get the text "your local emergency number". Numbers change: `source` is where each was read,
 * `read` is the date. The lines of the United States are part of the initial bundle.
 */
export interface Contact {
  by: 'call' | 'text' | 'emergency';
  number: string;
  /** Name of the line. A clinic can override it with the key `care.line.<region>` */
  name?: string;
}

interface Region {
  contacts: Contact[];
  source: string;
}

export const read = '2026-11-23';

const europe = (
  contacts: Contact[] = [],
  source = 'https://digital-strategy.ec.europa.eu/en/policies/112',
) => ({
  contacts: [...contacts, { by: 'emergency' as const, number: '112' }],
  source,
});

export const regions: Readonly<Record<string, Region>> = {
  CA: {
    contacts: [
      { by: 'call', number: '988', name: '9-8-8 Suicide Crisis Helpline' },
      { by: 'text', number: '988' },
      { by: 'emergency', number: '911' },
    ],
    source: 'https://988.ca/',
  },
  GB: {
    contacts: [
      { by: 'call', number: '116 123', name: 'Samaritans' },
      { by: 'emergency', number: '999' },
    ],
    source: 'https://www.samaritans.org/',
  },
  IE: {
    contacts: [
      { by: 'call', number: '116 123', name: 'Samaritans' },
      { by: 'text', number: '50808' },
      { by: 'emergency', number: '112' },
    ],
    source: 'https://www2.hse.ie/mental-health/',
  },
  AU: {
    contacts: [
      { by: 'call', number: '13 11 14', name: 'Lifeline' },
      { by: 'text', number: '0477 13 11 14' },
      { by: 'emergency', number: '000' },
    ],
    source: 'https://www.lifeline.org.au/',
  },
  NZ: {
    contacts: [
      { by: 'call', number: '1737', name: '1737 Need to talk?' },
      { by: 'text', number: '1737' },
      { by: 'emergency', number: '111' },
    ],
    source: 'https://1737.org.nz/',
  },
  MX: {
    contacts: [
      { by: 'call', number: '800 911 2000', name: 'Línea de la Vida' },
      { by: 'emergency', number: '911' },
    ],
    source: 'https://www.gob.mx/conasama',
  },
  ES: europe(
    [{ by: 'call', number: '024', name: 'Línea 024' }],
    'https://www.sanidad.gob.es/linea024/',
  ),
  EU: europe(),
};

/** The members of the European Union, which share one number. */
const members = 'AT BE BG CY CZ DE DK EE FI FR GR HR HU IT LT LU LV MT NL PL PT RO SE SI SK';

export const contactsIn = (region: string): Contact[] | undefined => {
  const code = region.trim().toUpperCase();
  return (regions[code] ?? (members.split(' ').includes(code) ? regions['EU'] : undefined))
    ?.contacts;
};
