/**
 * Details below the confirmation: time, place, preparation, and a calendar file. Loaded when a
 * request was accepted.
 */
import { html, nothing } from 'lit/html.js';
import type { ClinicElement } from '../../../../element/index.js';
import type { Appointment, Submission } from '../../../../contract/index.js';
import { Messages } from '../../../../i18n/index.js';
import { heading } from '../../../../theme/index.js';
import { calendarFile } from './calendar-file.js';
import { en, es } from './messages.js';
import { styles } from './sent-panel.styles.js';

/** How long in ms the object URL of the file stays valid for the download. */
const fetchTime = 60_000;

/**
 * Details below the confirmation: time and place, what to know before the visit, and a calendar
 * file. The visitor's choices are shown in read-only controls, which session recorders mask, never
 * as text; the clinic's own text is plain text.
 */
export class SentPanel {
  readonly #host: ClinicElement;
  readonly #words: Messages<typeof en>;
  readonly #id: string;
  readonly #chosen: Partial<Appointment>;
  /** The clinic's time zone, from the list of times or else the clinic file */
  readonly #clinicZone: string | undefined;

  /** @param timeZone IANA time zone of the clinic; undefined if only offsets are known */
  constructor(
    host: ClinicElement,
    { id, data }: Submission & { type: 'appointment' },
    timeZone: string | undefined,
  ) {
    const { service, location, visit, slot } = data;
    this.#host = host;
    this.#id = id;
    this.#clinicZone = timeZone;
    this.#chosen = { service, location, visit, slot };
    this.#words = new Messages(host, { en, es });
    host.adopt(styles);
  }

  /**
   * @param booked whether the time is booked; only then it is shown and offered as a calendar file
   */
  view(booked: boolean): unknown {
    const { t } = this.#words;
    const { slot } = this.#chosen;
    return html`${booked && slot ? this.#renderTime(slot) : nothing} ${this.#renderLogistics()}
      <div class="keep">
        ${
          booked && slot
            ? html`<button type="button" class="button" @click=${() => this.#save(slot)}>
                ${t('sent.calendar')}
              </button>`
            : nothing
        }
        <button type="button" class="quiet" @click=${() => window.print()}>
          ${t('sent.print')}
        </button>
      </div>
      ${
        booked && slot
          ? html`<p class="hint">${t('sent.calendar.hint', { title: t('calendar.title') })}</p>`
          : nothing
      }`;
  }

  /** The clinic's time zone for a visit in person, the visitor's own for video. */
  get #zone(): string | undefined {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return this.#chosen.visit === 'telehealth' ? own : this.#clinicZone;
  }

  #renderTime({ start, end }: NonNullable<Appointment['slot']>) {
    const { t, tag, locale, dir } = this.#words;
    const zone = this.#zone;
    const write = (options: Intl.DateTimeFormatOptions) => {
      const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: zone ?? 'UTC' });
      // Without a zone, the local time is read from the timestamp: 2026-11-24T10:20-05:00 is 10:20
      // at the clinic.
      const at = (text: string) => new Date(zone ? text : `${text.slice(0, 19)}Z`);
      return { format, from: at(start), to: at(end) };
    };
    const day = write({ weekday: 'long', day: 'numeric', month: 'short', year: 'numeric' });
    const time = write({ hour: 'numeric', minute: '2-digit' });
    const name = zone && zoneName(tag, zone, time.from);
    return html`<div class="booked" lang=${locale} dir=${dir ?? nothing}>
      ${this.#shown(t('sent.day'), day.format.format(day.from))}
      ${this.#shown(
        name ? t('sent.time.in', { zone: name }) : t('sent.time'),
        time.format.formatRange(time.from, time.to),
      )}
      ${this.#renderPlace()}
    </div>`;
  }

  #renderPlace() {
    const { visit, location } = this.#chosen;
    const place = this.#host.clinic?.locations?.find(({ id }) => id === location);
    if (visit === 'telehealth' || !place) return nothing;
    const { local } = this.#words;
    const lines = [local(place.name), local(place.address)].filter(Boolean);
    return html`<label class="field whole">
      <span class="label">${this.#words.t('sent.where')}</span>
      <textarea readonly rows="3" autocomplete="off" .value=${lines.join('\n')}></textarea>
    </label>`;
  }

  #shown(label: string, value: string) {
    return html`<label class="field">
      <span class="label">${label}</span>
      <input readonly autocomplete="off" .value=${value} />
    </label>`;
  }

  /** The clinic's text about the service, in paragraphs and lists. */
  #renderLogistics(): unknown {
    const { t, local, locale, dir } = this.#words;
    const { clinic, settings } = this.#host;
    const service = clinic?.services?.find(({ id }) => id === this.#chosen.service);
    const text = local(service?.logistics).trim();
    if (!text) return nothing;
    return html`<div class="before" lang=${locale} dir=${dir ?? nothing}>
      ${heading(settings.headingLevel + 1, t('sent.prepare'))} ${written(text)}
    </div>`;
  }

  /** Saves a file from memory: no request, and the page's address does not change. */
  #save({ start, end }: NonNullable<Appointment['slot']>) {
    const title = this.#words.t('calendar.title');
    const file = calendarFile({ uid: this.#id, start, end, title });
    // iOS recognizes a calendar file by its type, other systems by its name.
    const address = URL.createObjectURL(new Blob([file], { type: 'text/calendar' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = 'appointment.ics';
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), fetchTime);
  }
}

/** Text as paragraphs, one per line; lines that begin with a dash form a list. */
function written(text: string): unknown {
  const blocks: string[][] = [];
  let list = false;
  for (const line of text.split('\n').map((one) => one.trim())) {
    const item = /^[-*•] /.test(line);
    if (item && list) blocks.at(-1)!.push(line);
    else if (line) blocks.push([line]);
    list = item;
  }
  return blocks.map((lines) =>
    /^[-*•] /.test(lines[0])
      ? html`<ul>
          ${lines.map((line) => html`<li>${line.slice(2)}</li>`)}
        </ul>`
      : html`<p>${lines[0]}</p>`,
  );
}

const zoneName = (tag: string, timeZone: string, at: Date) =>
  new Intl.DateTimeFormat(tag, { timeZone, timeZoneName: 'longGeneric' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
