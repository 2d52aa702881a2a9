/**
 * Opens a widget in a dialog from a button in its place (`display="dialog"`) or at the corner of
 * the window (`floating`). Loaded by widgets with one of these settings.
 */
import type { ReactiveController } from '@lit/reactive-element';
import { html, nothing } from 'lit/html.js';
import { createRef, ref } from 'lit/directives/ref.js';
import type { ClinicElement } from '../../element/index.js';
import type { Messages } from '../../i18n/index.js';
import { gutter, still, styles } from './dialog.styles.js';
import { en, es } from './messages.js';

type Words = Pick<Messages<Record<string, string>>, 'say' | 'find' | 'add' | 'locale' | 'dir'>;

export class Dialog implements ReactiveController {
  readonly #host: ClinicElement;
  readonly #words: Words;
  readonly #dialog = createRef<HTMLDialogElement>();
  /** Whether to open as soon as there is something to open */
  #wanted = false;
  #pressedOutside = false;

  constructor(host: ClinicElement, words: Words) {
    this.#host = host;
    this.#words = words;
    words.add({ en, es });
    host.addController(this);
  }

  hostConnected() {
    this.#host.adopt(styles);
    for (const event of watched) document.addEventListener(event, this.#giveWay, true);
  }

  hostDisconnected() {
    for (const event of watched) document.removeEventListener(event, this.#giveWay, true);
    // A dialog that was removed while open would be open but not modal when it is inserted again.
    this.#dialog.value?.close();
    this.#unlock();
  }

  hostUpdate() {
    const { display } = this.#host.settings;
    this.#host.mark('dialog', display === 'dialog');
    this.#host.mark('floating', display === 'floating');
  }

  hostUpdated() {
    const dialog = this.#dialog.value;
    if (!this.#wanted || !dialog) return;
    this.#wanted = false;
    if (dialog.open) return;
    const scrolls = innerWidth > document.documentElement.clientWidth;
    dialog.showModal();
    document.adoptedStyleSheets.push(still.styleSheet!);
    if (scrolls) document.adoptedStyleSheets.push(gutter.styleSheet!);
    const start = dialog.querySelector<HTMLElement>('[part~="heading"], input, select, textarea');
    start?.focus();
    dialog.scrollTop = 0;
  }

  open() {
    this.#wanted = true;
    this.#host.requestUpdate();
  }

  close() {
    this.#wanted = false;
    this.#dialog.value?.close();
  }

  /** The button and the dialog; the dialog's content is kept while it is closed. */
  draw(body: unknown): unknown {
    const { say, find, locale, dir } = this.#words;
    const label = find('open') ?? (this.#host.settings.heading || say('heading'));
    // A click on the backdrop is for pointers; keyboard users close the dialog with Escape.
    /* eslint-disable lit-a11y/click-events-have-key-events */
    return html`<button
        part="open"
        class="button"
        type="button"
        lang=${locale}
        dir=${dir ?? nothing}
        aria-haspopup="dialog"
        @click=${() => this.open()}
      >
        ${label}
      </button>
      <dialog
        ${ref(this.#dialog)}
        part="dialog"
        aria-label=${label}
        lang=${locale}
        dir=${dir ?? nothing}
        @close=${this.#closed}
        @pointerdown=${this.#press}
        @click=${this.#release}
      >
        <div class="top">
          <button part="close" class="close" type="button" @click=${() => this.close()}>
            <span class="unseen">${say('close')}</span>
          </button>
        </div>
        ${body ?? nothing}
      </dialog>`;
  }

  readonly #closed = () => {
    this.#unlock();
    // Notifies the form, which releases what it holds for the visitor, such as a reserved time.
    this.#host.dispatchEvent(new Event('close'));
  };

  #unlock() {
    const ours = [still.styleSheet, gutter.styleSheet];
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
      (sheet) => !ours.includes(sheet),
    );
  }

  // A press on the backdrop closes the dialog, except one that began inside, as when selecting
  // text.

  #outside({ target, clientX, clientY }: MouseEvent) {
    const dialog = this.#dialog.value!;
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const inside = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
    return target === dialog && !inside;
  }

  readonly #press = (event: PointerEvent) => {
    this.#pressedOutside = this.#outside(event);
  };

  readonly #release = (event: MouseEvent) => {
    if (this.#pressedOutside && this.#outside(event)) this.close();
  };

  /** The floating button must not cover the focused element (WCAG 2.4.11). */
  readonly #giveWay = () => {
    if (this.#host.settings.display !== 'floating') return;
    const { activeElement } = document;
    const own = this.#host.getBoundingClientRect();
    const other = activeElement?.getBoundingClientRect();
    const apart =
      !other ||
      activeElement === document.body ||
      activeElement === this.#host ||
      other.right <= own.left ||
      other.left >= own.right ||
      other.bottom <= own.top ||
      other.top >= own.bottom;
    this.#host.mark('aside', !apart);
  };
}

const watched = ['focusin', 'focusout', 'scroll'] as const;
