/** The end of an open answer: who has reviewed it, whether it helped, and a link to it. Fetched with the first answer that opens. */
import { endpointOf, pageSettings } from '../../../../config/index.js';
import { ClinicElement } from '../../../../element/index.js';
import type { Dictionary, Messages } from '../../../../i18n/index.js';
import { baseStyles } from '../../../../theme/index.js';
import { checkEndpoint } from '../../../../transport/endpoint.js';
import type { ClinicFaq } from '../../clinic-faq.js';
import { styles } from './answer-footer.styles.js';
import { later } from '../../messages/parts.en.js';
import { addReviewed } from '../../reviewed.js';
import { waysOn } from './contact-options.js';

/** Which answers this visitor has judged, for as long as the page lives: nobody is asked twice, and nothing is stored. */
const judged = new Set<string>();

const judgedAs = (host: ClinicFaq, details: Element) => `${host.instance} ${details.id}`;

const made = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, part: string, text = '') => {
  const element = document.createElement(tag);
  element.part.add(part);
  element.textContent = text;
  if (element instanceof HTMLButtonElement) element.type = 'button';
  return element;
};

/** Fills the room kept at the end of an answer. It is a closed root, so that the page neither styles it by accident nor sees a vote. */
export function fillFoot(host: ClinicFaq, foot: HTMLElement, words: Messages<Dictionary>): void {
  const details = foot.parentElement!;
  words.add(later);
  addReviewed(details, words);
  // The line about the review belongs to the answer, before the tools.
  details.append(foot);
  const root = foot.attachShadow({
    ...ClinicElement.shadowRootOptions,
    ...(pageSettings().inspect && { mode: 'open' as const }),
  });
  root.adoptedStyleSheets = [...baseStyles, styles].map(({ styleSheet }) => styleSheet!);
  const status = made('p', 'status');
  status.role = 'status';
  root.append(copyLink(details, words, status), status);
  // The clinic file may say where to.
  void host.clinicSettled.then(() => {
    if (mayAsk(host) && !judged.has(judgedAs(host, details)))
      root.prepend(question(host, details, words, status));
  });
}

/** Somewhere to send the answer to, and no wish of the clinic against it. */
function mayAsk(host: ClinicFaq): boolean {
  const { feedback, sandbox } = host.settings;
  if (feedback === false) return false;
  const endpoint = endpointOf(host.layers, 'faq-feedback', host.clinic);
  return !!sandbox || (!!endpoint && 'url' in checkEndpoint(endpoint));
}

function question(
  host: ClinicFaq,
  details: Element,
  words: Messages<Dictionary>,
  status: HTMLElement,
): HTMLElement {
  const group = made('div', 'feedback');
  const label = made('span', 'feedback-label', words.say('helpful.ask'));
  label.id = 'helpful';
  group.role = 'group';
  group.setAttribute('aria-labelledby', label.id);
  const answer = async (helpful: boolean) => {
    const key = judgedAs(host, details);
    if (judged.has(key)) return;
    judged.add(key);
    status.textContent = '';
    host.emit('clinic-faq-feedback', { entry: details.id, helpful });
    const part = await import('../feedback.lazy.js').catch(() => undefined);
    const arrived = await part?.sendVote(host, words.locale, { entry: details.id, helpful });
    if (!arrived) {
      judged.delete(key);
      status.textContent = words.say('helpful.failed');
      return;
    }
    const ways = helpful ? [] : waysOn(host, words);
    const said = helpful ? 'thanks' : ways.length ? 'sorry' : 'sorry-alone';
    status.textContent = words.say(`helpful.${said}`);
    if (ways.length) {
      const row = made('div', 'ways');
      row.append(...ways);
      status.after(row);
    }
    // The button that had the focus goes.
    const led = group.contains((group.getRootNode() as ShadowRoot).activeElement);
    group.hidden = true;
    status.tabIndex = -1;
    if (led) status.focus();
  };
  group.append(label);
  for (const helpful of [true, false]) {
    const button = made(
      'button',
      helpful ? 'yes' : 'no',
      words.say(`helpful.${helpful ? 'yes' : 'no'}`),
    );
    button.addEventListener('click', () => void answer(helpful));
    group.append(button);
  }
  return group;
}

function copyLink(details: Element, words: Messages<Dictionary>, status: HTMLElement): HTMLElement {
  const button = made('button', 'copy-link', words.say('copy.link'));
  button.addEventListener('click', () => {
    const address = new URL(location.href);
    address.hash = details.id;
    const byHand = () => {
      // Pages without https have no clipboard: the address stands there, ready to be copied.
      const box = made('input', 'address');
      box.readOnly = true;
      box.value = address.href;
      box.setAttribute('aria-label', words.say('copy.by-hand'));
      button.replaceWith(box);
      box.select();
      box.focus();
    };
    const done = () => (status.textContent = words.say('copy.done'));
    if (navigator.clipboard) navigator.clipboard.writeText(address.href).then(done, byHand);
    else byHand();
  });
  return button;
}
