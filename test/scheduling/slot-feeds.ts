/** Feeds of free times as clinics publish them, written after the public specifications. Times count from `now`. */
export const now = Date.parse('2026-11-23T12:00:00Z');
const hour = 3_600_000;

/** A moment some hours from now, as New York writes it in winter. */
export const at = (hours: number, offset = '-05:00') => {
  const shift = (offset.startsWith('-') ? -1 : 1) * Number(offset.slice(1, 3)) * hour;
  return new Date(now + hours * hour + shift).toISOString().slice(0, 19) + offset;
};

export const plain = (hours: number, more: object = {}) => ({
  id: `s${hours}`,
  start: at(hours),
  end: at(hours + 0.5),
  ...more,
});

const hl7 = 'http://hl7.org/fhir/uv/smart-scheduling-links/StructureDefinition/';
const old = 'http://fhir-registry.smarthealthit.org/StructureDefinition/';

export const fhirSlot = (id: string, hours: number, more: object = {}) => ({
  resourceType: 'Slot',
  id,
  status: 'free',
  schedule: { reference: 'Schedule/main-tms' },
  start: at(hours),
  end: at(hours + 0.5),
  ...more,
});

/** Booked on the publisher's own page, or by a call there. */
export const smartSlot = (id: string, hours: number, older = false) => ({
  ...fhirSlot(id, hours),
  extension: [
    {
      url: `${older ? old : hl7}booking-deep-link`,
      valueUrl: `https://ehr.example.org/booking/slots/${id}`,
    },
    older
      ? { url: `${old}booking-phone`, valueString: '+1-555-123-4567' }
      : {
          url: `${hl7}booking-phone`,
          valueContactPoint: { system: 'phone', value: '+1-555-123-4567' },
        },
  ],
});

export const phoneSlot = (id: string, hours: number) =>
  fhirSlot(id, hours, {
    extension: [{ url: `${hl7}booking-phone`, valueString: '555 010 0123' }],
  });

export const schedule = {
  resourceType: 'Schedule',
  id: 'main-tms',
  serviceType: [{ coding: [{ system: 'https://clinic.example/services', code: 'tms' }] }],
  actor: [{ reference: 'Location/main' }, { reference: 'Practitioner/okafor' }],
};
export const place = { resourceType: 'Location', id: 'main', name: 'Harbor Clinic' };
export const person = {
  resourceType: 'Practitioner',
  id: 'okafor',
  name: [{ prefix: ['Dr.'], given: ['Ada'], family: 'Okafor' }],
};

export const bundle = (resources: object[], next?: string) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  link: [
    { relation: 'self', url: 'https://clinic.example/fhir/Slot' },
    ...(next ? [{ relation: 'next', url: next }] : []),
  ],
  entry: resources.map((resource) => ({ resource })),
});

export const ndjson = (resources: object[]) =>
  resources.map((resource) => JSON.stringify(resource)).join('\n');

export const manifest = (files: Record<string, string>) => ({
  transactionTime: at(-1),
  request: 'https://clinic.example/$bulk-publish',
  output: Object.entries(files).map(([name, url]) => ({ type: name.replace(/\d$/, ''), url })),
});
