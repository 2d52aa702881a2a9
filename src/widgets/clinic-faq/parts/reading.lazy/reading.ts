/** Links to answers, printing, and the answer footers. Loaded shortly after the first paint. */
import type { ReactiveController } from '@lit/reactive-element';
import { adoptAround } from '../../answers.styles.js';
import type { FaqHost } from '../../faq-host.js';
import { questionOf, storageKey } from '../remembered-answers.js';
import { assignIds } from './answer-ids.js';
import { DeepLinks } from './deep-links.js';
import { PrintView } from './print-view.js';
import { readerStyles, styles } from './reading.styles.js';

export class ReadingController implements ReactiveController {
  readonly #host: FaqHost;
  readonly #deepLinks: DeepLinks;
  readonly #footers = new WeakMap<Element, Element>();
  /** Answers opened by *Open all* get their footer when they scroll into view. */
  readonly #inView = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) this.#addFooter(target);
  });

  constructor(host: FaqHost) {
    this.#host = host;
    host.adopt(styles);
    host.addController(this);
    this.#deepLinks = new DeepLinks(host);
    new PrintView(host);
  }

  hostConnected() {
    adoptAround(this.#host, readerStyles);
  }

  /** Called on a click in the answers. */
  clicked(target: Element): void {
    const details = target.closest('summary')?.parentElement;
    // Added before the answer opens, to avoid a layout shift.
    if (details?.parentElement === this.#host) this.#addFooter(details);
    const { clinicOpen, service } =
      target.closest<HTMLElement>('[data-clinic-open]')?.dataset ?? {};
    if (clinicOpen)
      this.#host.emit('clinic-open', { target: clinicOpen, ...(service && { service }) });
  }

  /** Called when the visitor has opened or closed an answer. */
  toggled(details: HTMLDetailsElement, open: boolean): void {
    this.#deepLinks.dropInitialHash();
    assignIds(this.#host);
    this.#host.emit('clinic-faq-toggle', { entry: details.id, open });
    if (open) this.#addFooter(details);
    this.#remember();
  }

  /** Opens all answers, or closes them if all are open. */
  toggleAll(): void {
    const { answers } = this.#host;
    const open = !answers.every((details) => details.open);
    for (const details of answers) {
      this.#host.setOpen(details, open);
      if (open) this.#inView.observe(details);
    }
    this.#remember();
    this.#host.requestUpdate();
  }

  /** Stores which answers are open, if the clinic has enabled it. */
  #remember() {
    if (!this.#host.settings.remember) return;
    const open = this.#host.answers.filter((details) => details.open).map(questionOf);
    try {
      sessionStorage.setItem(storageKey(this.#host), JSON.stringify(open));
    } catch {
      // Storage may be full or blocked: then nothing is remembered.
    }
  }

  /** Reserves the height of the footer and loads its content. */
  #addFooter(details: Element) {
    this.#inView.unobserve(details);
    if (this.#footers.get(details)?.parentElement === details) return;
    // The footer in a copy of a page is empty, because its closed root was not copied.
    details.querySelector(':scope > [data-clinic-foot]')?.remove();
    const footer = document.createElement('div');
    this.#footers.set(details, footer);
    footer.dataset['clinicFoot'] = '';
    details.append(footer);
    import('../answer-footer.lazy/answer-footer.js').then(
      ({ fillFooter }) => fillFooter(this.#host, footer),
      () => footer.remove(),
    );
  }
}
