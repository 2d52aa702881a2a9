/** What a story's layout is asked: nothing is too wide, too small to press, on something else, or without its words. */
import { everything } from '../support/roots.js';

/** CSS px: WCAG 1.4.10 asks for no scrolling sideways down to here. */
export const narrowest = 320;
/** CSS px: what a thumb finds (contract of the tokens), and what stands in a line of text (WCAG 2.5.8). */
const [control, inline] = [44, 24];
/** CSS px: a button without a frame may stand out by its padding, so that its words stand in line with the others. */
const outdent = 8;

/** What can be pressed or filled in; a box in a label is pressed by its label. An answer told back can be neither. */
const targets = (host: Element) =>
  everything(host)
    .filter((element) =>
      element.matches(
        'input, select, textarea:not([readonly][tabindex="-1"]), button, summary, a[href]',
      ),
    )
    .map((target) => ({
      target,
      area: target.matches('[type="radio"], [type="checkbox"]') ? target.closest('label')! : target,
    }));

/** Inside a sentence, or a line of the error summary, the line height is the target's (WCAG 2.5.8, inline). */
const inText = (target: Element) =>
  target.matches('a') ? getComputedStyle(target).display === 'inline' : !!target.closest('li');

export const small = (host: Element) =>
  targets(host)
    .filter(({ area }) => area.checkVisibility())
    .flatMap(({ target, area }) => {
      const { width, height } = area.getBoundingClientRect();
      if (inText(target) && target.matches('a')) return [];
      const least = inText(target) ? inline : control;
      return Math.min(width, height) < least - 0.5
        ? [`${target.localName} ${target.textContent.trim()}: ${width} × ${height}`]
        : [];
    });

/** A dialog over the page has the window for itself, whatever is left to the widget; what is in it has the dialog. */
export const wide = (host: Element) => {
  const dialog = host.shadowRoot!.querySelector('dialog:modal');
  const frame = (element: Element) =>
    element === dialog
      ? new DOMRect(0, 0, innerWidth, innerHeight)
      : (dialog?.contains(element) ? dialog : host).getBoundingClientRect();
  return everything(host)
    .filter((element) => !element.matches('.unseen') && element.checkVisibility())
    .map((element) => ({ element, box: element.getBoundingClientRect(), room: frame(element) }))
    .filter(
      ({ box, room }) =>
        box.width > 0 && (box.left < room.left - outdent || box.right > room.right + outdent),
    )
    .map(
      ({ element, box }) => `${element.localName}.${element.className}: ${box.left}–${box.right}`,
    );
};

/** Controls of a widget's own root that lie on one another. What opens over the page is meant to; links in a line of text take two lines; what is in a label belongs together. */
export const overlapping = (host: Element) => {
  const boxes = targets(host)
    .filter(({ area }) => area.checkVisibility() && !inText(area) && !area.closest('.payers'))
    .map(({ area }) => ({ area, box: area.getBoundingClientRect() }));
  return boxes.flatMap(({ area, box }, at) =>
    boxes
      .slice(at + 1)
      // A dialog lies over the rest.
      .filter(({ area: other }) => area.closest('dialog') === other.closest('dialog'))
      .filter(({ area: other }) => !area.contains(other) && !other.contains(area))
      .filter(
        ({ box: other }) =>
          Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1 &&
          Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 1,
      )
      .map(
        ({ area: other }) => `${area.localName} and ${other.localName} ${other.textContent.trim()}`,
      ),
  );
};

/** Words that nobody has written: a key without a text stands for itself, and what was to be filled in stays open. */
export const unwritten = (host: Element) =>
  everything(host)
    .filter((element) => element.checkVisibility() || element.matches('.unseen'))
    .flatMap((element) => [
      ...[...element.childNodes].map((node) => (node instanceof Text ? node.data.trim() : '')),
      element.getAttribute('aria-label') ?? '',
    ])
    .filter((text) => /^[a-z][\w-]*(\.[\w-]+)+$|\{\w+\}/i.test(text));
