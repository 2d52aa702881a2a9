import { aTimeout, expect, nextFrame } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import {
  all,
  control,
  fill,
  inside,
  press,
  rootOf,
  settle,
  submit,
  until,
  wordsIn,
} from '../support/index.js';
import { dayAhead, free, json, slotServer } from '../support/slot-server.js';
import { person, open, picker, choice, said, button, shown, held, three } from './picker.js';

describe('the slot picker', () => {
  it('offers the earliest time first, in the clinic’s time, one or two Tab stops away', async () => {
    const host = await open(slotServer(three().reverse()));
    await shown(host, 'First available');
    expect(said(host)).to.match(/First available: \w{3}, \w{3} \d+, 10:00 AM ET \(clinic time\)/);
    const first = all(picker(host), 'button').find(({ tabIndex }) => tabIndex >= 0)!;
    expect(first.textContent).to.include('First available');
  });

  it('groups the times of a day under headings, each named with its day', async () => {
    const host = await open(slotServer(three()));
    await shown(host, 'First available');
    const groups = all(picker(host), '.times [role="group"]').map((group) => [
      rootOf(picker(host))
        .getElementById(group.getAttribute('aria-labelledby')!)!
        .textContent.trim(),
      [...group.querySelectorAll('button')].map((one) => one.getAttribute('aria-label')),
    ]);
    const day = new Intl.DateTimeFormat('en', {
      weekday: 'long',
      month: 'long',
      day: 'numeric',
      timeZone: 'UTC',
    }).format(new Date(dayAhead(2)));
    expect(groups).to.deep.equal([
      ['Morning', [`${day}, 10:00 AM`]],
      ['Afternoon', [`${day}, 2:30 PM`]],
    ]);
  });

  it('names who is seen where there are several', async () => {
    const host = await open(
      slotServer([
        free('a', 2, '10:00', { clinician: 'c1' }),
        free('b', 2, '10:00', { clinician: 'c2' }),
      ]),
    );
    await shown(host, 'First available');
    button(picker(host), /10:00 AM, Dr\. One$/);
    button(picker(host), /10:00 AM, Dr\. Two$/);
  });

  it('says nothing of what was chosen to the page', async () => {
    const server = slotServer(three());
    const host = await open(server);
    const seen: string[] = [];
    const note = ({ type, target }: Event) => seen.push(`${type} ${(target as Element).localName}`);
    const types = ['change', 'input', 'slot-way', 'slot-chosen'];
    for (const type of types) host.parentElement!.addEventListener(type, note);
    await shown(host, 'First available');
    button(picker(host), '2:30 PM').click();
    await held(host);
    expect(seen).to.deep.equal([]);
    expect(picker(host).shadowRoot).to.equal(null);
    const drawn = rootOf(choice(host)).querySelector('.choice')!;
    const markup = drawn.innerHTML + drawn.textContent;
    expect(markup).to.not.match(/2:30|h1/);
    expect(rootOf(picker(host)).innerHTML).to.not.include('h1');
  });

  it('makes each day of a month wide enough for a thumb', async () => {
    await setViewport({ width: 1000, height: 900 });
    const host = await open(slotServer(three()));
    await shown(host, 'First available');
    const seen = new Set<boolean>();
    for (let width = 520; width <= 660; width += 10) {
      host.parentElement!.style.inlineSize = `${width}px`;
      // Its size is observed in one frame and drawn for in the next.
      await nextFrame();
      await nextFrame();
      await (picker(host) as unknown as { updateComplete: Promise<unknown> }).updateComplete;
      const cells = all(picker(host), '.cell').map((cell) => cell.getBoundingClientRect());
      seen.add(cells.length > 0);
      for (const cell of cells) {
        expect(cell.width, `in ${width} px`).to.be.at.least(44);
        expect(cell.height, `in ${width} px`).to.be.at.least(44);
      }
      expect(picker(host).scrollWidth).to.be.at.most(picker(host).clientWidth);
    }
    expect([...seen], 'a strip, then a month').to.deep.equal([false, true]);
  });

  describe('keeps the focus', () => {
    const at = (host: Element) => rootOf(picker(host)).activeElement;
    const press1 = async (host: Element, words: string) => {
      button(picker(host), words).focus();
      await press('Enter');
    };

    it('on the way to days and back', async () => {
      const host = await open(slotServer(three()));
      await shown(host, 'First available');
      const before = picker(host);
      await press1(host, 'Request other days');
      await until(() => rootOf(host).querySelector('[data-field="preferences.0.day"]'));
      await settle();
      expect(picker(host)).to.equal(before);
      expect(at(host)!.textContent).to.include('See available times');
      await press('Enter');
      await shown(host, 'First available');
      await settle();
      expect(at(host)!.textContent).to.include('First available');
    });

    it('on its way back while it looks again, and says that it does', async () => {
      const server = slotServer(three());
      server.list = () => json(500, {});
      const host = await open(server, { attributes: 'data-case="again"' });
      await shown(host, 'can’t show available times right now');
      let answer!: (response: Response) => void;
      server.list = () => new Promise((resolve) => (answer = resolve));
      await press1(host, 'Try again');
      await shown(host, 'Looking for available times');
      control(host, 'preferences.0.day');
      expect(document.activeElement === document.body, 'nobody has moved it').to.equal(true);
      answer(json(500, {}));
      await shown(host, 'can’t show available times right now');
      expect(at(host)!.textContent).to.include('Try again');
      await press('Enter');
      await shown(host, 'Looking for available times');
      answer(json(200, { slots: three() }));
      await shown(host, 'First available');
      expect(at(host)!.textContent).to.include('First available');
    });

    it('where there are no more days', async () => {
      await setViewport({ width: 360, height: 800 });
      const server = slotServer(three());
      const host = await open(server);
      await shown(host, 'First available');
      await press1(host, 'More days');
      await until(() => server.log.length === 2);
      await until(() => button(picker(host), 'More days').ariaDisabled === 'true', 'the end');
      expect(at(host)!.textContent).to.include('More days');
      await press('Enter');
      await settle();
      expect(server.log).to.have.length(2);
    });

    it('on the time, when it is kept longer', async () => {
      const host = await open(slotServer(three()));
      await shown(host, 'First available');
      button(picker(host), '10:00 AM').click();
      await held(host);
      button(choice(host), 'Hold it longer').focus();
      await press('Enter');
      await until(() => all(choice(host), 'button').length === 0);
      await until(() => rootOf(choice(host)).activeElement?.localName === 'textarea', 'the focus');
    });
  });

  describe('by keyboard', () => {
    const focusDay = async (host: Element) => {
      const day = all(picker(host), '[data-day]').find(({ tabIndex }) => tabIndex === 0)!;
      day.focus();
      await settle();
      return () => rootOf(picker(host)).activeElement as HTMLElement;
    };

    it('walks a month day by day, week by week and month by month', async () => {
      await setViewport({ width: 1000, height: 900 });
      const server = slotServer([
        free('a', 10, '10:00'),
        free('b', 30, '10:00'),
        free('z', 50, '10:00'),
      ]);
      const host = await open(server);
      await shown(host, 'First available');
      await until(() => rootOf(picker(host)).querySelector('[role="grid"]'), 'a month');
      const at = await focusDay(host);
      const day = () => Number(at().dataset['day']);
      const start = day();
      for (const [key, moved] of [
        ['ArrowRight', 1],
        ['ArrowDown', 8],
        ['ArrowLeft', 7],
        ['ArrowUp', 0],
      ] as const) {
        await press(key);
        await until(() => day() === start + moved, key);
      }
      await press('Home');
      await until(() => /^Sunday/.test(at().getAttribute('aria-label')!));
      await press('End');
      await until(() => /^Saturday/.test(at().getAttribute('aria-label')!));
      const title = () => inside(picker(host), '#month').textContent;
      const month = title();
      await press('PageDown');
      await until(() => title() !== month);
      expect(at().dataset['day']).to.not.equal(undefined);
      await press('PageUp');
      await until(() => title() === month);
      expect(all(picker(host), '[data-day][tabindex="0"]')).to.have.length(1);
    });

    it('walks the strip and the times, each one stop of Tab', async () => {
      await setViewport({ width: 360, height: 800 });
      const host = await open(slotServer(three()));
      await shown(host, 'First available');
      const at = await focusDay(host);
      expect(rootOf(picker(host)).querySelector('[role="grid"]')).to.equal(null);
      const first = at();
      await press('ArrowRight');
      await until(() => at() !== first);
      await press('Home');
      await until(() => at() === first);
      await press('Tab');
      await until(() => at().matches('.time, .quiet'));
      if (!at().matches('.time')) await press('Tab');
      await until(() => at().matches('.time'));
      await press('ArrowRight');
      await until(() => /2:30/.test(at().textContent));
      expect(all(picker(host), '.time[tabindex="0"]')).to.have.length(1);
      await press('Enter');
      await held(host);
    });
  });

  it('keeps the focus on a time when the list comes anew under it', async () => {
    const server = slotServer(three());
    const host = await open(server);
    await shown(host, 'First available');
    button(picker(host), '2:30 PM').focus();
    const { now } = Date;
    Date.now = () => now() + 121_000;
    try {
      server.slots = three().slice(1);
      document.dispatchEvent(new Event('visibilitychange'));
      await until(() => !said(host).includes('10:00'));
    } finally {
      Date.now = now;
    }
    await settle();
    expect(rootOf(picker(host)).activeElement!.textContent).to.include('2:30 PM');
  });

  it('shows a time that is booked elsewhere with its ways there, and neither holds nor sends it', async () => {
    const server = slotServer();
    const url = 'http://hl7.org/fhir/uv/smart-scheduling-links/StructureDefinition/';
    const smart = {
      resourceType: 'Slot',
      status: 'free',
      ...free('deep', 2, '10:45'),
      extension: [
        { url: `${url}booking-deep-link`, valueUrl: 'https://ehr.example.org/booking/slots/123' },
        { url: `${url}booking-phone`, valueString: '+1-555-123-4567' },
      ],
    };
    const file = `data:application/fhir+ndjson,${encodeURIComponent(JSON.stringify(smart))}`;
    server.list = () => json(200, { output: [{ type: 'Slot', url: `${server.url}/slot.ndjson` }] });
    const own = server.fetch;
    server.fetch = ((to: string, init?: RequestInit) =>
      to.endsWith('.ndjson') ? fetch(file) : own(to, init)) as typeof fetch;
    const host = await open(server);
    await shown(host, 'First available');
    button(picker(host), '10:45 AM').click();
    await until(() => all(choice(host), 'a').length === 2, 'two ways');
    const [link, call] = all<HTMLAnchorElement>(choice(host), 'a');
    expect(link.href).to.equal('https://ehr.example.org/booking/slots/123');
    expect(link.rel).to.include('noreferrer');
    expect(call.href).to.equal('tel:+15551234567');
    fill(host, person);
    await submit(host);
    expect(server.writes).to.deep.equal([]);
    expect(wordsIn(host, '[part="summary"]')).to.include('Choose a time.');
  });

  it('stays quick with ten thousand times', async () => {
    const many = Array.from({ length: 10_000 }, (_, i) =>
      free(
        `n${i}`,
        1 + Math.floor(i / 170),
        `${String(8 + Math.floor((i % 170) / 20)).padStart(2, '0')}:${String((i % 20) * 3).padStart(2, '0')}`,
      ),
    );
    const host = await open(slotServer(many));
    await shown(host, 'First available');
    const days = () => all(picker(host), '[data-day]:not([aria-disabled])');
    expect(all(picker(host), '.time').length).to.be.below(200);
    const [, second] = days();
    const started = performance.now();
    second.click();
    await (picker(host) as unknown as { updateComplete: Promise<unknown> }).updateComplete;
    rootOf(picker(host)).querySelector('.times')!.getBoundingClientRect();
    expect(performance.now() - started).to.be.below(200);
    await aTimeout(0);
  });

  it('speaks Spanish', async () => {
    document.documentElement.lang = 'es';
    try {
      const host = await open(slotServer(three()));
      await shown(host, 'Primera hora disponible');
      expect(said(host)).to.include('hora de la clínica');
    } finally {
      document.documentElement.lang = 'en';
    }
  });
});
