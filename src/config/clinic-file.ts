import type { Clinic } from '../contract/index.js';
import { reportConfigError } from './report-config-error.js';

/** A clinic file on its way, there, or given up. */
export interface ClinicFile {
  state: 'pending' | 'ready' | 'failed';
  clinic?: Clinic;
  /** Settles, never rejects, when the file is there or given up. */
  settled: Promise<void>;
}

const files = new Map<string, ClinicFile>();

/**
 * The clinic file at an absolute address, fetched once per page. It is given up after 8 s.
 *
 * What fetches it comes with the main script; the script of a single widget fetches that part first, so that widgets without a
 * clinic file do not carry it.
 */
export function clinicFile(address: string): ClinicFile {
  const known = files.get(address);
  if (known) return known;
  const file: ClinicFile = { state: 'pending', settled: Promise.resolve() };
  files.set(address, file);
  file.settled = import('./load-clinic-file.lazy.js')
    .then((part) => part.loadClinic(address))
    .then((clinic) => {
      file.clinic = clinic;
      file.state = 'ready';
    })
    .catch((error: Error) => {
      file.state = 'failed';
      reportConfigError(
        `${address}: the clinic file could not be used (${error.message}). Widgets with an endpoint work without it`,
      );
    });
  return file;
}
