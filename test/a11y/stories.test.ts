import { expect } from '@open-wc/testing';
import { press, until } from '../../stories/support/visitor.js';
import { audit, unseen } from '../support/audit.js';
import { eachStory, modules } from '../support/stories.js';

/** A widget as axe finds it: a button that nobody has named, in a root of its own. */
const nameless = (mode: ShadowRootMode) => {
  const host = document.createElement('div');
  document.body.append(host);
  const root = host.attachShadow({ mode });
  root.innerHTML = '<h2>Heading</h2><button></button>';
  return { host, root };
};

describe('axe', () => {
  describe('what the audit can see', () => {
    it('refuses a nameless button inside an open root', async () => {
      const { host, root } = nameless('open');
      const result = await audit(host);
      expect(result.violations.join()).to.contain('button-name');
      expect(unseen(root, result)).to.deep.equal([]);
      host.remove();
    });

    it('reports what stands in a closed root as unseen', async () => {
      const { host, root } = nameless('closed');
      const result = await audit(host);
      expect(result.violations).to.deep.equal([]);
      expect(unseen(root, result)).to.deep.equal([
        'button-name: 0 of 1 seen',
        'empty-heading: 0 of 1 seen',
      ]);
      host.remove();
    });
  });

  for (const module of modules) {
    eachStory(module, async (canvas) => {
      const { shadowRoot } = canvas.querySelector(module.default.component)!;
      // Nobody sees into a closed dialog, axe neither: what is around it is looked at first, what is in it once it is open.
      if (shadowRoot!.querySelector('dialog:not([open])')) {
        expect((await audit(canvas)).violations).to.deep.equal([]);
        await press(canvas, '[part="open"]');
        await until('the dialog', () => shadowRoot!.querySelector('dialog:modal'));
      }
      let result = await audit(canvas);
      // What has come while axe was looking is looked at once more.
      if (unseen(shadowRoot!, result).length > 0) result = await audit(canvas);
      expect(result.violations).to.deep.equal([]);
      expect(unseen(shadowRoot!, result)).to.deep.equal([]);
    });
  }
});
