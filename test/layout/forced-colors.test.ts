import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { everything } from '../support/roots.js';
import { eachStory, modules } from '../support/stories.js';

const force = (colors: 'active' | 'none') =>
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

const flat = (host: Element) =>
  everything(host)
    .filter((element) =>
      element.matches(
        '.button, .chip, .cell, .trouble, .summary, .sent, .network, input:not([type="radio"], [type="checkbox"])',
      ),
    )
    .filter((control) => control.checkVisibility() && !edged(control))
    .map(({ localName, className }) => `${localName}.${className}`);

/** Other engines cannot be told to force colours. */
const possible = navigator.userAgent.includes('Chrome/');

describe('forced colours', () => {
  if (!possible) return void it.skip('every story');

  before(async () => {
    await force('active');
    expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
  });
  after(() => force('none'));

  it('finds what only a background has told apart', () => {
    const box = document.createElement('div');
    box.innerHTML = '<button class="button" style="border: 0; background: green">Send</button>';
    document.body.append(box);
    expect(flat(box)).to.deep.equal(['button.button']);
    box.remove();
  });

  for (const module of modules) {
    eachStory(module, (canvas) => {
      const host = canvas.querySelector(module.default.component)!;
      expect(flat(host)).to.deep.equal([]);
      const chosen = everything(host).filter((one) => one.matches('.cell:has(:checked)'));
      for (const cell of chosen) expect(getComputedStyle(cell).outlineStyle).to.equal('solid');
    });
  }
});
