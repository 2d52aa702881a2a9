import { aTimeout, expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { fakeEndpoint, inside, mount, setUp, until, wordsIn } from '../support/index.js';
import '../../src/widgets/appointment-form/appointment-form.js';

const center = (element: Element): [number, number] => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
};

describe('what comes late waits for the end of a press', () => {
  let host: HTMLElement;
  let give: (answer: object) => void;

  beforeEach(async () => {
    const file = fakeEndpoint(new Promise<object>((resolve) => (give = resolve)));
    setUp({ meta: { config: file.url } });
    host = await mount('<appointment-form layout="page" endpoint="/x"></appointment-form>');
    document.body.style.minHeight = '4000px';
  });
  afterEach(() => {
    document.body.style.minHeight = '';
  });

  for (const [what, selector] of [
    ['a radio button', 'input[data-field="contactBy"]'],
    ['the label of a box', 'label:has([data-field="access.needs"])'],
    ['a button that adds a question', '[data-field="preferences"] button'],
    ['the button that sends', '[part="submit"]'],
  ])
    it(`on ${what}`, async () => {
      const pressed = inside(host, selector);
      pressed.scrollIntoView({ block: 'center' });
      let clicked = false;
      pressed.addEventListener('click', () => (clicked = true));
      const { top } = pressed.getBoundingClientRect();
      await sendMouse({ type: 'move', position: center(pressed) });
      await sendMouse({ type: 'down' });
      give({ body: { services: [1, 2, 3].map((n) => ({ id: `s${n}`, name: `Service ${n}` })) } });
      await aTimeout(200);
      const words = wordsIn(host);
      const moved = pressed.getBoundingClientRect().top - top;
      await sendMouse({ type: 'up' });
      expect(words).not.to.include('Service 3');
      expect(Math.abs(moved)).to.be.lessThan(2);
      expect(clicked).to.equal(true);
      await until(() => wordsIn(host).includes('Service 3'), 'the services');
    });
});
