/** What a story is asked while the system forces its colors on the page. */
import { executeServerCommand } from '@web/test-runner-commands';
import { everything } from '../support/roots.js';

/** Only Chromium can be told to force colors. */
export const canForceColors = navigator.userAgent.includes('Chrome/');

export const forceColors = (colors: 'active' | 'none') =>
  executeServerCommand('emulate-features', { 'forced-colors': colors });

/** What tells a control from the ground when backgrounds are gone: an edge that has a colour of its own. */
const edged = (control: Element) => {
  const style = getComputedStyle(control);
  const edges = ['top', 'right', 'bottom', 'left'].filter((side) => {
    const color = style.getPropertyValue(`border-${side}-color`);
    return (
      parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0 &&
      !/^rgba.*, 0\)$|transparent/.test(color)
    );
  });
  return edges.length > 0 || style.outlineStyle !== 'none';
};

/** Controls that only a background tells from the ground. */
export const flat = (host: Element) =>
  everything(host)
    .filter((element) =>
      element.matches(
        '.button, .chip, .cell, .trouble, .summary, .sent, .network, input:not([type="radio"], [type="checkbox"])',
      ),
    )
    .filter((control) => control.checkVisibility() && !edged(control))
    .map(({ localName, className }) => `${localName}.${className}`);

/** Chosen cells whose outline would not be seen. */
export const unmarked = (host: Element) =>
  everything(host)
    .filter((one) => one.matches('.cell:has(:checked)'))
    .filter((cell) => getComputedStyle(cell).outlineStyle !== 'solid')
    .map(({ localName, className }) => `${localName}.${className}`);
