import { html, nothing } from 'lit/html.js';
import {
  firstDayOf,
  formatWallTime,
  monthOf,
  addMonths,
  oneDay,
  weekdayOf,
  firstDayOfWeek,
} from '../../time/zone.js';
import { arrowStep } from './arrow-keys.js';
import { countText, type DaysView } from './days.js';

const daysOfWeek = [0, 1, 2, 3, 4, 5, 6];

/** The day that a key moves to in a month; undefined for other keys. */
function dayAfterKey(event: KeyboardEvent, cursor: number, locale: string): number | undefined {
  const step = arrowStep(event, event.currentTarget as Element, 7);
  if (step) return cursor + step;
  const inWeek = (weekdayOf(cursor) - firstDayOfWeek(locale) + 7) % 7;
  switch (event.key) {
    case 'Home':
      return cursor - inWeek;
    case 'End':
      return cursor - inWeek + 6;
    case 'PageUp':
      return addMonths(cursor, -1);
    case 'PageDown':
      return addMonths(cursor, 1);
    default:
      return undefined;
  }
}

/**
 * The days of a month as a grid, for wide widgets, following the ARIA Authoring Practices:
 * https://www.w3.org/WAI/ARIA/apg/patterns/dialog-modal/examples/datepicker-dialog/
 *
 * @param moveTo puts a day in the tab order without focusing it
 */
export function monthGrid(view: DaysView, moveTo: (day: number) => void): unknown {
  const { format, words, days, shown, slots } = view;
  const { t } = words;
  const { locale, zone } = format;
  const { availability } = slots;
  const today = zone.day(Date.now());
  const last = Math.max(days.order.at(-1)!, zone.day(availability.until));
  const within = (day: number) => Math.min(Math.max(day, today), last);
  const cursor = view.cursor ?? shown;
  const month = monthOf(cursor);
  const first = firstDayOf(month);
  const begin = first - ((weekdayOf(first) - firstDayOfWeek(locale) + 7) % 7);
  const weeks = Math.ceil((firstDayOf(month + 1) - begin) / 7);

  const turn = (by: -1 | 1) => {
    if (monthOf(last) <= month + by) availability.loadMore();
    moveTo(within(addMonths(cursor, by)));
  };
  const onKey = (event: KeyboardEvent) => {
    const target = dayAfterKey(event, cursor, locale);
    if (target === undefined) return;
    if (target > last) availability.loadMore();
    event.preventDefault();
    view.focusDay(within(target));
  };
  const turnButton = (by: -1 | 1, label: string) => {
    const isPossible = by < 0 ? month > monthOf(today) : month < monthOf(last);
    return html`<button
      type="button"
      class="chip turn ${by > 0 ? 'after' : ''}"
      aria-label=${label}
      aria-disabled=${isPossible ? nothing : 'true'}
      @click=${() => isPossible && turn(by)}
    >
      ${arrow}
    </button>`;
  };
  const cell = (day: number) => {
    if (monthOf(day) !== month) return html`<td></td>`;
    const count = days.times.get(day)?.length ?? 0;
    return html`<td role="gridcell" aria-selected=${day === shown ? 'true' : 'false'}>
      <button
        type="button"
        class="cell"
        data-day=${day}
        tabindex=${day === cursor ? 0 : -1}
        aria-disabled=${count === 0 ? 'true' : nothing}
        aria-label="${format.day(day)}, ${countText(count, words)}"
        @click=${() => count > 0 && view.show(day)}
      >
        ${formatWallTime(day * oneDay, locale, { day: 'numeric' })}
      </button>
    </td>`;
  };
  const weekdayName = (at: number, style: 'short' | 'long') =>
    formatWallTime((begin + at) * oneDay, locale, { weekday: style });

  return html`<div class="days">
    <div class="months">
      ${turnButton(-1, t('month.before'))}
      <p id="month" aria-live="polite">
        ${formatWallTime(first * oneDay, locale, { month: 'long', year: 'numeric' })}
      </p>
      ${turnButton(1, t('month.after'))}
    </div>
    <table role="grid" aria-labelledby="month" @keydown=${onKey}>
      <thead>
        <tr>
          ${daysOfWeek.map(
            (at) =>
              html`<th scope="col" abbr=${weekdayName(at, 'long')}>
                ${weekdayName(at, 'short')}
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${Array.from(
          { length: weeks },
          (_, row) =>
            html`<tr>
              ${daysOfWeek.map((at) => cell(begin + row * 7 + at))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

const arrow = html`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
  <path d="M10 3 5 8l5 5" fill="none" stroke="currentColor" stroke-width="2" />
</svg>`;
