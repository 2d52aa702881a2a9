import { expect } from '@open-wc/testing';
import { complaints } from '../support/index.js';
import { campaignOf } from '../../src/form/submission.lazy/utm.js';

describe('the address of the page', () => {
  it('gives the campaign and nothing else', () => {
    expect(
      campaignOf(
        '?utm_source=news&utm_medium=email&utm_campaign=spring&utm_term=x&email=a@b.example',
      ),
    ).to.deep.equal({ source: 'news', medium: 'email', campaign: 'spring' });
    expect(campaignOf('?email=a@b.example&givenName=Robin')).to.equal(undefined);
    expect(campaignOf('')).to.equal(undefined);
  });

  it('is told to the webmaster where it carries a person, without what it says of them', () => {
    complaints();
    campaignOf('?utm_source=news&page=2');
    expect(complaints()).to.deep.equal([]);
    campaignOf('?first_name=Robin');
    expect(complaints().join()).to.include('"first_name"').and.to.not.include('Robin');
  });

  it('keeps nobody from sending by a tag that the contract would refuse', () => {
    expect(
      campaignOf(`?utm_source=${'x'.repeat(500)}&utm_medium=%00%20&utm_campaign=a%00b`),
    ).to.deep.equal({ source: 'x'.repeat(200), campaign: 'ab' });
    expect([...(campaignOf(`?utm_source=${'🌱'.repeat(300)}`)?.source ?? '')]).to.have.length(200);
  });
});
