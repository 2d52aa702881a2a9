/**
 * The footer of an open answer, with feedback and a link to the answer. Loaded when the first
 * answer is opened.
 */
import { pageSettings } from '../../../../config/index.js';
import { ClinicElement, markFallbacks } from '../../../../element/index.js';
import type { Messages } from '../../../../i18n/index.js';
import { baseStyles } from '../../../../theme/index.js';
import type { FaqHost } from '../../faq-host.js';
import { createPart } from '../create-part.js';
import { partWords } from '../part-words.js';
import { addReviewLine } from '../review-line/review-line.js';
import { styles } from './answer-footer.styles.js';
import { canAsk, createQuestion } from './feedback-question.js';
import { en, es } from './messages.js';

const wordsFor = partWords({ en, es });

/**
 * Fills the footer of an answer. Its root is closed, so that page scripts cannot see the visitor's
 * feedback.
 */
export function fillFooter(host: FaqHost, footer: HTMLElement): void {
  const words = wordsFor(host);
  const details = footer.parentElement!;
  addReviewLine(host, details);
  // The review line belongs to the answer, so it comes before the footer.
  details.append(footer);
  const root = footer.attachShadow({
    ...ClinicElement.shadowRootOptions,
    ...(pageSettings().inspect && { mode: 'open' as const }),
  });
  root.adoptedStyleSheets = [...baseStyles, styles].map(({ styleSheet }) => styleSheet!);
  const status = createPart('p', 'status', { role: 'status' });
  root.append(createCopyButton(details, status, words), status);
  markFallbacks(root);
  // The endpoint may come from the clinic file.
  void host.clinicSettled.then(() => {
    if (canAsk(host, details)) root.prepend(createQuestion(host, details, status, words));
  });
}

function createCopyButton(
  details: Element,
  status: HTMLElement,
  { t }: Messages<typeof en>,
): HTMLElement {
  const button = createPart('button', 'copy-link', { type: 'button', textContent: t('copy.link') });
  button.addEventListener('click', () => {
    const address = new URL(location.href);
    address.hash = details.id;
    const showAddress = () => {
      const box = createPart('input', 'address', {
        readOnly: true,
        value: address.href,
        ariaLabel: t('copy.by-hand'),
      });
      button.replaceWith(box);
      box.select();
      box.focus();
    };
    const announce = () => (status.textContent = t('copy.done'));
    // The clipboard exists in secure contexts only; without it the address is shown and selected
    // for copying.
    if (navigator.clipboard)
      navigator.clipboard.writeText(address.href).then(announce, showAddress);
    else showAddress();
  });
  return button;
}
