import type { Endpoint } from './endpoints.js';

/** The slots URL of the stories, answered by the `fetch` of a widget. */
export const slots = 'https://clinic.example/api/slots';

const reply = (status: number, body: unknown, type = 'application/json') =>
  new Response(status === 204 ? null : typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: { 'content-type': type },
  });

/** A fixed time far in the future, so that it is always available and the same in each story. */
const at = (day: number, time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const moment = (minute: number) =>
    `${new Date(Date.UTC(2031, 4, day, hours, minute)).toISOString().slice(0, 19)}-04:00`;
  return { start: moment(minutes), end: moment(minutes + 30) };
};

const times = ['09:00', '09:30', '10:20', '11:00', '13:00', '14:30', '15:10', '17:30'];

/** Several weeks of a clinic that is open from Tuesday to Friday. */
const list = [6, 7, 8, 9, 13, 14, 16, 20, 21, 23, 27, 30].flatMap((day, row) =>
  times
    .filter((_, column) => (row + column) % 3 !== 0)
    .map((time) => ({ id: `${day}-${time}`, ...at(day, time) })),
);

/** As many times as a large group of clinics has. */
const many = Array.from({ length: 10_000 }, (_, i) => {
  const minute = (i % 160) * 3;
  const time = `${9 + Math.floor(minute / 60)}:${minute % 60}`;
  return { id: `n${i}`, ...at(1 + Math.floor(i / 160), time) };
});

export interface SlotStory {
  list?: () => Response | Promise<Response>;
  hold?: () => Response;
}

const feed = (slots: object[], timeZone = 'America/New_York') => reply(200, { timeZone, slots });

/** Responds like a slots URL. */
export const offers = ({ list: answer = () => feed(list), hold }: SlotStory = {}): Endpoint => {
  return async (input) => {
    const address = input as string;
    if (address.endsWith('/release')) return reply(204, '');
    if (address.endsWith('/hold')) return hold?.() ?? held(5 * 60_000 - 1000);
    return answer();
  };
};

/** A hold with this remaining time, in ms. */
export const held = (left: number) =>
  reply(201, { hold: 'h', until: new Date(Date.now() + left).toISOString() });

export const empty = () => feed([]);
export const tenThousand = () => feed(many);
export const never = () => new Promise<Response>(() => {});
export const malformed = () => reply(200, '{"slots":[');
export const inTokyo = () => feed(list, 'Asia/Tokyo');
export const byTwo = () =>
  feed(list.map((slot, i) => ({ ...slot, clinician: i % 2 ? 'c1' : 'c2' })));
export const noHolds = () => reply(404, '');
export const taken = () => reply(409, { code: 'slot-taken', slots: list.slice(2, 7) });

const extension = 'http://hl7.org/fhir/uv/smart-scheduling-links/StructureDefinition/booking-';

/** A FHIR Bundle with times that are booked externally, as in SMART Scheduling Links. */
export const elsewhere = (link: boolean) => () =>
  reply(200, {
    resourceType: 'Bundle',
    entry: [
      ...list.map((slot) => ({
        resource: {
          resourceType: 'Slot',
          status: 'free',
          schedule: { reference: 'Schedule/1' },
          ...slot,
          extension: [
            ...(link
              ? [{ url: `${extension}deep-link`, valueUrl: 'https://ehr.example.org/booking/1' }]
              : []),
            { url: `${extension}phone`, valueString: '+1 555 010 0188' },
          ],
        },
      })),
      {
        resource: { resourceType: 'Schedule', id: '1', actor: [{ reference: 'Location/1' }] },
      },
      { resource: { resourceType: 'Location', id: '1', name: 'Harbor Clinic' } },
    ],
  });
