import { html, nothing } from 'lit/html.js';
import { formatWallTime, oneDay } from '../../time/zone.js';
import { alongRow } from './arrow-keys.js';
import { countText, type DaysView } from './days.js';

/** Number of days in the strip at first, and added by each *More*. */
export const chipCount = 6;

/**
 * The days with available times as a row of buttons, for narrow widgets.
 *
 * @param count number of days shown
 * @param more shows more days after `count`
 */
export function dayStrip(view: DaysView, count: number, more: (after: number) => void): unknown {
  const { format, words, days, shown, slots, show } = view;
  const { t } = words;
  const most = Math.max(count, days.order.indexOf(shown) + 1);
  const some = days.order.slice(0, most);
  const cursor = view.cursor !== undefined && some.includes(view.cursor) ? view.cursor : shown;
  const onKey = (event: KeyboardEvent) => {
    const to = alongRow(event, event.currentTarget as Element, some, cursor);
    if (to === undefined) return;
    event.preventDefault();
    view.focusDay(to);
  };
  return html`<div class="days">
    <div class="strip" role="group" aria-label=${t('days')} @keydown=${onKey}>
      ${some.map((day) => {
        const text = (options: Intl.DateTimeFormatOptions) =>
          formatWallTime(day * oneDay, format.locale, options);
        return html`<button
          type="button"
          class="chip day"
          data-day=${day}
          tabindex=${day === cursor ? 0 : -1}
          aria-pressed=${day === shown ? 'true' : 'false'}
          @click=${() => show(day)}
        >
          <span>${text({ weekday: 'short' })}</span>
          <b>${text({ month: 'short', day: 'numeric' })}</b>
          <small>${countText(days.times.get(day)!.length, words)}</small>
        </button>`;
      })}
    </div>
    <button
      type="button"
      class="quiet"
      aria-disabled=${days.order.length > most || slots.availability.hasMore ? nothing : 'true'}
      @click=${() => more(most)}
    >
      ${t('days.more')}
    </button>
  </div>`;
}
