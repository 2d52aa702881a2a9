/** What the compiler must know about events, and refuse. */
import { bus, type ClinicEvents } from '../../src/bus/index.js';

const who = { widget: 'clinic-faq', instance: 'faq' };

document.querySelector('div')!.addEventListener('clinic-submitted', ({ detail }) => {
  detail.reference.toUpperCase();
  // @ts-expect-error no event carries answers
  void detail.data;
});
document.addEventListener('clinic-failed', ({ detail: { reason } }) => {
  // @ts-expect-error not one of the reasons
  void (reason === 'tired');
});
window.addEventListener('clinic-invalid', ({ detail: { fields } }) => fields.join());

bus.on('clinic-faq-toggle', ({ entry, open }, event) => {
  void (entry.length && open && event.detail.instance);
});
bus.once('clinic-open', ({ target }) => target.trim(), { replay: true })();
const last: ClinicEvents['clinic-coverage'] | undefined = bus.last('clinic-coverage');
void last?.ref;

bus.emit('clinic-ready', who);
// @ts-expect-error an event we do not have
bus.emit('clinic-closed', who);
// @ts-expect-error instances are told apart
bus.emit('clinic-ready', { widget: 'clinic-faq' });
// @ts-expect-error a count, never the words
bus.emit('clinic-faq-search', { ...who, results: 'tms' });
// @ts-expect-error an event never carries what was typed
bus.emit('clinic-submit', { ...who, id: '1', email: 'ana@example.org' });
