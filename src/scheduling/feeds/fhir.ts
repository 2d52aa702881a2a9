/** Reads time, place and practitioner from FHIR R4: https://hl7.org/fhir/R4/slot.html */
import { isObject, getOwn } from '../../transport/body.js';

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** Resources that refer to each other by `Type/id`, by `#id` for contained ones, or by full URL. */
export class Resources {
  /** The resource types used here */
  static readonly types = [
    'Slot',
    'Schedule',
    'Location',
    'Practitioner',
    'PractitionerRole',
    'HealthcareService',
  ];
  readonly #byName = new Map<string, unknown>();

  constructor(all: readonly unknown[]) {
    for (const one of all) {
      const type = text(getOwn(one, 'resourceType'));
      const id = text(getOwn(one, 'id'));
      const url = text(getOwn(one, 'url'));
      if (type === 'Slot') continue;
      if (type && id) this.#byName.set(`${type}/${id}`, one);
      if (url) this.#byName.set(url, one);
    }
  }

  /** Resolves a `Reference` relative to the resource that contains it. */
  find(reference: unknown, within: unknown): unknown {
    const to = text(getOwn(reference, 'reference'));
    if (!to) return undefined;
    if (to.startsWith('#'))
      return list(getOwn(within, 'contained')).find((one) => getOwn(one, 'id') === to.slice(1));
    return this.#byName.get(to) ?? this.#byName.get(named(to).join('/'));
  }
}

/** `https://ehr.example/fhir/Location/12/_history/1` → `Location`, `12`. */
const named = (reference: string): [string, string] | [] => {
  const [, type, id] =
    /(?:^|\/)([A-Z][A-Za-z]+)\/([^/]+)(?:\/_history\/.*)?$/.exec(reference) ?? [];
  return type && id ? [type, id] : [];
};

/** The codes and texts of one or several `CodeableConcept`s. */
const codesOf = (concepts: unknown): string[] =>
  [concepts]
    .flat()
    .flatMap((concept) => [
      ...list(getOwn(concept, 'coding')).map((coding) => getOwn(coding, 'code')),
      getOwn(concept, 'text'),
    ])
    .flatMap((value) => text(value) ?? []);

/** A person's name: its `text`, else its parts joined. */
const nameOf = (person: unknown): string | undefined => {
  const [name] = list(getOwn(person, 'name'));
  const parts = ['prefix', 'given', 'family', 'suffix']
    .flatMap((key) => getOwn(name, key) ?? [])
    .filter((part) => typeof part === 'string');
  return text(getOwn(name, 'text')) ?? text(parts.join(' '));
};

const virtual = ['telehealth', 'virtual', 'VR', 'vi'];
const onSite = ['in-person', 'AMB'];

/** The practitioner, location and service of a slot. */
export function actorsOf(slot: unknown, resources: Resources) {
  const schedule = resources.find(getOwn(slot, 'schedule'), slot);
  const found = {
    services: [] as string[],
    locations: [] as string[],
    clinicians: [] as string[],
    place: undefined as string | undefined,
    who: undefined as string | undefined,
    visit: undefined as 'in-person' | 'telehealth' | undefined,
  };
  const codes = [slot, schedule].flatMap((one) =>
    ['serviceType', 'serviceCategory', 'appointmentType', 'specialty'].flatMap((key) =>
      codesOf(getOwn(one, key)),
    ),
  );
  found.services.push(...codes.filter((code) => !virtual.includes(code) && !onSite.includes(code)));

  const meet = (reference: unknown, within: unknown, depth = 0): void => {
    const actor = resources.find(reference, within);
    const [type, id] = named(text(getOwn(reference, 'reference')) ?? '');
    const kind = text(getOwn(actor, 'resourceType')) ?? type;
    const name = text(getOwn(actor, 'id')) ?? id;
    const display = text(getOwn(reference, 'display'));
    const add = (all: string[]) => void (name && all.push(name));
    if (kind === 'Location') {
      add(found.locations);
      found.place ??= text(getOwn(actor, 'name')) ?? display;
      codes.push(...codesOf(getOwn(actor, 'physicalType')));
      if (list(getOwn(actor, 'virtualService')).length) codes.push('virtual');
    } else if (kind === 'Practitioner') {
      add(found.clinicians);
      found.who ??= nameOf(actor) ?? display;
    } else if (kind === 'HealthcareService') {
      add(found.services);
    } else if (kind === 'PractitionerRole') {
      add(found.clinicians);
      if (depth === 0 && isObject(actor))
        for (const key of ['practitioner', 'location', 'healthcareService'])
          for (const one of [getOwn(actor, key)].flat()) meet(one, within, 1);
      found.who ??= display;
    }
  };
  for (const actor of list(getOwn(schedule, 'actor'))) meet(actor, schedule);

  if (codes.some((code) => virtual.includes(code))) found.visit = 'telehealth';
  else if (codes.some((code) => onSite.includes(code))) found.visit = 'in-person';
  return found;
}

/** The two extensions of SMART Scheduling Links, under their HL7 URL and the earlier one. */
const extension =
  /^https?:\/\/(?:hl7\.org\/fhir\/uv\/smart-scheduling-links|fhir-registry\.smarthealthit\.org)\/StructureDefinition\/booking-(deep-link|phone)$/;

/** External booking of a slot: `link` and `phone`, not validated. */
export function linksOf(slot: unknown): { link?: unknown; phone?: unknown } {
  const links: { link?: unknown; phone?: unknown } = {};
  for (const one of list(getOwn(slot, 'extension'))) {
    const [, kind] = extension.exec(text(getOwn(one, 'url')) ?? '') ?? [];
    if (kind === 'deep-link')
      links.link ??=
        getOwn(one, 'valueUrl') ?? getOwn(one, 'valueUri') ?? getOwn(one, 'valueString') ?? '';
    if (kind === 'phone')
      links.phone ??=
        getOwn(one, 'valueString') ?? getOwn(getOwn(one, 'valueContactPoint'), 'value') ?? '';
  }
  return links;
}
