/** What a reader does with the answers beside opening one: fetched when nobody waits, or when somebody comes near. */
import type { ReactiveController } from '@lit/reactive-element';
import type { Dictionary, Messages } from '../../../../i18n/index.js';
import { adoptInto } from '../../clinic-faq.styles.js';
import type { ClinicFaq } from '../../clinic-faq.js';
import { nameAll } from '../../ids.js';
import { readingStyles, styles } from './reading.styles.js';
import { questionOf, storageKey } from '../../remembered.js';

export class Reading implements ReactiveController {
  readonly #host: ClinicFaq;
  readonly #words: Messages<Dictionary>;
  readonly #sight = new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) if (isIntersecting) this.dress(target);
  });
  readonly #feet = new WeakMap<Element, Element>();
  #printed?: [HTMLDetailsElement, boolean, string][] | undefined;
  #away?: AbortController;
  #arrival = location.hash;

  constructor(host: ClinicFaq, words: Messages<Dictionary>) {
    this.#host = host;
    this.#words = words;
    host.adopt(styles);
    host.addController(this);
  }

  hostConnected() {
    adoptInto(this.#host, readingStyles);
    this.hostUpdated();
    const { signal } = (this.#away = new AbortController());
    const hear = (target: EventTarget, type: string, listener: (event: Event) => void) =>
      target.addEventListener(type, listener, { signal });
    hear(window, 'hashchange', () => this.#reveal(location.hash));
    hear(window, 'beforeprint', () => this.#print(true));
    hear(window, 'afterprint', () => this.#print(false));
    hear(matchMedia('print'), 'change', (event) =>
      this.#print((event as MediaQueryListEvent).matches),
    );
    hear(document, 'click', this.#onLink);
  }

  hostDisconnected() {
    this.#away?.abort();
  }

  /** The answers may have come just now. */
  hostUpdated() {
    nameAll(this.#host, this.#host.answers);
    if (document.readyState === 'loading') return;
    if (this.#arrival && this.#reveal(this.#arrival)) this.#arrival = '';
  }

  clicked(target: Element): void {
    const question = target.closest('summary')?.parentElement;
    // Before an answer is open, so that nothing grows after it is seen.
    if (question?.parentElement === this.#host) this.dress(question);
    const { clinicOpen, service } =
      target.closest<HTMLElement>('[data-clinic-open]')?.dataset ?? {};
    if (clinicOpen)
      this.#host.emit('clinic-open', { target: clinicOpen, ...(service && { service }) });
  }

  /** A reader has opened or closed an answer. */
  toggled(details: HTMLDetailsElement, open: boolean): void {
    this.#arrival = '';
    nameAll(this.#host, this.#host.answers);
    this.#host.emit('clinic-faq-toggle', { entry: details.id, open });
    if (open) this.dress(details);
    this.#keep();
  }

  /** Opens all answers, or closes them where all are open. */
  toggleAll(): void {
    const { answers } = this.#host;
    const open = !answers.every((details) => details.open);
    for (const details of answers) {
      this.#host.setOpen(details, open);
      if (open) this.#sight.observe(details);
    }
    this.#keep();
    this.#host.requestUpdate();
  }

  /** Puts at the end of an open answer what belongs there: a link to it, "Was this helpful?". */
  dress(details: Element): void {
    this.#sight.unobserve(details);
    if (this.#feet.get(details)?.parentElement === details) return;
    // What a copied page has of another's is empty.
    details.querySelector(':scope > [data-clinic-foot]')?.remove();
    const foot = document.createElement('div');
    this.#feet.set(details, foot);
    foot.dataset['clinicFoot'] = '';
    details.append(foot);
    import('../answer-footer.lazy/answer-footer.js').then(
      ({ fillFoot }) => fillFoot(this.#host, foot, this.#words),
      () => foot.remove(),
    );
  }

  /** Paper shows every answer, and afterwards the screen is as it was. */
  #print(on: boolean) {
    if (on === !!this.#printed) return;
    const before = this.#printed ?? [];
    this.#printed = on ? this.#host.answers.map((d) => [d, d.open, d.name]) : undefined;
    for (const [details] of this.#printed ?? []) {
      // Of several with one name only one can be open.
      details.name = '';
      this.#host.setOpen(details, true);
    }
    for (const [details, open] of before) this.#host.setOpen(details, open);
    for (const [details, , name] of before) details.name = name;
  }

  /** Where the clinic wishes it, the visit remembers what was open on this page. */
  #keep() {
    if (!this.#host.settings.remember) return;
    const open = this.#host.answers.filter((details) => details.open).map(questionOf);
    try {
      sessionStorage.setItem(storageKey(this.#host), JSON.stringify(open));
    } catch {
      // Storage may be full or forbidden: then nothing is remembered.
    }
  }

  /** Opens the answer that an address leads to, or leads into, and goes there. */
  #reveal(hash: string): boolean {
    let id = hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {
      // A page may write a bare `%`.
    }
    if (!id) return false;
    const target = (this.#host.getRootNode() as Document).getElementById(id);
    const details = target?.closest('details');
    if (!details || !this.#host.contains(details)) return false;
    this.#host.endSearch();
    for (
      let around: Element | null | undefined = details;
      around;
      around = around.parentElement?.closest('details')
    )
      (around as HTMLDetailsElement).open = true;
    const aim = (details === target && details.querySelector('summary')) || target!;
    if (aim.tabIndex < 0) aim.tabIndex = -1;
    const go = () => {
      aim.scrollIntoView();
      aim.focus({ preventScroll: true });
    };
    go();
    // The browser's own way to an address takes the focus away, and rows that are laid out only when they are seen move.
    const again = () => {
      if ([aim, document.body].includes(document.activeElement as HTMLElement)) go();
    };
    requestAnimationFrame(() => requestAnimationFrame(again));
    return true;
  }

  /** A link to where the address leads already changes nothing in it, so that nobody else would say so. */
  readonly #onLink = (event: Event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (link?.hash && link.href === location.href && !event.defaultPrevented)
      this.#reveal(link.hash);
  };
}
