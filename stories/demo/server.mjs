/**
 * The demo: a clinic's pages with all widgets, a real receiver and an embedded database on one port. `npm start` builds the package and runs
 * this file. It reads the environment as the receiver does: see docs/receive.md.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { x12271 } from '../../dist/lib/receiver/index.js';
import {
  isProgram,
  optionsFromEnvironment,
  readClinic,
  runServer,
  serve,
} from '../../dist/lib/receiver/node.js';
import { demoEligibility, demoMemberIds } from './eligibility.mjs';
import { staticSite } from './static-site.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const siteFolder = join(root, 'stories/clinic-site');

/** Answers insurance checks without asking anybody. */
export const simulatedInsurers = demoEligibility(x12271);

/**
 * The demo clinic's whole website on one port.
 * @param {Omit<import('../../src/receiver/node.js').ServeOptions, 'clinic' | 'site'>} [options]
 * @returns {Promise<import('../../src/receiver/node.js').Served>}
 */
export async function serveDemo(options = {}) {
  return serve({
    dataFolder: join(root, '.data'),
    ...options,
    clinic: await readClinic(join(siteFolder, 'clinic.json'), join(siteFolder, 'payers.json')),
    site: staticSite({ siteFolder, distFolder: join(root, 'dist') }),
  });
}

if (isProgram(import.meta.url)) {
  void runServer(async () => {
    const { dataFolder, ...given } = await optionsFromEnvironment();
    const staffToken = given.staffToken ?? randomBytes(24).toString('base64url');
    const eligibility = given.eligibility ?? simulatedInsurers;
    const options = { ...given, staffToken, eligibility, ...(dataFolder && { dataFolder }) };
    const server = await serveDemo(options);
    const { url } = server;
    const simulated = `
Insurer answers are simulated. Member IDs that return one:
  ${demoMemberIds.slice(0, 6).join(', ')},
  ${demoMemberIds.slice(6).join(', ')}
`;
    const message = `
The demo clinic is at ${url}

Try:
  ${url}/            ask a question, sign up, request an appointment, check insurance
  ${url}/es          the same in Spanish
  ${url}/api/slots   the available times
${given.eligibility ? '' : simulated}
To see what was sent:
  curl -H "Authorization: Bearer ${given.staffToken ? '$STAFF_TOKEN' : staffToken}" ${url}/api/submissions
`;
    return { server, message };
  });
}
