import { expect } from '@open-wc/testing';
import { checkEndpoint } from '../../src/transport/index.js';

describe('an endpoint', () => {
  const allowed: [string, string][] = [
    ['https://api.example/x', 'https://api.example/x'],
    ['https://api.example:8443/x?a=1', 'https://api.example:8443/x?a=1'],
    ['https://api.example/x#part', 'https://api.example/x'],
    ['/api', `${location.origin}/api`],
    ['?a=1', new URL('?a=1', location.href).href],
    ['http://localhost:5173/api', 'http://localhost:5173/api'],
    ['http://clinic.localhost/api', 'http://clinic.localhost/api'],
    ['http://127.0.0.1/api', 'http://127.0.0.1/api'],
    ['http://[::1]:9/api', 'http://[::1]:9/api'],
    ['  https://api.example/x\n', 'https://api.example/x'],
    ['HTTPS://API.example', 'https://api.example/'],
  ];
  for (const [value, url] of allowed)
    it(`may be ${JSON.stringify(value)}`, () => {
      expect(checkEndpoint(value)).to.deep.equal({ url });
    });

  const refused: [string, string][] = [
    ['http://api.example/x', 'scheme'],
    ['http://localhost.evil.example/', 'scheme'],
    ['http://127.0.0.1.evil.example/', 'scheme'],
    ['http://127.0.0.2/', 'scheme'],
    ['http://notlocalhost/', 'scheme'],
    ['ftp://api.example/', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['data:text/plain,x', 'scheme'],
    ['mailto:a@b.example', 'scheme'],
    ['blob:https://api.example/1', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['ws://localhost/', 'scheme'],
    ['https://user:pass@api.example/', 'credentials'],
    ['https://user@api.example/', 'credentials'],
    ['https://:pass@api.example/', 'credentials'],
    ['https://', 'syntax'],
    ['https://api.example:99999/', 'syntax'],
    ['http://[::1', 'syntax'],
    ['', 'syntax'],
    ['   ', 'syntax'],
  ];
  for (const [value, error] of refused)
    it(`may not be ${JSON.stringify(value)} (${error})`, () => {
      expect(checkEndpoint(value)).to.deep.equal({ error });
    });

  it('does not follow <base>', () => {
    const base = document.createElement('base');
    base.href = 'https://other.example/deep/';
    document.head.prepend(base);
    try {
      expect(new URL('/api', document.baseURI).origin).to.equal('https://other.example');
      expect(checkEndpoint('/api')).to.deep.equal({ url: `${location.origin}/api` });
      expect(checkEndpoint('api')).to.deep.equal({ url: new URL('api', location.href).href });
    } finally {
      base.remove();
    }
  });
});
