import { html, nothing } from 'lit/html.js';
import { heading } from '../../theme/index.js';
import type { AvailableSlot } from '../feeds/slot-feed.js';
import { nameOf, type DaysView } from './days.js';

/** Parts of the day, by their first hour. */
const partsOfDay = [
  ['night', 0],
  ['morning', 5],
  ['afternoon', 12],
  ['evening', 17],
] as const;

/** A button for a time. The slot id is a property, not an attribute, to keep it out of the DOM. */
export type TimeButton = HTMLElement & { slotId?: string };

/** A time as it is shown. */
interface Time {
  slot: AvailableSlot;
  clock: string;
  /** What distinguishes it from others: service, location, clinician */
  details: string[];
  hour: number;
}

/** The times of the selected day, without those that look the same to a visitor. */
function timesShown({ format, words, days, shown, slots }: DaysView): Time[] {
  const { clinic } = slots.host;
  const { chosen } = slots.booking;
  const seen = new Set<string>();
  return (days.times.get(shown) ?? []).flatMap((slot) => {
    const details = days.differences
      .map((kind) => nameOf(kind, slot, clinic, words.local))
      .filter((name) => name);
    const key = [slot.from, slot.to, ...details].join('|');
    // For a telehealth visit, two rooms are the same to a visitor.
    if (seen.has(key) && slot.id !== chosen?.id) return [];
    seen.add(key);
    return [{ slot, clock: format.time(slot), details, hour: format.zone.hour(slot.from) }];
  });
}

/**
 * The times of one day, by part of the day. All times are one tab stop; arrow keys move between
 * them.
 *
 * @param level heading level of the day, 1 to 6
 */
export function timeList(
  view: DaysView,
  level: number,
  choose: (slot: AvailableSlot) => void,
  onKey: (event: KeyboardEvent) => void,
): unknown {
  const { format, words, days, shown, slots } = view;
  const chosenId = slots.booking.chosen?.id;
  const times = timesShown(view);
  const tabStop = times.find(({ slot }) => slot.id === chosenId) ?? times[0];
  const button = ({ slot, clock, details }: Time) =>
    html`<button
      type="button"
      class="chip time"
      .slotId=${slot.id}
      tabindex=${slot === tabStop.slot ? 0 : -1}
      aria-pressed=${slot.id === chosenId ? 'true' : 'false'}
      aria-label=${[`${format.day(shown)}, ${clock}`, ...details].join(', ')}
      @click=${() => choose(slot)}
    >
      <b>${clock}</b>
      ${details.length > 0 ? html`<small>${details.join(' · ')}</small>` : nothing}
    </button>`;
  const parts = partsOfDay.map(([name, from], at) => ({
    name,
    times: times.filter(({ hour }) => hour >= from && hour < (partsOfDay[at + 1]?.[1] ?? 24)),
  }));
  return html`<div class="times" @keydown=${onKey}>
    ${heading(Math.min(level, 6), format.day(shown))}
    ${parts
      .filter((part) => part.times.length > 0)
      .map(
        (part) =>
          html`<div role="group" aria-labelledby=${part.name}>
            <div class="part" id=${part.name}>
              ${heading(Math.min(level + 1, 6), words.t(part.name))}
            </div>
            <div class="grid ${days.differences.length > 0 ? 'long' : ''}">
              ${part.times.map(button)}
            </div>
          </div>`,
      )}
  </div>`;
}
