import { expect } from '@open-wc/testing';
import {
  all,
  control,
  fakeEndpoint,
  fill,
  hear,
  inside,
  mount,
  press,
  rootOf,
  submit,
  type,
  until,
  wordsIn,
} from '../support/index.js';
import { bus } from '../../src/bus/index.js';
import type { NewsletterSignup } from '../../src/widgets/newsletter-signup/newsletter-signup.js';
import '../../src/widgets/newsletter-signup/newsletter-signup.js';

const answers = { email: 'ana@example.org', 'consent.marketing-email': true };
const dialog = (host: Element) => inside<HTMLDialogElement>(host, 'dialog');
const opener = (host: Element) => inside<HTMLButtonElement>(host, '[part="open"]');
const isOpen = (host: Element) => dialog(host).matches(':modal');

const place = async (attributes = 'display="dialog"', around = '') => {
  const endpoint = fakeEndpoint({ body: { reference: 'R', status: 'subscribed' } });
  const host = await mount<NewsletterSignup>(
    `<newsletter-signup endpoint="${endpoint.url}" ${attributes}></newsletter-signup>${around}`,
  );
  await until(() => all(host, '[part="open"]').length === 1, 'the button');
  return { host, endpoint };
};
const opened = async (attributes?: string) => {
  const placed = await place(attributes);
  opener(placed.host).focus();
  opener(placed.host).click();
  await until(() => isOpen(placed.host), 'the dialog');
  return placed;
};

describe('a widget that opens over the page', () => {
  const still = () => getComputedStyle(document.documentElement).overflow === 'hidden';

  afterEach(async () => {
    await until(() => !still(), 'the page to scroll again');
    expect(document.documentElement.getAttribute('style')).to.equal(null);
  });

  it('shows a button with its heading in its place, and is ready then', async () => {
    const ready = hear('clinic-ready');
    const { host } = await place();
    expect(wordsIn(host, '[part="open"]')).to.equal('News from the clinic');
    expect(opener(host).getAttribute('aria-haspopup')).to.equal('dialog');
    expect(isOpen(host)).to.equal(false);
    expect(ready).to.have.length(1);
    expect(host.getBoundingClientRect().height).to.be.within(44, 60);
  });

  it('opens with the focus at its start, closes with Escape whatever was pressed before, and gives the focus back', async () => {
    const { host } = await opened();
    expect(rootOf(host).activeElement!.matches('dialog [part~="heading"]')).to.equal(true);
    control(host, 'email').focus();
    await type('a');
    await press('Escape');
    await until(() => !isOpen(host), 'the end');
    expect(rootOf(host).activeElement).to.equal(opener(host));
    opener(host).click();
    await until(() => isOpen(host), 'again');
    expect(control(host, 'email').value, 'what was typed').to.equal('a');
    await press('Escape');
    await until(() => !isOpen(host), 'the end');
  });

  it('holds the page still while it is open, and only then', async () => {
    const { host } = await opened();
    expect(still()).to.equal(true);
    inside(host, '[part="close"]').click();
    await until(() => !isOpen(host) && !still(), 'the end');
  });

  it('lets the page go where the widget is taken out while it is open, and comes back closed', async () => {
    const { host } = await opened();
    const parent = host.parentElement!;
    host.remove();
    expect(still()).to.equal(false);
    parent.append(host);
    await host.updateComplete;
    expect(dialog(host).open).to.equal(false);
    opener(host).click();
    await until(() => isOpen(host), 'again');
    host.close();
    await until(() => !isOpen(host), 'the end');
  });

  it('closes with a press beside it, not with one that began inside', async () => {
    const { host } = await opened();
    const at = (x: number, y: number) => ({ clientX: x, clientY: y, bubbles: true });
    const box = dialog(host).getBoundingClientRect();
    const [inX, inY] = [box.left + 5, box.top + 5];
    dialog(host).dispatchEvent(new PointerEvent('pointerdown', at(inX, inY)));
    dialog(host).dispatchEvent(new MouseEvent('click', at(-1, -1)));
    expect(isOpen(host), 'began inside').to.equal(true);
    dialog(host).dispatchEvent(new PointerEvent('pointerdown', at(-1, -1)));
    dialog(host).dispatchEvent(new MouseEvent('click', at(-1, -1)));
    await until(() => !isOpen(host), 'the end');
  });

  it('opens when it is asked to, also before it is there, and closes when it is told to', async () => {
    const endpoint = fakeEndpoint();
    const host = await mount<NewsletterSignup>(
      `<newsletter-signup display="floating" endpoint="${endpoint.url}"></newsletter-signup>`,
      (made) => made.open(),
    );
    await until(() => all(host, 'dialog').length === 1 && isOpen(host), 'the dialog');
    host.close();
    await until(() => !isOpen(host), 'the end');
    const asked = { widget: 'page', instance: 'p', target: 'newsletter-signup' };
    expect(bus.emit('clinic-open', asked)).to.equal(false);
    await until(() => isOpen(host), 'again');
    host.close();
    await until(() => !isOpen(host), 'the end');
  });

  it('sends from there, thanks there, and is an empty form when it opens again', async () => {
    const { host, endpoint } = await opened();
    fill(host, answers);
    await submit(host);
    expect(endpoint.requests).to.have.length(1);
    expect(isOpen(host)).to.equal(true);
    expect(rootOf(host).activeElement!.matches('dialog .sent [part~="heading"]')).to.equal(true);
    host.close();
    await until(() => !isOpen(host), 'the end');
    opener(host).click();
    await until(() => isOpen(host), 'again');
    await until(() => rootOf(host).querySelector('[data-field="email"]'), 'the form');
    expect(control(host, 'email').value).to.equal('');
    host.close();
    await until(() => !isOpen(host), 'the end');
  });

  it('floats at the corner without taking room, and gives way to what has the focus', async () => {
    const { host } = await place(
      'display="floating"',
      '<p style="height: 300px"></p><button class="under" style="position: fixed; inset-inline-end: 0; inset-block-end: 0; width: 200px; height: 90px">Of the page</button>',
    );
    const { right, bottom } = host.getBoundingClientRect();
    expect(getComputedStyle(host).position).to.equal('fixed');
    expect(document.documentElement.clientWidth - right).to.be.within(15, 17);
    expect(innerHeight - bottom).to.be.within(15, 17);
    expect(host.parentElement!.getBoundingClientRect().height).to.equal(
      host.parentElement!.querySelector('p')!.getBoundingClientRect().height,
    );
    const under = document.querySelector<HTMLElement>('.under')!;
    under.focus();
    expect(host.matches(':state(aside)')).to.equal(true);
    opener(host).focus();
    expect(host.matches(':state(aside)')).to.equal(false);
  });

  it('is named by the clinic as it likes, and in the language of the page', async () => {
    const { host } = await place('display="dialog" heading="Our letter"');
    expect(wordsIn(host, '[part="open"]')).to.equal('Our letter');
    host.lang = 'es';
    await until(() => wordsIn(host, '[part="close"]') === 'Cerrar', 'Spanish');
  });
});
