import { expect } from '@open-wc/testing';
import type { Submission } from '../../src/contract/index.js';
import {
  all,
  control,
  fakeEndpoint,
  fill,
  hear,
  inside,
  mount,
  rootOf,
  setUp,
  settle,
  submit,
  until,
  wordsIn,
  type Answer,
  type FakeEndpoint,
  retryAtOnce,
} from '../support/index.js';
import '../../src/widgets/appointment-form/appointment-form.js';
import {
  NewsletterSignup,
  type NewsletterSignup as Newsletter,
} from '../../src/widgets/newsletter-signup/newsletter-signup.js';

const answers = { email: 'ana@example.org', 'consent.marketing-email': true };

const newsletter = async (endpoint: FakeEndpoint, attributes = '') => {
  const host = await mount<Newsletter>(
    `<newsletter-signup endpoint="${endpoint.url}" ${attributes}></newsletter-signup>`,
  );
  fill(host, answers);
  return host;
};

const button = (host: Element) => inside<HTMLButtonElement>(host, '[part="submit"]');
const refusal: Answer = { status: 403, body: {} };

/** A reply that comes when the test says so. */
const later = () => {
  let give!: (answer: Answer) => void;
  const reply = new Promise<Answer>((resolve) => (give = resolve));
  return { reply, give };
};

/** All that a live region has said, one after the other. */
const listen = (host: Element) => {
  const said: string[] = [];
  const look = () => {
    const text = wordsIn(host, '[role="status"]');
    if (text && text !== said.at(-1)) said.push(text);
  };
  new MutationObserver(look).observe(rootOf(host), {
    subtree: true,
    childList: true,
    characterData: true,
  });
  return said;
};

describe('sealing', () => {
  it('says what the contract says, and no more', async () => {
    const endpoint = fakeEndpoint();
    const host = await newsletter(endpoint, 'partner="city-library"');
    await submit(host);
    const { id, sentAt, timeZone, ...rest } = endpoint.json();
    expect(id).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Date.now() - Date.parse(sentAt as string)).to.be.within(0, 10_000);
    expect(timeZone).to.equal(Intl.DateTimeFormat().resolvedOptions().timeZone);
    expect(rest).to.deep.equal({
      type: 'newsletter-signup',
      version: 1,
      locale: 'en',
      origin: location.origin,
      partner: 'city-library',
      data: { email: 'ana@example.org' },
      consents: [
        {
          id: 'marketing-email',
          granted: true,
          text: 'Yes, send me the newsletter by email. I can unsubscribe at any time.',
          locale: 'en',
        },
      ],
    });
    expect(endpoint.requests[0].init.credentials).to.equal('omit');
  });

  it('makes an id also where the page is not secure', async () => {
    const endpoint = fakeEndpoint();
    const host = await newsletter(endpoint);
    Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
    try {
      await submit(host);
    } finally {
      Reflect.deleteProperty(crypto, 'randomUUID');
    }
    expect(endpoint.json().id).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/);
  });

  for (const [format, type] of [
    ['json', 'application/json'],
    ['form', 'application/x-www-form-urlencoded'],
    ['multipart', 'multipart/form-data'],
  ] as const) {
    it(`sends the same bytes on a retry and on Try again (${format})`, async () => {
      const endpoint = fakeEndpoint([{ status: 503, body: {} }, refusal, {}]);
      const host = await newsletter(endpoint, `format="${format}"`);
      await retryAtOnce(() => submit(host));
      expect(button(host).textContent.trim()).to.equal('Try again');
      await submit(host);
      expect(endpoint.requests).to.have.length(3);
      const [first, retry, again] = endpoint.requests;
      expect(first.type).to.include(type);
      expect(retry.body).to.equal(first.body);
      expect(again.body).to.equal(first.body);
      expect([retry.type, again.type]).to.deep.equal([first.type, first.type]);
      expect(first.body).to.include(format === 'form' ? 'ana%40example.org' : 'ana@example.org');
    });

    it(`makes a new id that names the old one after an edit (${format})`, async () => {
      const endpoint = fakeEndpoint([refusal, {}]);
      const host = await newsletter(endpoint, `format="${format}"`);
      const ids = hear('clinic-submit');
      await submit(host);
      fill(host, { email: 'eva@example.org' });
      await submit(host);
      const [first, second] = ids.map(({ id }) => id);
      expect(second).to.not.equal(first);
      expect(endpoint.requests[1].body).to.include(first).and.to.include(second);
      expect(endpoint.requests[1].body).to.not.include('ana');
      if (format === 'json') expect(endpoint.json()['replaces']).to.equal(first);
    });
  }

  it('renames and adds fields as names and extra say', async () => {
    const endpoint = fakeEndpoint();
    const host = await newsletter(
      endpoint,
      'names="email:EMAIL" extra="form-name:letter, url:https://clinic.example/a"',
    );
    await submit(host);
    expect(endpoint.json()).to.include({
      EMAIL: 'ana@example.org',
      'form-name': 'letter',
      url: 'https://clinic.example/a',
    });
  });

  it('begins anew where an endpoint says that the id is used by other content', async () => {
    const endpoint = fakeEndpoint([
      { status: 422, body: { code: 'id-reused', detail: 'Please send again.' } },
      {},
    ]);
    const host = await newsletter(endpoint);
    await submit(host);
    expect(wordsIn(host, '[part~="summary"]')).to.include('Please send again.');
    await submit(host);
    expect(endpoint.json(1).id).to.not.equal(endpoint.json(0).id);
    expect(endpoint.json(1)).to.not.have.property('replaces');
  });
});

describe('where a form stands', () => {
  it('announces each state once, and moves the focus to the thanks', async () => {
    const file = later();
    const reply = later();
    const [clinic, endpoint] = [
      fakeEndpoint(file.reply),
      fakeEndpoint([{ status: 503 }, reply.reply]),
    ];
    setUp({ meta: { config: clinic.url } });
    const host = await newsletter(endpoint);
    const said = listen(host);
    await retryAtOnce(async () => {
      button(host).click();
      await until(() => said.length === 1, 'checking');
      file.give({ body: {} });
      await until(() => endpoint.requests.length === 2, 'the retry');
      await host.updateComplete;
    });
    expect(host.matches(':state(sending)')).to.equal(true);
    expect(button(host).getAttribute('aria-disabled')).to.equal('true');
    expect(button(host).disabled, 'focus stays').to.equal(false);
    reply.give({ body: { reference: 'R-7', status: 'subscribed' } });
    await until(() => host.matches(':state(sent)'), 'sent');
    expect(said).to.deep.equal([
      'Checking your answers',
      'Sending',
      'Still sending. Your connection is slow. Please keep this page open.',
    ]);
    expect(host.matches(':state(sending)')).to.equal(false);
    expect(rootOf(host).activeElement!.matches('h2[part~="heading"]')).to.equal(true);
    expect(wordsIn(host)).to.include('You’re on the list.');
  });

  it('ignores a second submit while the first is on its way', async () => {
    const reply = later();
    const endpoint = fakeEndpoint(reply.reply);
    const host = await newsletter(endpoint);
    const about = hear('clinic-submit');
    button(host).click();
    button(host).click();
    await until(() => endpoint.requests.length === 1, 'the request');
    button(host).click();
    inside<HTMLFormElement>(host, 'form').requestSubmit();
    await settle();
    reply.give({});
    await until(() => host.matches(':state(sent)'), 'sent');
    expect(endpoint.requests).to.have.length(1);
    expect(about).to.have.length(1);
  });

  for (const [what, reply, reason, words, status] of [
    ['a refusal without a word', refusal, 'refused', 'couldn’t accept this', 403],
    [
      'a captive portal',
      { body: '<h1>Log in</h1>', type: 'text/html' },
      'unconfirmed',
      'couldn’t confirm',
      undefined,
    ],
    [
      'an endpoint in trouble',
      { status: 501, body: 'x', type: 'text/plain' },
      'server',
      'went wrong on our end',
      501,
    ],
    [
      'garbage',
      { body: '%PDF-1.7 …', type: 'application/pdf' },
      'unconfirmed',
      'couldn’t confirm',
      undefined,
    ],
    [
      'an answer that is too large',
      { status: 413, body: {} },
      'refused',
      'couldn’t accept this',
      413,
    ],
    ['a wrong content type', { status: 415, body: {} }, 'refused', 'couldn’t accept this', 415],
  ] as const)
    it(`tells ${what} from success, says whom to call and keeps what was typed`, async () => {
      const endpoint = fakeEndpoint([reply, {}]);
      const failed = hear('clinic-failed');
      const host = await newsletter(endpoint, 'phone="+1 (555) 010-0100"');
      await submit(host);
      expect(failed).to.have.length(1);
      expect(failed[0].reason).to.equal(reason);
      if (status !== undefined) expect(failed[0].httpStatus).to.equal(status);
      expect(host.matches(':state(failed)')).to.equal(true);
      expect(wordsIn(host, '[role="status"]')).to.include(words).and.to.include('still here');
      expect(inside(host, '[role="status"] a').getAttribute('href')).to.equal('tel:+15550100100');
      expect(control(host, 'email').value).to.equal('ana@example.org');
      await submit(host);
      expect(host.matches(':state(sent)')).to.equal(true);
      expect(host.matches(':state(failed)')).to.equal(false);
      expect(endpoint.json(1).id).to.equal(endpoint.json(0).id);
    });

  it('asks again where an answer was cut off on its way', async () => {
    const endpoint = fakeEndpoint([{ body: '{"reference":' }, {}]);
    const host = await newsletter(endpoint);
    await retryAtOnce(() => submit(host));
    expect(endpoint.requests.map(({ body }) => body === endpoint.requests[0].body)).to.deep.equal([
      true,
      true,
    ]);
    expect(host.matches(':state(sent)')).to.equal(true);
  });

  it('tells its events apart and never puts an answer into one', async () => {
    const heard = ['clinic-submit', 'clinic-submitted'] as const;
    const [before, after] = heard.map((kind) => hear(kind));
    const endpoint = fakeEndpoint({ body: { reference: 'R-9', status: 'subscribed' } });
    const host = await newsletter(endpoint, 'id="letter" partner="p1"');
    await submit(host);
    const { id } = endpoint.json();
    const who = { widget: 'newsletter-signup', instance: 'letter', partner: 'p1' };
    expect(before).to.deep.equal([{ ...who, id }]);
    expect(after).to.deep.equal([{ ...who, id, reference: 'R-9', status: 'subscribed' }]);
  });

  it('sends nothing where a listener prevents it, and loses nothing', async () => {
    const endpoint = fakeEndpoint();
    const host = await newsletter(endpoint);
    host.addEventListener('clinic-submit', (event) => event.preventDefault(), { once: true });
    await submit(host);
    expect(endpoint.requests).to.have.length(0);
    expect(button(host).hasAttribute('aria-disabled')).to.equal(false);
    expect(control(host, 'email').value).to.equal('ana@example.org');
    await submit(host);
    expect(endpoint.requests).to.have.length(1);
  });

  it('waits with Send for the clinic file and sends what it adds', async () => {
    const file = later();
    const endpoint = fakeEndpoint();
    setUp({ meta: { config: fakeEndpoint(file.reply).url } });
    const host = await newsletter(endpoint);
    button(host).click();
    await settle();
    expect(endpoint.requests).to.have.length(0);
    expect(host.matches(':state(sending)')).to.equal(true);
    const sms = { id: 'sms', text: 'You may text me.', types: ['newsletter-signup'] };
    file.give({ body: { consents: [sms] } });
    await until(() => host.matches(':state(sent)'), 'sent');
    expect((endpoint.json()['consents'] as object[])[1]).to.deep.equal({
      id: 'sms',
      granted: false,
      text: 'You may text me.',
      locale: 'en',
    });
  });

  it('does not take a tick for words that came after it', async () => {
    const file = later();
    const endpoint = fakeEndpoint();
    setUp({ meta: { config: fakeEndpoint(file.reply).url } });
    const host = await newsletter(endpoint);
    button(host).click();
    file.give({ body: { consents: [{ id: 'marketing-email', text: 'And all our partners.' }] } });
    await until(() => all(host, '[part~="summary"]').length === 1, 'the refusal');
    expect(endpoint.requests).to.have.length(0);
    expect(control(host, 'consent.marketing-email').checked).to.equal(false);
    fill(host, answers);
    await submit(host);
    expect((endpoint.json()['consents'] as object[])[0]).to.include({
      granted: true,
      text: 'And all our partners.',
    });
  });

  it('refuses where the clinic file brings a consent that must be given', async () => {
    const file = later();
    const endpoint = fakeEndpoint();
    setUp({ meta: { config: fakeEndpoint(file.reply).url } });
    const host = await newsletter(endpoint);
    button(host).click();
    file.give({ body: { consents: [{ id: 'age', text: 'I am of age.', required: true }] } });
    await until(() => all(host, '[part~="summary"]').length === 1, 'the refusal');
    expect(endpoint.requests).to.have.length(0);
    expect(wordsIn(host, '[part~="summary"]')).to.include('Check the box to continue.');
    fill(host, { 'consent.age': true });
    await submit(host);
    expect(endpoint.requests).to.have.length(1);
  });
});

describe('who sends', () => {
  const bare = async (prepare: (host: Newsletter) => void, attributes = '') => {
    const host = await mount<Newsletter>(
      `<newsletter-signup ${attributes}></newsletter-signup>`,
      prepare,
    );
    fill(host, answers);
    return host;
  };

  it('is the page, where it sets deliver', async () => {
    const got: Submission[] = [];
    const done = hear('clinic-submitted');
    const host = await bare((element) => {
      element.deliver = async (submission) => {
        got.push(submission);
        return { reference: 'own-1', status: 'check-inbox' };
      };
    });
    await submit(host);
    expect(got).to.have.length(1);
    expect(got[0].data).to.deep.equal({ email: 'ana@example.org' });
    expect(done.at(-1)).to.include({ reference: 'own-1', status: 'check-inbox' });
    expect(wordsIn(host)).to.include('check your inbox');
  });

  it('takes the issues that deliver throws to their fields', async () => {
    const host = await bare((element) => {
      element.deliver = async () => {
        // A plain object crosses workers and frames, an Error would lose its issues there.
        // eslint-disable-next-line @typescript-eslint/only-throw-error
        throw { issues: [{ path: ['data', 'email'], code: 'format' }] };
      };
    });
    await submit(host);
    expect(control(host, 'email').getAttribute('aria-invalid')).to.equal('true');
  });

  it('says that nothing is confirmed where deliver throws anything else, and gives it the same submission again', async () => {
    const ids: string[] = [];
    const failed = hear('clinic-failed');
    const host = await bare((element) => {
      element.deliver = async (submission) => {
        ids.push(submission.id);
        (submission.data as { email: string }).email = 'changed by the page';
        if (ids.length === 1) throw new Error('no');
        return { reference: '', status: 'subscribed' };
      };
    });
    await submit(host);
    expect(failed.at(-1)).to.include({ reason: 'unconfirmed' });
    await submit(host);
    expect(ids[1]).to.equal(ids[0]);
    expect(host.matches(':state(sent)')).to.equal(true);
  });

  it('uses the fetch of the page where it is set', async () => {
    const endpoint = fakeEndpoint();
    const bodies: string[] = [];
    const host = await newsletter(endpoint);
    host.fetch = async (_input, init) => {
      bodies.push(init!.body as string);
      return Response.json({ reference: 'f' });
    };
    await submit(host);
    expect(endpoint.requests).to.have.length(0);
    expect(bodies).to.have.length(1);
    expect(bodies[0]).to.include('ana@example.org');
    expect(host.matches(':state(sent)')).to.equal(true);
  });

  it('is nobody in the sandbox, and the events say so', async () => {
    const endpoint = fakeEndpoint();
    const kinds = ['clinic-start', 'clinic-submit', 'clinic-submitted'] as const;
    const heard = kinds.map((kind) => hear(kind) as object[]);
    const host = await newsletter(endpoint, 'sandbox');
    await submit(host);
    expect(endpoint.requests).to.have.length(0);
    expect(heard.map((list) => (list[0] as { sandbox?: boolean }).sandbox)).to.deep.equal([
      true,
      true,
      true,
    ]);
    expect(heard[2][0]).to.include({ reference: 'SANDBOX', status: 'subscribed' });
    expect(host.matches(':state(sent)')).to.equal(true);
  });
});

describe('what stays', () => {
  const restore = (persisted: boolean) =>
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));

  it('is nothing after success', async () => {
    const endpoint = fakeEndpoint();
    const host = await newsletter(endpoint);
    await submit(host);
    expect(rootOf(host).querySelector('form')).to.equal(null);
    restore(true);
    await host.updateComplete;
    expect(control(host, 'email').value).to.equal('');
    expect(control(host, 'consent.marketing-email').checked).to.equal(false);
    expect(host.matches(':state(sent)')).to.equal(false);
    await submit(host);
    expect(endpoint.requests, 'an empty form is refused').to.have.length(1);
  });

  it('is nothing on a page that comes back from the page cache', async () => {
    const host = await newsletter(fakeEndpoint());
    restore(true);
    await host.updateComplete;
    expect(control(host, 'email').value).to.equal('');
    expect(control(host, 'consent.marketing-email').checked).to.equal(false);
  });

  it('is everything on a page that was only loaded', async () => {
    const host = await newsletter(fakeEndpoint());
    restore(false);
    await host.updateComplete;
    expect(control(host, 'email').value).to.equal('ana@example.org');
  });

  it('is a form that still tells its end when it was taken out while sending', async () => {
    const reply = later();
    const endpoint = fakeEndpoint(reply.reply);
    const done = hear('clinic-submitted');
    const host = await newsletter(endpoint);
    button(host).click();
    await until(() => endpoint.requests.length === 1, 'the request');
    host.remove();
    reply.give({ body: { reference: 'gone', status: 'subscribed' } });
    await until(() => done.length === 1, 'the event');
    expect(done[0]).to.include({ reference: 'gone' });
    expect(host).to.be.instanceOf(NewsletterSignup);
  });
});
