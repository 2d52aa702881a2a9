import { expect } from '@open-wc/testing';
import { estimateDue } from '../../../src/contract/index.js';
import {
  all,
  control,
  fakeEndpoint,
  fill,
  hear,
  inside,
  mount,
  serve,
  settle,
  setUp,
  submit,
  take,
  until,
  wordsIn,
  type Reply,
} from '../../support/index.js';
import { en as later } from '../../../src/widgets/insurance-check/parts/follow-up.lazy/messages.js';
import { programsEn as programs } from '../../support/programs.js';
import '../../../src/widgets/insurance-check/insurance-check.js';

const list = [
  { id: 'p1', name: 'Example Health', network: 'in' },
  {
    id: 'p2',
    name: 'Northline Mutual',
    aliases: ['Northline', 'Northline Medicaid', 'Northline Medicare', 'Mutual Military'],
    network: 'out',
  },
  { id: 'mcd', name: 'Example State Medicaid', network: 'out' },
  { id: 'mcr', name: 'Medicare (Original, Part B)', network: 'in' },
  { id: 'adv', name: 'Example Medicare Advantage', network: 'ask' },
  { id: 'tri', name: 'TRICARE', network: 'ask' },
  { id: 'va', name: 'VA Community Care', network: 'ask' },
  { id: 'sun', name: 'Sunny Plan', network: 'ask', program: 'medicaid' },
  { id: 'odd', name: 'Odd Plan', network: 'ask', program: 'constructor' },
];
const person = {
  givenName: 'Ana',
  familyName: 'Ruiz',
  'birthDate.month': '2',
  'birthDate.day': '9',
  'birthDate.year': '1985',
  phone: '555 010 0123',
  'consent.privacy': true,
};
const insured = { payer: 'Example Health', memberId: '00123-A', ...person };
const data = {
  payer: { id: 'p1', name: 'Example Health' },
  memberId: '00123-A',
  givenName: 'Ana',
  familyName: 'Ruiz',
  birthDate: '1985-02-09',
  phone: '555 010 0123',
};

async function open(reply: Reply = { body: { reference: 'C-1', status: 'pending' } }, more = '') {
  const endpoint = fakeEndpoint(reply);
  const host = await mount(
    `<insurance-check payers="${serve(list)}" endpoint="${endpoint.url}" ${more}></insurance-check>`,
  );
  const sent = () => endpoint.json().data;
  return { host, endpoint, sent };
}

/** Chooses an insurer of the list, and waits until the widget knows it. */
async function choose(host: Awaited<ReturnType<typeof open>>['host'], payer: string) {
  fill(host, { payer });
  await until(() => all(host, '.network').length > 0, 'what is said about the insurer');
  await settle();
}
/** Comes into the form, and waits for what is fetched then. */
async function enter(host: Awaited<ReturnType<typeof open>>['host']) {
  control(host, 'givenName').focus();
  await settle();
  await until(() => host.shadowRoot === null && all(host, '[part="form"]').length === 1);
  await settle();
}

it('promises no more than it knows where the clinic does not say how soon it answers', async () => {
  const { host } = await open();
  expect(wordsIn(host)).to.include(
    'We’ll check with your insurer and get back to you as soon as we can.',
  );
  await choose(host, 'Example Health');
  fill(host, insured);
  await submit(host);
  expect(wordsIn(host)).to.include('contact your insurer and get back to you as soon as we can.');
});

describe('whose plan it is', () => {
  it('asks for the holder only where that is somebody else', async () => {
    const { host } = await open();
    await enter(host);
    for (const whose of ['self', 'spouse', 'child', 'other']) {
      fill(host, { relationship: whose });
      await host.updateComplete;
      const asked = () => all(host, '[data-field="subscriber.givenName"]').length;
      await until(() => asked() === (whose === 'self' ? 0 : 1), whose);
    }
  });

  it('sends holder and patient, and forgets the holder when the plan is the patient’s after all', async () => {
    const { host, sent } = await open();
    await choose(host, 'Example Health');
    fill(host, { ...insured, relationship: 'child' });
    await until(() => all(host, '[data-field="subscriber.givenName"]').length > 0);
    fill(host, {
      'subscriber.givenName': 'Eva',
      'subscriber.familyName': 'Ruiz',
      'subscriber.birthDate.month': '1',
      'subscriber.birthDate.day': '5',
      'subscriber.birthDate.year': '1960',
    });
    await submit(host);
    const subscriber = { givenName: 'Eva', familyName: 'Ruiz', birthDate: '1960-01-05' };
    expect(sent()).to.deep.equal({ ...data, relationship: 'child', subscriber });
  });

  it('sends no holder of a plan that is the patient’s own', async () => {
    const { host, sent } = await open();
    await choose(host, 'Example Health');
    fill(host, { ...insured, relationship: 'spouse' });
    await until(() => all(host, '[data-field="subscriber.givenName"]').length > 0);
    fill(host, { 'subscriber.givenName': 'Eva' });
    fill(host, { relationship: 'self' });
    await submit(host);
    expect(sent()).to.deep.equal({ ...data, relationship: 'self' });
  });

  it('says which part of the holder’s name is missing, at that control', async () => {
    const { host } = await open();
    fill(host, { ...insured, relationship: 'spouse' });
    await submit(host);
    const words = wordsIn(host, '[part~="summary"]');
    expect(words).to.include(later['subscriber.givenName.required']);
    expect(words).to.include(later['subscriber.familyName.required']);
    const [name] = all(host, '[data-field="subscriber.givenName"]');
    expect(name.getAttribute('aria-invalid')).to.equal('true');
  });
});

describe('a second plan', () => {
  it('is asked for when there is one, and sent', async () => {
    const { host, sent } = await open();
    await choose(host, 'Example Health');
    expect(all(host, '[data-field="secondary.payer"]')).to.have.length(0);
    fill(host, { ...insured, secondary: true });
    await until(() => all(host, '[data-field="secondary.payer"]').length > 0);
    fill(host, {
      'secondary.payer': 'Northline Mutual',
      'secondary.memberId': ' 7 Z',
      'secondary.groupNumber': 'G1',
    });
    await submit(host);
    expect(sent()['secondary']).to.deep.equal({
      payer: { id: 'p2', name: 'Northline Mutual' },
      memberId: '7 Z',
      groupNumber: 'G1',
    });
  });

  it('needs its insurer, and is dropped when it is unticked', async () => {
    const { host, sent } = await open();
    await choose(host, 'Example Health');
    fill(host, { ...insured, secondary: true });
    await submit(host);
    expect(wordsIn(host, '[part~="summary"]')).to.include(later['secondary.payer.required']);
    fill(host, { secondary: false });
    await submit(host);
    expect(sent()).to.deep.equal(data);
  });
});

describe('a public program', () => {
  for (const [payer, program] of [
    ['Example State Medicaid', 'medicaid'],
    ['Medicare (Original, Part B)', 'medicare'],
    ['TRICARE', 'tricare'],
    ['VA Community Care', 'va'],
    ['Sunny Plan', 'medicaid'],
  ] as const)
    it(`like ${payer} is told what happens instead of an estimate, without being named`, async () => {
      const { host } = await open();
      await enter(host);
      await choose(host, payer);
      const words = inside(host, '.network').textContent;
      expect(words).to.include(programs[`program.${program}`]);
      expect(words)
        .to.include('We won’t guess')
        .and.not.match(/\$|\d|medic|tricare|veteran|\bVA\b/i);
    });

  for (const [written, program] of [
    ['Medi-Cal in another county', 'medicaid'],
    ['masshealth', 'medicaid'],
    ['TennCare Select', 'medicaid'],
    ['AHCCCS', 'medicaid'],
    ['SoonerCare', 'medicaid'],
    ['NJ FamilyCare', 'medicaid'],
    ['Apple Health', 'medicaid'],
    ['Humana Military', 'tricare'],
    ['CHAMPVA', 'va'],
    ['Medicare', 'medicare'],
  ] as const)
    it(`is recognised in “${written}”, which is on no list`, async () => {
      const { host } = await open();
      await enter(host);
      fill(host, { payer: written });
      await until(() => wordsIn(host).includes(programs[`program.${program}`]), program);
    });

  it('is recognised by the other name of an insurer that is listed under another', async () => {
    const { host } = await open();
    await enter(host);
    await choose(host, 'Mutual Military');
    fill(host, { payer: 'Northline Medicaid' });
    await until(() => wordsIn(host).includes(programs['program.medicaid']), 'its words');
    fill(host, { payer: 'Northline' });
    await until(() => !wordsIn(host).includes('We won’t guess'), 'the insurer itself');
    // What people call a private plan of Medicare answers like any other plan.
    fill(host, { payer: 'Northline Medicare' });
    await settle();
    expect(wordsIn(host, '.network')).to.not.include('We won’t guess');
  });

  for (const payer of ['Example Medicare Advantage', 'Odd Plan', 'Northline Mutual'])
    it(`is not seen in ${payer}`, async () => {
      const { host } = await open();
      await enter(host);
      await choose(host, payer);
      expect(wordsIn(host, '.network')).to.not.include('We won’t guess');
    });

  it('is shown no amount, whatever a receiver answers', async () => {
    const { host } = await open({
      body: { reference: 'C-2', status: 'received', coverage: coverage({ network: 'out' }) },
    });
    await choose(host, 'Example State Medicaid');
    fill(host, { memberId: '1', ...person });
    await submit(host);
    await until(() => wordsIn(host).includes('Your plan is active'), 'the answer');
    expect(wordsIn(host)).to.not.match(/\$|20 %|20%|didn’t give amounts/);
    expect(wordsIn(host)).to.include(programs['program.medicaid']);
  });

  for (const [second, says, shows] of [
    ['Northline Mutual', 'Your second plan may change what you pay', /\$35/],
    ['Example State Medicaid', programs['program.medicaid'], /^(?!.*\$)/],
  ] as const)
    it(`or another plan beside the first (${second}) is not passed over in what the card says`, async () => {
      const { host } = await open(answered());
      await choose(host, 'Example Health');
      fill(host, { ...insured, secondary: true });
      await until(() => all(host, '[data-field="secondary.payer"]').length > 0);
      fill(host, { 'secondary.payer': second });
      await submit(host);
      await until(() => wordsIn(host).includes('Your plan is active'), 'the answer');
      expect(wordsIn(host)).to.include(says).and.to.match(shows);
    });
});

const coverage = (own: object = {}) => ({
  outcome: 'active',
  network: 'in',
  payer: 'Example Health',
  benefits: [{ service: 'visit', copay: { amount: 35, currency: 'USD' }, coinsurance: 0.2 }],
  asOf: '2026-11-23T10:00:00Z',
  source: 'Example Clearing',
  ...own,
});
const answered = (own?: object): Reply => ({
  body: { reference: 'C-3', status: 'received', coverage: coverage(own) },
});

describe('the answer', () => {
  it('is shown with amounts, reference and the way to an appointment; the bus hears only that there is one', async () => {
    const heard = hear('clinic-coverage');
    const { host } = await open(answered());
    await choose(host, 'Example Health');
    fill(host, insured);
    await submit(host);
    await until(() => wordsIn(host).includes('Your plan is active'), 'the answer');
    expect(wordsIn(host)).to.include('$35').and.include('C-3').and.include('isn’t a promise');
    expect(wordsIn(host)).to.not.include('Example Health').and.not.include('Ana');
    expect(inside(host, 'button').textContent.trim()).to.equal('Request an appointment');
    const { widget, instance, ...own } = heard[0];
    expect(heard).to.have.length(1);
    expect([widget, instance]).to.deep.equal(['insurance-check', host.instance]);
    expect(own).to.deep.equal({ ref: 'C-3', status: 'answered' });
  });

  it('moves the focus to its heading when it stands', async () => {
    const { host } = await open(answered());
    await choose(host, 'Example Health');
    fill(host, insured);
    await submit(host);
    await until(() => wordsIn(host).includes('Your plan is active'), 'the answer');
    await until(
      () =>
        inside(host, '[part~="heading"]') ===
        (inside(host, '*').getRootNode() as ShadowRoot).activeElement,
      'the focus',
    );
  });

  for (const [payer, flag, says] of [
    ['Northline Mutual', 'in', 'We haven’t confirmed'],
    ['Northline Mutual', 'out', 'We’re not in network'],
    ['Example Health', 'in', 'We’re in network'],
    ['Odd Plan', 'in', 'We haven’t confirmed'],
    ['Example Health', 'out', 'We haven’t confirmed'],
    ['An insurer that is on no list', 'in', 'We haven’t confirmed'],
    ['An insurer that is on no list', 'out', 'We’re not in network'],
  ] as const)
    it(`says of ${payer} “${says}” where the payer says ${flag}: the clinic’s list knows best`, async () => {
      const { host } = await open(answered({ network: flag }));
      if (payer.startsWith('An')) fill(host, { payer });
      else await choose(host, payer);
      fill(host, { memberId: '1', ...person });
      await submit(host);
      await until(() => wordsIn(host).includes('Your plan is active'), 'the answer');
      expect(wordsIn(host)).to.include(says);
    });

  for (const [what, body] of [
    ['a check that waits', { reference: 'C-4', status: 'pending' }],
    [
      'an outcome that waits',
      { reference: 'C-4', status: 'received', coverage: coverage({ outcome: 'pending' }) },
    ],
    [
      'an outcome that is not clear',
      { reference: 'C-4', status: 'received', coverage: coverage({ outcome: 'unknown' }) },
    ],
    [
      'an outcome that is none',
      { reference: 'C-4', status: 'received', coverage: coverage({ outcome: 'toString' }) },
    ],
    [
      'a receipt that waits, whatever comes with it',
      { reference: 'C-4', status: 'pending', coverage: coverage() },
    ],
  ] as const)
    it(`of ${what} is that a person answers: when, how, and the reference`, async () => {
      setUp({ meta: { config: serve({ reply: 'within one business day' }) } });
      const heard = hear('clinic-coverage');
      const { host } = await open({ body }, 'phone="+1 555 0100"');
      await host.clinicSettled;
      await choose(host, 'Example Health');
      fill(host, insured);
      await submit(host);
      const words = wordsIn(host);
      expect(words).to.include('We’re checking your plan').and.include('within one business day');
      expect(words).to.include('phone number or email address').and.include('C-4');
      expect(words).to.not.include('$');
      expect(heard[0]).to.include({ ref: 'C-4', status: 'pending' });
    });
});

describe('what a payer refuses', () => {
  const subscriber = {
    'subscriber.givenName': 'Eva',
    'subscriber.familyName': 'Ruiz',
    'subscriber.birthDate.month': '1',
    'subscriber.birthDate.day': '5',
    'subscriber.birthDate.year': '1960',
  };
  for (const [path, code] of [
    ['memberId', 'not-recognized'],
    ['memberId', 'not-found'],
    ['groupNumber', 'mismatch'],
    ['givenName', 'mismatch'],
    ['familyName', 'mismatch'],
    ['birthDate', 'mismatch'],
    ['subscriber.givenName', 'mismatch'],
    ['subscriber.familyName', 'mismatch'],
    ['subscriber.birthDate', 'mismatch'],
  ] as const)
    it(`at ${path} (${code}) is told there, how to put it right, and goes when it is edited`, async () => {
      const { host } = await open({
        status: 422,
        body: { code: 'invalid', issues: [{ path: ['data', ...path.split('.')], code }] },
      });
      await choose(host, 'Example Health');
      fill(host, { ...insured, groupNumber: '5', relationship: 'child' });
      await until(() => all(host, '[data-field="subscriber.givenName"]').length > 0);
      fill(host, subscriber);
      await submit(host);
      const words = later[`${path}.${code}` as keyof typeof later];
      expect(words).to.be.a('string');
      expect(wordsIn(host, '[part~="summary"]')).to.include(words);
      const first = path.endsWith('birthDate') ? `${path}.month` : path;
      expect(control(host, first).getAttribute('aria-invalid')).to.equal('true');
      fill(host, { [first]: '3' });
      await until(() => all(host, '[part~="summary"]').length === 0, 'the end of the summary');
    });
});

describe('somebody who pays without insurance', () => {
  it('is asked nothing about a plan, told of the estimate with its date, and sent without what was answered before', async () => {
    setUp({ meta: { config: serve({ timeZone: 'America/New_York' }) } });
    const { host, sent } = await open();
    await host.clinicSettled;
    await choose(host, 'Example Health');
    fill(host, { ...insured, groupNumber: '5', relationship: 'self' });
    fill(host, { selfPay: true });
    await host.updateComplete;
    for (const gone of ['payer', 'memberId', 'groupNumber', 'relationship', 'secondary'])
      expect(all(host, `[data-field="${gone}"]`), gone).to.have.length(0);
    const words = wordsIn(host, '.estimate');
    expect(words).to.include('Good Faith Estimate').and.include('$400');
    expect(words).to.include('within 1 business day').and.include('within 3 business days');
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/New_York' }).format();
    const due = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeZone: 'UTC' }).format(
      new Date(estimateDue({ requested: today })),
    );
    expect(words).to.include(due);
    await submit(host);
    const { memberId, payer, ...rest } = data;
    expect([memberId, payer.id]).to.deep.equal(['00123-A', 'p1']);
    expect(sent()).to.deep.equal({ ...rest, payer: { name: 'none' }, selfPay: true });
    expect(wordsIn(host)).to.include('We’re preparing your estimate').and.include(due);
    expect(wordsIn(host)).to.not.include('your insurer');
  });

  it('is asked in words that are true of somebody without a card', async () => {
    const { host, endpoint } = await open();
    await enter(host);
    fill(host, { selfPay: true });
    await until(() => all(host, '.estimate').length > 0, 'the notice');
    expect(inside(host, '[part="submit"]').textContent.trim()).to.equal('Request my estimate');
    expect(wordsIn(host)).to.include('If you give us only a phone number, we’ll call to ask');
    await submit(host);
    expect(wordsIn(host, '[part~="summary"]')).to.not.match(/card|insurer/i);
    fill(host, person);
    await submit(host);
    const [consent] = endpoint.json()['consents'] as { text: string }[];
    expect(consent.text).to.include('If I name an insurer, the clinic may contact them');
  });

  it('is told by phone where nothing can be sent', async () => {
    const host = await mount(
      `<insurance-check payers="${serve(list)}" phone="+1 555 0100"></insurance-check>`,
    );
    fill(host, { selfPay: true });
    await until(() => all(host, '.estimate').length > 0, 'the notice');
    expect(wordsIn(host, '.estimate')).to.include('within 3 business days');
    expect(inside(host, 'a[href="tel:+15550100"]')).to.not.equal(null);
  });
});

describe('the way on to an appointment', () => {
  const opened = () => hear('clinic-open');

  it('carries a word on the bus and the answers in memory, readable once', async () => {
    const heard = opened();
    const { host } = await open(answered());
    await choose(host, 'Example Health');
    fill(host, { ...insured, email: 'ana@example.org' });
    await submit(host);
    await until(() => wordsIn(host).includes('Your plan is active'), 'the answer');
    inside(host, 'button').click();
    const { widget, instance, ...own } = heard[0];
    expect([widget, instance]).to.deep.equal(['insurance-check', host.instance]);
    expect(own).to.deep.equal({ target: 'appointment-form', ref: 'C-3' });
    const { payer, memberId, ...shared } = data;
    expect([payer.id, memberId]).to.deep.equal(['p1', '00123-A']);
    expect(take('C-3')).to.deep.equal({
      ...shared,
      email: 'ana@example.org',
      coverageRef: 'C-3',
    });
    expect(take('C-3')).to.equal(undefined);
  });

  it('is open where the check could not be sent, and claims no check', async () => {
    const heard = opened();
    const { host } = await open({ status: 500, body: { 'should-retry': false } });
    await choose(host, 'Example Health');
    fill(host, insured);
    await submit(host);
    expect(host.matches(':state(failed)')).to.equal(true);
    const button = all(host, '.booking button')[0];
    button.click();
    const { ref } = heard[0];
    expect(ref)
      .to.be.a('string')
      .and.not.match(/Ana|Ruiz|00123/);
    const { payer, memberId, ...shared } = data;
    expect([payer.id, memberId]).to.deep.equal(['p1', '00123-A']);
    expect(take(ref)).to.deep.equal(shared);
  });

  for (const [where, reply, more, answers] of [
    ['where nothing can be sent', undefined, '', {}],
    ['with the answer of the list', undefined, '', { payer: 'Example Health' }],
    ['after a refusal', undefined, 'endpoint', {}],
  ] as const)
    it(`is open ${where}`, async () => {
      const heard = opened();
      const host = await mount(
        `<insurance-check payers="${serve(list)}" ${more && `endpoint="${fakeEndpoint(reply).url}"`}></insurance-check>`,
      );
      control(host, 'payer').focus();
      fill(host, answers);
      if (more) {
        expect(all(host, '.booking'), 'not before anything is said').to.have.length(0);
        await submit(host);
      }
      await until(() => all(host, '.booking button').length > 0, 'the way on');
      all(host, '.booking button')[0].click();
      expect(heard[0]).to.include({ target: 'appointment-form' });
    });

  it('carries the answers also where the endpoint gives no reference, and claims no check', async () => {
    const heard = opened();
    const covered = hear('clinic-coverage');
    const { host } = await open({ status: 204 });
    const check = async () => {
      await choose(host, 'Example Health');
      fill(host, insured);
      await submit(host);
      expect(host.matches(':state(sent)'), wordsIn(host)).to.equal(true);
    };
    await check();
    all(host, '.booking button')[0].click();
    const { ref } = heard[0];
    expect(ref)
      .to.match(/\d/)
      .and.not.match(/Ana|00123/);
    const { payer, memberId, ...shared } = data;
    expect([payer.id, memberId]).to.deep.equal(['p1', '00123-A']);
    expect(take(ref)).to.deep.equal({ ...shared, coverage: 'pending' });
    // A dialog that is opened again begins anew: the next check is told of as well.
    host.dispatchEvent(new Event('close'));
    await until(() => !host.matches(':state(sent)'), 'the form again');
    await check();
    expect(covered.map(({ status }) => status)).to.deep.equal(['pending', 'pending']);
  });

  it('says nothing of a check to somebody who pays alone', async () => {
    const { host } = await open({ body: { reference: 'C-9', status: 'pending' } });
    fill(host, { selfPay: true });
    fill(host, person);
    await submit(host);
    expect(host.matches(':state(sent)')).to.equal(true);
    expect(Object.keys(take('C-9') ?? {}))
      .to.include('givenName')
      .and.not.include('coverageRef');
  });
});

describe('who is asked about', () => {
  it('is said to be the patient, over the names and to assistive technology', async () => {
    const { host } = await open();
    const group = control(host, 'givenName').closest('[role="group"]')!;
    expect(group.getAttribute('aria-label')).to.equal('Who is the patient?');
    const hint = (group.getRootNode() as ShadowRoot).getElementById(
      group.getAttribute('aria-describedby')!,
    );
    expect(hint?.textContent).to.include('Their name');
    for (const name of ['familyName', 'birthDate.day'])
      expect(control(host, name).closest('[role="group"]')).to.equal(group);
    const whose = all(host, '[data-field="relationship"] .cell').map(({ textContent }) =>
      textContent.trim(),
    );
    expect(whose[0]).to.equal('The patient');
    expect(whose.join()).to.not.match(/\b(mine|my)\b/i);
  });

  it('is typed on a keyboard that corrects nothing', async () => {
    const { host } = await open();
    for (const [name, letters] of [
      ['payer', 'words'],
      ['memberId', 'characters'],
      ['groupNumber', 'characters'],
    ]) {
      const box = control(host, name);
      expect(box.getAttribute('autocapitalize'), name).to.equal(letters);
      expect(box.getAttribute('autocorrect'), name).to.equal('off');
      expect(box.getAttribute('spellcheck'), name).to.equal('false');
    }
  });

  it('may need a photo where the clinic asks for one, and is not told to add it again', async () => {
    const { host } = await open(undefined, 'fields="memberId, cards!, phone"');
    fill(host, insured);
    await submit(host);
    expect(wordsIn(host, '[part~="summary"]'))
      .to.include('Please add a photo of the card.')
      .and.not.include('again');
  });
});

describe('sex as the insurer has it', () => {
  it('is asked only where the clinic says so', async () => {
    const { host } = await open();
    expect(all(host, '[data-field="legalSex"]')).to.have.length(0);
    const { host: other, sent } = await open(
      undefined,
      'fields="memberId, groupNumber?, phone, email, legalSex"',
    );
    await choose(other, 'Example Health');
    fill(other, { ...insured, legalSex: 'unknown' });
    await submit(other);
    expect(sent()).to.deep.equal({ ...data, legalSex: 'unknown' });
  });
});
