import { expect } from '@open-wc/testing';
import {
  all,
  control,
  fakeEndpoint,
  inside,
  mount,
  press,
  rootOf,
  type,
  until,
} from '../support/index.js';
import '../../src/widgets/newsletter-signup/newsletter-signup.js';

const kinds = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'textInput',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'paste',
  'copy',
  'cut',
  'dragstart',
  'drop',
];

/** Every key and event that listeners of the page get to see, from above and on the widget itself. */
function spy(host: Element) {
  const seen: string[] = [];
  const ended = new AbortController();
  const note = (event: Event) => seen.push(event instanceof KeyboardEvent ? event.key : event.type);
  for (const target of [window, document, document.body, host])
    for (const capture of [true, false])
      for (const kind of kinds)
        target.addEventListener(kind, note, { capture, signal: ended.signal });
  return { seen, end: () => ended.abort() };
}

const open = async () => {
  const host = await mount(
    `<newsletter-signup endpoint="${fakeEndpoint().url}" fields="givenName"></newsletter-signup>`,
  );
  control(host, 'email').focus();
  return host;
};

describe('what is typed', () => {
  it('never reaches a listener of the page, in any phase, and still arrives', async () => {
    const host = await open();
    const { seen, end } = spy(host);
    await type('ana@example.org');
    end();
    expect(seen.filter((key) => key.length === 1 || kinds.includes(key))).to.deep.equal([]);
    expect(control(host, 'email').value).to.equal('ana@example.org');
  });

  it('may be taken back and copied as ever, unseen', async () => {
    const host = await open();
    const { seen, end } = spy(host);
    await type('anx');
    await press('Backspace');
    await type('a');
    end();
    expect(control(host, 'email').value).to.equal('ana');
    expect(seen.filter((key) => key.length === 1 || kinds.includes(key))).to.deep.equal([]);
  });

  it('lets keys with a name pass, so that pages keep their Tab and Escape', async () => {
    const host = await open();
    const { seen, end } = spy(host);
    await press('Tab');
    await press('Escape');
    end();
    expect(seen).to.include('Tab').and.to.include('Escape');
    expect(rootOf(host).activeElement).to.equal(control(host, 'givenName'));
  });

  it('is judged and sent by Enter', async () => {
    const host = await open();
    const { seen, end } = spy(host);
    await type('ana@');
    await press('Enter');
    await until(() => all(host, '[part~="summary"]').length === 1, 'the refusal');
    end();
    expect(seen).to.include('Enter');
    expect(rootOf(host).activeElement).to.equal(inside(host, '[part~="summary"]'));
  });

  it('is judged on the way out by Tab', async () => {
    const host = await open();
    await type('ana@');
    await press('Tab');
    await until(() => all(host, '[part~="error"]').length === 1, 'the error');
    expect(control(host, 'email').getAttribute('aria-invalid')).to.equal('true');
  });

  for (const kind of ['input', 'beforeinput', 'paste', 'compositionupdate', 'dragstart', 'drop'])
    it(`keeps ${kind} from the page`, async () => {
      const host = await open();
      const { seen, end } = spy(host);
      control(host, 'email').dispatchEvent(new Event(kind, { bubbles: true, composed: true }));
      end();
      expect(seen).to.deep.equal([]);
    });

  it('control: the same spy sees what is typed into a field of the page', async () => {
    const host = await open();
    const field = document.createElement('input');
    host.before(field);
    const { seen, end } = spy(field);
    field.focus();
    await type('a');
    end();
    expect(seen).to.include('a').and.to.include('input');
  });

  it('leaves the shortcuts of a page alone', async () => {
    const host = await open();
    const { seen, end } = spy(host);
    const key = { key: 'k', ctrlKey: true, bubbles: true, composed: true };
    control(host, 'email').dispatchEvent(new KeyboardEvent('keydown', key));
    end();
    expect(seen).to.include('k');
  });
});
