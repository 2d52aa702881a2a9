import { expect } from '@open-wc/testing';
import { bus, eventTypes, type ClinicDetail, type ClinicEvents } from '../../src/bus/index.js';
import { seeded } from '../transport/harness.js';

const who = { widget: 'appointment-form', instance: 'appointment-form-1' } satisfies ClinicDetail;
const submit = { ...who, id: '1' };

/** What the page's error handlers are told while `work` runs; mocha would take it for a failure of its own. */
async function reported(work: () => void): Promise<unknown[]> {
  const errors: unknown[] = [];
  const hear = (event: ErrorEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    errors.push(event.error);
  };
  addEventListener('error', hear, true);
  const { onerror } = window;
  const { error } = console;
  window.onerror = null;
  console.error = () => {}; // the test runner writes every uncaught error there
  try {
    work();
    await new Promise((resolve) => setTimeout(resolve));
  } finally {
    removeEventListener('error', hear, true);
    window.onerror = onerror;
    console.error = error;
  }
  return errors;
}

describe('the bus', () => {
  let end: AbortController;
  let signal: AbortSignal;
  beforeEach(() => ({ signal } = end = new AbortController()));
  afterEach(() => end.abort());

  it('knows every event of the contract', () => {
    expect(eventTypes).to.deep.equal([
      'clinic-ready',
      'clinic-start',
      'clinic-step',
      'clinic-invalid',
      'clinic-submit',
      'clinic-submitted',
      'clinic-failed',
      'clinic-slot',
      'clinic-coverage',
      'clinic-faq-toggle',
      'clinic-faq-search',
      'clinic-faq-feedback',
      'clinic-open',
      'clinic-error',
    ]);
  });

  it('carries an event out of a closed root to document, with the event itself', () => {
    const host = document.body.appendChild(document.createElement('div'));
    const inner = document.createElement('p');
    // eslint-disable-next-line wc/no-closed-shadow-root -- posting widgets have one
    host.attachShadow({ mode: 'closed' }).append(inner);
    const heard: unknown[] = [];
    bus.on('clinic-ready', (detail, event) => heard.push(detail, event.target, event.type), {
      signal,
    });
    bus.emit('clinic-ready', who, inner);
    expect(heard).to.deep.equal([who, host, 'clinic-ready']);
    host.remove();
  });

  it('speaks from document when nobody else is named', () => {
    let target: EventTarget | null = null;
    bus.on('clinic-open', (_, event) => (target = event.target), { signal });
    bus.emit('clinic-open', { ...who, target: 'clinic-faq' });
    expect(target).to.equal(document);
  });

  it('lets only clinic-submit and clinic-open be prevented', () => {
    for (const type of eventTypes) {
      const prevent = (event: Event) => event.preventDefault();
      expect(bus.emit(type, who), type).to.equal(true);
      document.addEventListener(type, prevent);
      expect(bus.emit(type, who), type).to.equal(!['clinic-submit', 'clinic-open'].includes(type));
      document.removeEventListener(type, prevent);
    }
  });

  it('gives a plain, frozen copy, all the way down', () => {
    const fields = ['email'];
    const given = { ...who, fields };
    let detail!: ClinicEvents['clinic-invalid'];
    bus.on('clinic-invalid', (heard) => (detail = heard), { signal });
    bus.emit('clinic-invalid', given);
    fields.push('changed later');
    expect(detail).to.deep.equal({ ...who, fields: ['email'] });
    expect(Object.isFrozen(detail) && Object.isFrozen(detail.fields)).to.equal(true);
    expect(() => detail.fields.push('x')).to.throw(TypeError);
    expect(Object.isFrozen(given)).to.equal(false);
  });

  describe('remembers', () => {
    it('the last event of each kind, already inside its listeners', () => {
      const seen: (string | undefined)[] = [];
      bus.on('clinic-submit', () => seen.push(bus.last('clinic-submit')?.id), { signal });
      bus.emit('clinic-submit', { ...who, id: 'a' });
      bus.emit('clinic-submit', { ...who, id: 'b' });
      expect(seen).to.deep.equal(['a', 'b']);
      expect(bus.last('clinic-submit')).to.deep.equal({ ...who, id: 'b' });
      expect(bus.last('clinic-slot')).to.deep.equal(who);
    });

    it('an event whose way to document was cut', () => {
      const stop = (event: Event) => event.stopImmediatePropagation();
      addEventListener('clinic-submit', stop, true);
      bus.emit('clinic-submit', { ...who, id: 'cut' });
      removeEventListener('clinic-submit', stop, true);
      expect(bus.last('clinic-submit')?.id).to.equal('cut');
    });

    it('nothing that has no detail, and no listener is called with it', () => {
      const heard: unknown[] = [];
      bus.on('clinic-ready', (detail) => heard.push(detail), { signal });
      bus.emit('clinic-ready', who);
      document.dispatchEvent(new Event('clinic-ready'));
      document.dispatchEvent(new CustomEvent('clinic-ready'));
      document.dispatchEvent(new CustomEvent('clinic-ready', { detail: 'text' }));
      expect(heard).to.deep.equal([who]);
      expect(bus.last('clinic-ready')).to.deep.equal(who);
    });
  });

  describe('replay', () => {
    it('calls at once with the last event, then with every new one', () => {
      bus.emit('clinic-submit', { ...who, id: 'old' });
      const heard: string[] = [];
      bus.on('clinic-submit', ({ id }) => heard.push(id), { signal, replay: true });
      expect(heard).to.deep.equal(['old']);
      bus.emit('clinic-submit', { ...who, id: 'new' });
      expect(heard).to.deep.equal(['old', 'new']);
    });

    it('with once is the one call', () => {
      bus.emit('clinic-submit', { ...who, id: 'old' });
      const heard: string[] = [];
      bus.once('clinic-submit', ({ id }) => heard.push(id), { signal, replay: true });
      bus.emit('clinic-submit', { ...who, id: 'new' });
      expect(heard).to.deep.equal(['old']);
    });

    it('gives a listener added during an event that event, once', () => {
      const heard: string[] = [];
      bus.once(
        'clinic-submit',
        () => bus.on('clinic-submit', ({ id }) => heard.push(id), { signal, replay: true }),
        { signal },
      );
      bus.emit('clinic-submit', { ...who, id: 'now' });
      expect(heard).to.deep.equal(['now']);
    });

    it('reports a listener that throws, and keeps it', async () => {
      bus.emit('clinic-submit', submit);
      let calls = 0;
      const errors = await reported(() => {
        bus.on(
          'clinic-submit',
          () => {
            calls++;
            throw new Error('mine');
          },
          { signal, replay: true },
        );
        bus.emit('clinic-submit', submit);
      });
      expect(calls).to.equal(2);
      expect(errors.map(String)).to.deep.equal(['Error: mine', 'Error: mine']);
    });
  });

  describe('a subscription', () => {
    it('ends by its function, by its signal, and never begins with one that is aborted', () => {
      const heard: string[] = [];
      const own = new AbortController();
      const stop = bus.on('clinic-start', () => heard.push('function'));
      bus.on('clinic-start', () => heard.push('signal'), { signal: own.signal });
      bus.on('clinic-start', () => heard.push('aborted'), {
        signal: AbortSignal.abort(),
        replay: true,
      });
      bus.once('clinic-start', () => heard.push('aborted'), {
        signal: AbortSignal.abort(),
        replay: true,
      })();
      bus.emit('clinic-start', who);
      stop();
      stop();
      own.abort();
      bus.emit('clinic-start', who);
      expect(heard).to.deep.equal(['function', 'signal']);
    });

    it('of the same function twice is two', () => {
      let calls = 0;
      const listener = () => calls++;
      const stop = bus.on('clinic-start', listener);
      bus.on('clinic-start', listener, { signal });
      stop();
      bus.emit('clinic-start', who);
      expect(calls).to.equal(1);
    });

    it('by once is over before its listener emits again', () => {
      let calls = 0;
      bus.once('clinic-submit', () => {
        calls++;
        bus.emit('clinic-submit', submit);
      });
      bus.emit('clinic-submit', submit);
      expect(calls).to.equal(1);
    });
  });

  it('survives a listener that throws: the others hear, emit answers, the page is told', async () => {
    const heard: string[] = [];
    let answer: boolean | undefined;
    const errors = await reported(() => {
      bus.on('clinic-submit', () => heard.push('first'), { signal });
      bus.on(
        'clinic-submit',
        () => {
          throw new Error('broken listener');
        },
        { signal },
      );
      bus.on('clinic-submit', () => heard.push('last'), { signal });
      answer = bus.emit('clinic-submit', submit);
    });
    expect(heard).to.deep.equal(['first', 'last']);
    expect(answer).to.equal(true);
    expect(errors.map(String)).to.deep.equal(['Error: broken listener']);
  });

  it('stops listeners that go round for ever, and says so', async () => {
    let calls = 0;
    const errors = await reported(() => {
      bus.on(
        'clinic-open',
        (detail) => {
          calls++;
          bus.emit('clinic-open', detail);
        },
        { signal },
      );
      bus.emit('clinic-open', { ...who, target: 'x' });
    });
    expect(calls).to.equal(10);
    expect(errors).to.have.length(1);
    expect(String(errors[0])).to.include('clinic-open');
    end.abort();
    expect(bus.emit('clinic-open', { ...who, target: 'x' }), 'and works on').to.equal(true);
  });

  it('a thousand events in one task arrive all, in order', () => {
    const heard: number[] = [];
    bus.on('clinic-faq-search', ({ results }) => heard.push(results), { signal });
    for (let n = 0; n < 1000; n++) bus.emit('clinic-faq-search', { ...who, results: n });
    expect(heard).to.deep.equal([...new Array(1000).keys()]);
  });

  /**
   * Listeners come, go, end themselves, add others, throw and emit, in seeded random order. The model: an event is heard, in order
   * of subscription, by those who were there when it began and are still there when their turn comes.
   */
  it('keeps its promises over 2,000 random histories', async function () {
    this.timeout(20_000);
    let events = 0;
    const wrong: number[] = [];
    const errors = await reported(() => {
      for (let seed = 1; seed <= 2000; seed++) {
        const random = seeded(seed);
        const pick = (n: number) => Math.floor(random() * n);
        const live = new Map<number, { stop: () => void; once: boolean; act: string }>();
        const real: string[] = [];
        const model: string[] = [];
        let next = 0;
        let nested = 0;
        const removed: number[] = [];

        const subscribe = (act: string, once: boolean) => {
          const name = next++;
          const stop = bus[once ? 'once' : 'on']('clinic-faq-search', ({ results }) => {
            real.push(`${name}:${results}`);
            if (act === 'throw') throw new Error(`listener ${name}`);
            if (act === 'leave') stop();
            if (act === 'add' && next < 20) subscribe('hear', false);
            if (act === 'emit' && nested++ < 2)
              bus.emit('clinic-faq-search', { ...who, results: results + 1000 });
          });
          live.set(name, { stop, once, act });
          return name;
        };

        // The model mirrors names by order, and is told the same acts.
        let modelNext = 0;
        let modelNested = 0;
        const list: { name: number; act: string; once: boolean }[] = [];
        const modelSubscribe = (act: string, once: boolean) =>
          list.push({ name: modelNext++, act, once });
        const modelEmit = (results: number) => {
          for (const entry of [...list]) {
            if (!list.includes(entry)) continue;
            const remove = () => list.splice(list.indexOf(entry), 1);
            if (entry.once) remove();
            model.push(`${entry.name}:${results}`);
            if (entry.act === 'leave' && list.includes(entry)) remove();
            if (entry.act === 'add' && modelNext < 20) modelSubscribe('hear', false);
            if (entry.act === 'emit' && modelNested++ < 2) modelEmit(results + 1000);
          }
        };

        for (let step = 0; step < 12; step++) {
          const what = pick(10);
          if (what < 5) {
            const act = ['hear', 'throw', 'leave', 'add', 'emit'][pick(5)];
            const once = pick(3) === 0;
            subscribe(act, once);
            modelSubscribe(act, once);
          } else if (what < 6 && next > 0) {
            const name = pick(next);
            removed.push(name);
            live.get(name)!.stop();
            const at = list.findIndex((entry) => entry.name === name);
            if (at >= 0) list.splice(at, 1);
          } else {
            nested = modelNested = 0;
            events++;
            bus.emit('clinic-faq-search', { ...who, results: step });
            modelEmit(step);
          }
        }
        for (const { stop } of live.values()) stop();
        if (real.join() !== model.join()) wrong.push(seed);
      }
    });
    expect(wrong, 'seeds').to.deep.equal([]);
    expect(events).to.be.above(5000);
    expect(errors.length, 'every throw was reported').to.be.above(500);
  });

  it('control: handlers called one after the other, without the DOM, lose the rest to one that throws', () => {
    const heard: string[] = [];
    const naive = [
      () => heard.push('first'),
      () => {
        throw new Error('x');
      },
      () => heard.push('last'),
    ];
    expect(() => naive.forEach((listener) => listener())).to.throw();
    expect(heard).to.deep.equal(['first']);
  });
});
