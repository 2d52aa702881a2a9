import { expect } from '@open-wc/testing';
import {
  control,
  fakeEndpoint,
  fill,
  mount,
  settle,
  submit,
  until,
  wordsIn,
} from '../../support/index.js';
import { bus } from '../../../src/bus/index.js';
import { put } from '../../support/handover.js';
import '../../../src/widgets/appointment-form/appointment-form.js';

const checked = {
  givenName: 'Robin',
  familyName: 'Hale',
  birthDate: '1985-03-27',
  phone: '555 010 0123',
  coverageRef: 'COV-1',
};
const ask = (ref: string) =>
  bus.emit('clinic-open', {
    widget: 'insurance-check',
    instance: 'insurance-check-1',
    target: 'appointment-form',
    ref,
  });
const open = async (attributes = '') => {
  const endpoint = fakeEndpoint();
  const host = await mount(
    `<appointment-form layout="page" endpoint="${endpoint.url}" ${attributes}></appointment-form>`,
  );
  return { host, endpoint };
};

describe('answers of an insurance check', () => {
  it('are not asked again, and the check goes along', async () => {
    const { host, endpoint } = await open('fields="birthDate, phone, preferences"');
    put('COV-1', checked);
    ask('COV-1');
    await until(() => control(host, 'givenName').value === 'Robin');
    expect(control(host, 'birthDate.month').value).to.equal('03');
    expect(wordsIn(host)).to.include('Insurance checked.');
    fill(host, { forWhom: 'self', 'preferences.0.day': '2099-01-05', 'consent.privacy': true });
    await submit(host);
    expect(endpoint.json().data).to.deep.include(checked);
  });

  it('are not called checked where the answer is still to come', async () => {
    const { host, endpoint } = await open('fields="phone, preferences"');
    put('COV-4', { ...checked, coverage: 'pending' });
    ask('COV-4');
    await until(() => wordsIn(host).includes('sent your insurance check'), 'what is said of it');
    expect(wordsIn(host)).to.not.include('Insurance checked.');
    fill(host, { forWhom: 'self', 'preferences.0.day': '2099-01-05', 'consent.privacy': true });
    await submit(host);
    expect(endpoint.json().data)
      .to.include({ coverageRef: 'COV-1' })
      .and.not.have.property('coverage');
  });

  it('never take the place of what somebody has entered', async () => {
    const { host } = await open();
    fill(host, { givenName: 'Kim' });
    put('COV-2', checked);
    ask('COV-2');
    await until(() => control(host, 'familyName').value === 'Hale');
    expect(control(host, 'givenName').value).to.equal('Kim');
  });

  it('that are not there, as on another page, leave nothing behind', async () => {
    const { host, endpoint } = await open();
    ask('COV-3');
    await settle();
    await host.updateComplete;
    expect(wordsIn(host)).not.to.include('Insurance checked.');
    fill(host, {
      forWhom: 'self',
      givenName: 'Kim',
      familyName: 'Hale',
      phone: '555 010 0123',
      'preferences.0.day': '2099-01-05',
      'consent.privacy': true,
    });
    await submit(host);
    expect(endpoint.json().data).not.to.have.property('coverageRef');
  });
});
