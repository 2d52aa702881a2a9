/** The pages that are measured beside one another, and a server for them. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';

const bare = async (file) => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry: `bench/${file}`, formats: ['es'], fileName: 'bare' } },
  });
  return [built].flat()[0].output[0].code;
};

const box = (name, label) => `<label><input type="checkbox" data-field="${name}"> ${label}</label>`;
const text = (name, type) =>
  `<div><label for="${name}">${name}</label><input id="${name}" type="${type}" data-field="${name}"></div>`;
const choice = (name, values) =>
  `<fieldset><legend>${name}</legend>${values.map((value) => `<label><input type="radio" name="${name}" data-field="${name}" value="${value}"> ${value}</label>`).join('')}</fieldset>`;
const form = (inside) =>
  `<form novalidate onsubmit="event.preventDefault()">${inside}<button type="submit">Send</button></form>`;

const plainSignup = form(text('email', 'email') + box('consent', 'Send me the newsletter'));
const plainAppointment = form(
  choice('forWhom', ['self', 'other']) +
    choice('newPatient', ['true', 'false']) +
    text('preferences.0.day', 'date') +
    ['givenName', 'familyName'].map((name) => text(name, 'text')).join('') +
    text('phone', 'tel') +
    text('email', 'email') +
    choice('contactBy', ['phone', 'text', 'email']) +
    ['step-free', 'hearing', 'sight', 'quiet', 'companion']
      .map((need) => box('access.needs', need))
      .join('') +
    text('access.note', 'text') +
    '<textarea data-field="reason"></textarea>' +
    box('consent.privacy', 'I have read the privacy notice'),
);

const page = (body) =>
  // Our roots are closed; this opens them for audits, and here for the driver.
  `<!doctype html><html lang="en"><meta name="clinic-widgets" data-inspect><title>bench</title>${body}`;
const script = '<script type="module" src="/a.js"></script>';

/** For each form: the markup and script of ours, of a bare Lit element and of plain HTML with the same controls. */
export const contenders = async () => ({
  'newsletter-signup': {
    ours: {
      body: '<newsletter-signup endpoint="/sink"></newsletter-signup>',
      script: readFileSync('dist/newsletter-signup.js', 'utf8'),
    },
    lit: { body: '<bare-signup></bare-signup>', script: await bare('bare-signup.js') },
    html: { body: plainSignup },
  },
  'appointment-form': {
    ours: {
      body: '<appointment-form layout="page" endpoint="/sink"></appointment-form>',
      script: readFileSync('dist/appointment-form.js', 'utf8'),
    },
    lit: {
      body: '<bare-appointment></bare-appointment>',
      script: await bare('bare-appointment.js'),
    },
    html: { body: plainAppointment },
  },
});

/** Serves one page with its script, compressed; lazy parts come out of `dist`. */
export const serve = ({ body, script: code }) =>
  new Promise((resolve) => {
    const text = page(body + (code ? script : ''));
    const server = createServer(({ url }, response) => {
      const found =
        url === '/'
          ? text
          : url === '/a.js'
            ? code
            : /^\/[\w.-]+\.js$/.test(url) && readFileSync(`dist${url}`);
      if (!found) return response.writeHead(204).end();
      const type = url === '/' ? 'text/html' : 'text/javascript';
      response.writeHead(200, { 'Content-Type': type, 'Content-Encoding': 'br' });
      response.end(brotliCompressSync(found));
    }).listen(0, '127.0.0.1', () =>
      resolve({
        origin: `http://127.0.0.1:${server.address().port}`,
        close: () => server.close(),
      }),
    );
  });
