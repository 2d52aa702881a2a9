import { expect } from '@open-wc/testing';
import {
  all,
  complaints,
  control,
  controls,
  fakeEndpoint,
  fill,
  hear,
  inside,
  leave,
  mount,
  rootOf,
  serve,
  settle,
  setUp,
  submit,
  until,
  wordsIn,
} from '../../support/index.js';
import { phonePhoto } from '../../support/images.js';
import '../../../src/widgets/appointment-form/appointment-form.js';

const year = new Date().getFullYear();
const born = (years: number) => ({
  'birthDate.month': '1',
  'birthDate.day': '1',
  'birthDate.year': String(year - years),
});
const person = {
  forWhom: 'self',
  givenName: 'Robin',
  familyName: 'Hale',
  phone: '(555) 010-0123',
  'preferences.0.day': '2099-01-05',
  'consent.privacy': true,
};
const clinic = {
  phone: '+1 555 010 0199',
  consents: [{ id: 'sms', text: 'You may text me.' }],
  services: [
    { id: 'spray', name: 'Spray', minimumAge: 18 },
    { id: 'talk', name: 'Talk' },
  ],
};

const open = async (file: object = clinic, attributes = '') => {
  const endpoint = fakeEndpoint({ body: { reference: 'A-1', status: 'received' } });
  setUp({ meta: { config: serve(file) } });
  const host = await mount(
    `<appointment-form layout="page" endpoint="${endpoint.url}" ${attributes}></appointment-form>`,
  );
  await host.clinicSettled;
  await host.updateComplete;
  return { host, endpoint };
};
type Opened = Awaited<ReturnType<typeof open>>;
/** What only some are asked comes once someone is in the form. */
const asks = (host: Element, name: string) => until(() => controls(host, name).length > 0, name);
const enter = async ({ host }: Opened, entries: Parameters<typeof fill>[1]) => {
  for (const name of Object.keys(entries)) await asks(host, name);
  fill(host, entries);
  await host.updateComplete;
};
const names = (host: Element) => [
  ...new Set(
    all(host, ':is(input, select, textarea)[data-field]').map(({ dataset }) => dataset['field']),
  ),
];

describe('<appointment-form>: someone else', () => {
  it('offers to say who speaks for a grown person, and sends it whole or not at all', async () => {
    const form = await open();
    expect(names(form.host)).not.to.include('guardian.givenName');
    await enter(form, { ...person, forWhom: 'other' });
    await asks(form.host, 'guardian.givenName');
    expect(control(form.host, 'guardian.givenName').required).to.equal(false);
    await submit(form.host);
    expect(form.endpoint.json().data).not.to.have.property('guardian');
  });

  it('insists on it for a child, part by part and in words', async () => {
    const form = await open();
    await enter(form, { ...person, forWhom: 'other', service: 'spray' });
    await enter(form, born(9));
    await asks(form.host, 'guardian.phone');
    expect(control(form.host, 'guardian.phone').required).to.equal(true);
    await enter(form, { 'guardian.givenName': 'Ana' });
    const invalid = hear('clinic-invalid');
    await submit(form.host);
    expect(invalid[0]?.fields).to.deep.equal([
      'guardian.familyName',
      'guardian.phone',
      'guardian.relationship',
    ]);
    expect(wordsIn(form.host, '[part~="summary"]')).to.include('Enter your last name.');
    expect(control(form.host, 'guardian.phone').getAttribute('aria-invalid')).to.equal('true');
    expect(control(form.host, 'guardian.givenName').hasAttribute('aria-invalid')).to.equal(false);
    await enter(form, {
      'guardian.familyName': 'Hale',
      'guardian.phone': '555 010 0144',
      'guardian.relationship': 'mother',
    });
    await submit(form.host);
    expect(form.endpoint.json().data['guardian']).to.deep.equal({
      givenName: 'Ana',
      familyName: 'Hale',
      phone: '555 010 0144',
      relationship: 'mother',
    });
  });

  it('sends nobody who was entered before the visitor said that it is for themselves', async () => {
    const form = await open();
    await enter(form, { ...person, forWhom: 'other' });
    await enter(form, { 'guardian.givenName': 'Ana' });
    await enter(form, { forWhom: 'self' });
    await submit(form.host);
    expect(form.endpoint.json().data).not.to.have.property('guardian');
  });
});

describe('<appointment-form>: age', () => {
  it('asks for the birth date only where the service has a minimum age', async () => {
    const form = await open();
    expect(names(form.host)).not.to.include('birthDate.year');
    await enter(form, { service: 'spray' });
    expect(names(form.host)).to.include('birthDate.year');
    await enter(form, { service: 'talk' });
    expect(names(form.host)).not.to.include('birthDate.year');
  });

  it('explains and offers the call to who is too young, and still sends', async () => {
    const form = await open();
    await enter(form, { ...person, service: 'spray' });
    await enter(form, born(16));
    await until(() => wordsIn(form.host).includes('people 18 and older'), 'the notice');
    expect(inside<HTMLAnchorElement>(form.host, '.trouble a').getAttribute('href')).to.equal(
      'tel:+15550100199',
    );
    await submit(form.host);
    expect(form.endpoint.requests).to.have.length(1);
    expect(form.endpoint.json().data['birthDate']).to.equal(`${year - 16}-01-01`);
  });

  it('says nothing to who is old enough', async () => {
    const form = await open();
    await enter(form, { service: 'spray' });
    await enter(form, born(40));
    expect(wordsIn(form.host)).not.to.include('and older');
  });

  it('does not text a minor: neither asked nor sent, not even where it was ticked before', async () => {
    const form = await open();
    await enter(form, { ...person, service: 'spray', 'consent.sms': true });
    expect(controls(form.host, 'contactBy').map(({ value }) => value)).to.include('text');
    await enter(form, born(15));
    expect(controls(form.host, 'contactBy').map(({ value }) => value)).not.to.include('text');
    expect(names(form.host)).not.to.include('consent.sms');
    await submit(form.host);
    const consents = form.endpoint.json()['consents'] as { id: string }[];
    expect(consents.map(({ id }) => id)).to.deep.equal(['privacy']);
  });
});

describe('<appointment-form>: what makes the visit easier', () => {
  it('asks for an interpreter apart from the language of the form, sign language among them', async () => {
    const form = await open();
    const offered = [...control<HTMLSelectElement>(form.host, 'interpreter').options];
    expect(offered.map(({ value }) => value)).to.include.members(['', 'ase', 'es']);
    expect(offered.find(({ value }) => value === 'ase')?.textContent?.trim()).to.equal(
      'American Sign Language (ASL)',
    );
    await enter(form, { ...person, interpreter: 'es' });
    await submit(form.host);
    expect(form.endpoint.json()['locale']).to.equal('en');
    expect(form.endpoint.json().data['interpreter']).to.equal('es');
  });

  it('takes needs from a list and in words', async () => {
    const form = await open();
    await enter(form, { ...person, 'access.needs': ['step-free', 'quiet'] });
    await enter(form, { 'access.note': 'I come with a dog.' });
    await submit(form.host);
    expect(form.endpoint.json().data['access']).to.deep.equal({
      needs: ['step-free', 'quiet'],
      note: 'I come with a dog.',
    });
  });
});

describe('<appointment-form>: the clinic’s own questions', () => {
  const questions = [
    { id: 'words', type: 'text', label: 'In a few words', hint: 'Only if you like' },
    {
      id: 'heard',
      type: 'choice',
      label: 'How did you hear of us?',
      options: [
        { id: 'friend', label: 'A friend' },
        { id: 'web', label: 'Online' },
      ],
      required: true,
    },
    {
      id: 'who',
      type: 'text',
      label: 'Which friend?',
      showIf: { question: 'heard', is: 'friend' },
    },
    {
      id: 'known',
      type: 'yes-no',
      label: 'May we thank them?',
      showIf: { question: 'who', is: 'Kim' },
    },
    { id: 'ride', type: 'yes-no', label: 'Do you have a ride?', services: ['spray'] },
    { id: 'seat', type: 'text', label: 'Which seat?', showIf: { question: 'ride', is: true } },
    {
      id: 'days',
      type: 'choices',
      label: 'Good days',
      options: [
        { id: 'mon', label: 'Monday' },
        { id: 'tue', label: 'Tuesday' },
      ],
    },
    { id: 'since', type: 'date', label: 'Since when?' },
  ];
  const asked = async (own: unknown[] = questions, attributes = '') => {
    const form = await open({ ...clinic, questions: own }, attributes);
    await until(() => names(form.host).some((name) => name?.startsWith('answers.')));
    return form;
  };
  const answers = ({ endpoint }: Opened) => endpoint.json().data['answers'];

  it('are asked in the words and by the kinds of the file', async () => {
    const form = await asked();
    expect(wordsIn(form.host)).to.include('In a few words').and.to.include('Only if you like');
    await enter(form, {
      ...person,
      'answers.words': 'hello',
      'answers.heard': 'web',
      'answers.days': ['mon', 'tue'],
      'answers.since': '2026-01-02',
    });
    await submit(form.host);
    expect(answers(form)).to.deep.equal({
      words: 'hello',
      heard: 'web',
      days: ['mon', 'tue'],
      since: '2026-01-02',
    });
  });

  it('are shown after the answer that calls for them, and not sent once that is gone', async () => {
    const form = await asked();
    expect(names(form.host)).not.to.include('answers.who');
    await enter(form, { 'answers.heard': 'friend' });
    await enter(form, { 'answers.who': 'Kim' });
    await enter(form, { 'answers.known': 'false' });
    await enter(form, { 'answers.heard': 'web' });
    expect(names(form.host), 'nor what hangs on it').not.to.include('answers.known');
    await enter(form, person);
    await submit(form.host);
    expect(answers(form)).to.deep.equal({ heard: 'web' });
  });

  it('are shown for the services they are meant for, yes and no by their truth', async () => {
    const form = await asked();
    expect(names(form.host)).not.to.include('answers.ride');
    await enter(form, { service: 'spray' });
    await enter(form, { 'answers.ride': 'false' });
    expect(names(form.host)).not.to.include('answers.seat');
    await enter(form, { 'answers.ride': 'true' });
    expect(names(form.host)).to.include('answers.seat');
  });

  it('are refused without an answer that the clinic insists on, by the clinic’s own label', async () => {
    const form = await asked();
    const invalid = hear('clinic-invalid');
    await enter(form, person);
    await submit(form.host);
    expect(invalid[0]?.fields).to.deep.equal(['answers.heard']);
    expect(wordsIn(form.host, '[part~="summary"]')).to.include('“How did you hear of us?”');
    inside<HTMLButtonElement>(form.host, '[part~="summary"] button').click();
    const { activeElement } = rootOf(form.host);
    expect((activeElement as HTMLElement).dataset['field']).to.equal('answers.heard');
    await enter(form, { 'answers.heard': 'web' });
    leave(form.host);
    await until(() => !rootOf(form.host).querySelector('[part~="summary"]'));
    await submit(form.host);
    expect(form.endpoint.requests).to.have.length(1);
  });

  it('of a broken file keep nobody from sending', async () => {
    const form = await asked([
      { id: 'one', type: 'text', label: 'One', showIf: { question: 'two', is: 'x' } },
      { id: 'two', type: 'text', label: 'Two', showIf: { question: 'one', is: 'x' } },
      { id: 'lost', type: 'text', label: 'Lost', showIf: { question: 'nowhere', is: true } },
      { id: 'odd', type: 'riddle', label: 'Odd', required: true },
      { id: 'bare', type: 'choice', label: 'Bare', required: true },
      { id: 'list', type: 'choices', label: 'List', options: 'none', required: true },
      { id: 'fine', type: 'text', label: 'Fine' },
    ]);
    expect(names(form.host).filter((name) => name?.startsWith('answers.'))).to.deep.equal([
      'answers.fine',
    ]);
    await enter(form, person);
    await submit(form.host);
    expect(form.endpoint.requests).to.have.length(1);
    complaints();
  });

  it('can be left out by the page', async () => {
    const form = await open({ ...clinic, questions }, 'fields="interpreter, preferences"');
    expect(names(form.host).filter((name) => name?.startsWith('answers.'))).to.deep.equal([]);
  });
});

describe('<appointment-form>: the clinic’s own markup', () => {
  it('stands before, between and after the questions, and is no fallback', async () => {
    const host = await mount(
      `<appointment-form layout="page" endpoint="${fakeEndpoint().url}"><p slot="before">One</p><p slot="between">Two</p
      ><p slot="after">Three</p><p>Call us.</p></appointment-form>`,
    );
    const shown = [...host.querySelectorAll('p')].filter(
      (each) => each.getBoundingClientRect().height > 0,
    );
    expect(shown.map(({ textContent }) => textContent)).to.deep.equal(['One', 'Two', 'Three']);
    const top = (element: Element) => element.getBoundingClientRect().top;
    const form = inside(host, 'form');
    expect(top(shown[0])).to.be.lessThan(top(form));
    expect(top(shown[1])).to.be.greaterThan(top(form));
    expect(top(shown[2])).to.be.greaterThan(top(inside(host, '[part="submit"]')));
  });

  it('stands in every step, and on the last page above what is agreed to', async () => {
    const host = await mount(
      `<appointment-form endpoint="${fakeEndpoint().url}"><p slot="before">One</p><p slot="between">Two</p
      ><p slot="after">Three</p></appointment-form>`,
    );
    const own = () =>
      [...host.querySelectorAll('p')]
        .filter((each) => each.getBoundingClientRect().height > 0)
        .map(({ textContent }) => textContent)
        .join();
    const top = (element: Element) => element.getBoundingClientRect().top;
    for (const answers of [
      { forWhom: 'self' },
      { 'preferences.0.day': '2099-01-05' },
      { givenName: 'Robin', familyName: 'Hale', phone: '555 010 0123' },
    ] as Record<string, string>[]) {
      expect(own()).to.equal('One,Two,Three');
      await until(() => controls(host, Object.keys(answers)[0]).length > 0);
      fill(host, answers);
      await submit(host);
    }
    await until(() => all(host, '[part~="answer"]').length > 0, 'the answers');
    expect(own()).to.equal('One,Two,Three');
    const between = host.querySelector('[slot="between"]')!;
    expect(top(between)).to.be.greaterThan(top(all(host, '[part~="answer"]').at(-1)!));
    expect(top(between)).to.be.lessThan(top(control(host, 'consent.privacy')));
  });
});

describe('<appointment-form>: names', () => {
  const fields =
    'fields="forWhom, givenName, familyName, chosenName?, legalSex?, phone, preferences, interpreter?"';

  it('asks for a chosen name and the sex on the card only where the clinic does, and says neither back', async () => {
    const usual = await open();
    expect(names(usual.host)).to.not.include.members(['chosenName', 'legalSex']);
    const form = await open(clinic, fields);
    await enter(form, { ...person, chosenName: 'Wren', legalSex: 'unknown' });
    await submit(form.host);
    expect(form.endpoint.json().data).to.include({
      givenName: 'Robin',
      chosenName: 'Wren',
      legalSex: 'unknown',
    });
    expect(form.host.matches(':state(sent)')).to.equal(true);
    for (const name of ['Robin', 'Hale', 'Wren']) expect(wordsIn(form.host)).to.not.include(name);
  });
});

describe('<appointment-form>: what must be answered', () => {
  it('is at most eight things, of somebody who asks for themselves or for a grown person', async () => {
    for (const forWhom of ['self', 'other']) {
      const form = await open();
      const invalid = hear('clinic-invalid');
      await enter(form, { forWhom });
      await submit(form.host);
      const asked = ['forWhom', ...(invalid.at(-1)?.fields ?? [])];
      expect(asked).to.include.members(['givenName', 'familyName', 'phone']);
      expect(asked.length, asked.join()).to.be.at.most(8);
    }
  });
});

describe('<appointment-form>: what a browser may fill in', () => {
  const tokens = (host: Element) =>
    Object.fromEntries(
      ['givenName', 'familyName', 'phone', 'email', 'birthDate.year', 'reason'].map((name) => [
        name,
        control(host, name).getAttribute('autocomplete'),
      ]),
    );

  it('is the visitor’s own name and birth date, and of somebody else’s only how to reach the visitor', async () => {
    const form = await open(clinic);
    await enter(form, { forWhom: 'self', service: 'spray' });
    const own = {
      givenName: 'given-name',
      familyName: 'family-name',
      phone: 'tel',
      email: 'email',
      'birthDate.year': 'bday-year',
      reason: 'off',
    };
    expect(tokens(form.host)).to.deep.equal(own);
    await enter(form, { forWhom: 'other' });
    expect(tokens(form.host)).to.deep.equal({
      ...own,
      givenName: 'off',
      familyName: 'off',
      'birthDate.year': 'off',
    });
    await asks(form.host, 'guardian.givenName');
    expect(control(form.host, 'guardian.givenName').getAttribute('autocomplete')).to.include(
      'given-name',
    );
  });
});

describe('<appointment-form>: a question for a file', () => {
  const referral = {
    id: 'referral',
    type: 'file',
    label: 'Your referral',
    hint: 'From your doctor.',
    required: true,
    showIf: { question: 'sent', is: true },
  };
  const sent = { id: 'sent', type: 'yes-no', label: 'Did a doctor send you?' };
  const asked = async (question: object = referral, attributes = '') => {
    const form = await open({ ...clinic, questions: [sent, question] }, attributes);
    await until(() => names(form.host).includes('answers.sent'));
    await enter(form, { ...person, 'answers.sent': 'true' });
    return form;
  };
  const choose = (host: Element, picked: File) => {
    const input = control(host, 'answers.referral');
    const transfer = new DataTransfer();
    transfer.items.add(picked);
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const photo = async () =>
    new File([await phonePhoto(900, 600)], 'Robin Hale referral.jpg', { type: 'image/jpeg' });
  const withPhoto = async (question?: object) => {
    const form = await asked(question);
    choose(form.host, await photo());
    await until(() => all(form.host, 'canvas').length === 1, 'the photo');
    return form;
  };

  it('sends the photo as a part of its own, under a name that tells nothing', async () => {
    const form = await withPhoto();
    await submit(form.host);
    expect(form.host.matches(':state(sent)'), wordsIn(form.host)).to.equal(true);
    const [request] = form.endpoint.requests;
    expect(request.type).to.match(/^multipart\/form-data/);
    const bytes = await new Blob([request.init.body as ArrayBuffer]).arrayBuffer();
    const body = new TextDecoder('latin1').decode(bytes);
    expect(body.match(/name="\w+"(; filename="[^"]*")?/g)).to.deep.equal([
      'name="submission"',
      'name="cards"; filename="referral-1.jpg"',
    ]);
    expect(body).to.include('"referral":["referral-1.jpg"]').and.to.not.include('Robin Hale');
    expect(body).to.not.include('Exif');
  });

  it('sends it as JSON without the photo once the question is gone', async () => {
    const form = await withPhoto();
    await enter(form, { 'answers.sent': 'false' });
    await submit(form.host);
    expect(form.endpoint.requests[0]?.type).to.match(/^application\/json/);
    expect(form.endpoint.json().data['answers']).to.deep.equal({ sent: false });
  });

  it('takes it away again, leads back to the control, and sends nothing of it', async () => {
    const form = await withPhoto({ ...referral, required: false });
    inside<HTMLButtonElement>(form.host, '.photo button').click();
    await until(() => all(form.host, 'canvas').length === 0, 'no photo');
    expect((rootOf(form.host).activeElement as HTMLElement).dataset['field']).to.equal(
      'answers.referral',
    );
    await submit(form.host);
    expect(form.endpoint.requests[0]?.type).to.match(/^application\/json/);
    expect(form.endpoint.json().data['answers']).to.deep.equal({ sent: true });
  });

  it('is refused without a photo where the clinic insists, and says what it takes', async () => {
    const form = await asked();
    expect(wordsIn(form.host)).to.include('From your doctor. A photo, such as a JPEG');
    const invalid = hear('clinic-invalid');
    await submit(form.host);
    expect(invalid[0]?.fields).to.deep.equal(['answers.referral']);
    expect(control(form.host, 'answers.referral').getAttribute('aria-invalid')).to.equal('true');
    choose(form.host, await photo());
    await until(() => all(form.host, 'canvas').length === 1, 'the photo');
    await submit(form.host);
    expect(form.endpoint.requests).to.have.length(1);
  });

  for (const [lang, words] of [
    ['en', 'This isn’t a photo. Please choose a photo'],
    ['es', 'Esto no es una foto. Elija una foto'],
  ] as const)
    it(`says what to do where the file is no photo (${lang})`, async () => {
      const form = await asked(referral, `lang="${lang}"`);
      choose(form.host, new File(['%PDF-1.7'], 'Robin.pdf', { type: 'application/pdf' }));
      await until(() => wordsIn(form.host).includes(words), words);
      expect(wordsIn(form.host)).to.not.include('Robin.pdf');
      const described = control(form.host, 'answers.referral').getAttribute('aria-describedby');
      const alert = inside(form.host, '[part~="field"] [role="alert"]');
      expect(described?.split(' ')).to.include(alert.id);
    });

  it('is waited for by Continue, and told back on the last page as being there, without any name', async () => {
    const endpoint = fakeEndpoint();
    setUp({ meta: { config: serve({ ...clinic, questions: [sent, referral] }) } });
    const host = await mount(
      `<appointment-form layout="steps" endpoint="${endpoint.url}"></appointment-form>`,
    );
    await host.clinicSettled;
    const here = (entries: Record<string, string | boolean>) =>
      Object.fromEntries(
        Object.entries(entries).filter(([name]) => controls(host, name).length > 0),
      );
    const rows = () => all<HTMLTextAreaElement>(host, '[part~="answer"] textarea');
    for (let step = 0; step < 6 && wordsIn(host, '[part="submit"]') === 'Continue'; step++) {
      fill(host, here({ ...person, service: 'talk', 'answers.sent': 'true' }));
      await host.updateComplete;
      // Continue is pressed while the photo is still being made smaller.
      if (names(host).includes('answers.referral')) choose(host, await photo());
      await submit(host);
      await settle();
      expect(all(host, '[part~="summary"]'), wordsIn(host)).to.deep.equal([]);
    }
    await until(() => rows().length > 0, 'the answers');
    const told = all(host, '[part~="answer"]').find((row) =>
      row.querySelector('label')?.textContent?.includes('Your referral'),
    );
    expect(told?.querySelector('textarea')?.value, wordsIn(host)).to.equal('Your photo');
    expect(endpoint.requests).to.have.length(0);
  });
});
