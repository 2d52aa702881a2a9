import type { ClinicElement } from '../../src/element/index.js';
import { until } from './mount.js';
import { inside } from './roots.js';

/** Presses the one submit button and waits until the form has come to an end: sent, refused, failed, or stopped by a listener. */
export async function submit(host: ClinicElement): Promise<void> {
  inside(host, '[part="submit"]').click();
  await host.updateComplete;
  await until(() => !host.matches(':state(sending)'), 'the end of a submit');
  await host.updateComplete;
}
