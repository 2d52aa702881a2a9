import type { Clinic } from '../contract/index.js';
import { reportConfigError } from './report-config-error.js';

/** A clinic file that is loading, loaded, or failed to load. */
export interface ClinicFile {
  state: 'pending' | 'ready' | 'failed';
  clinic?: Clinic;
  /** Resolves when the file has loaded or failed; never rejects. */
  settled: Promise<void>;
}

const files = new Map<string, ClinicFile>();

/**
 * Loads the clinic file at an absolute URL, once per page, with a timeout of 8 s.
 *
 * The main script contains the code for this. The script of a single widget loads that code on
 * demand, to stay small on pages without a clinic file.
 */
export function clinicFile(address: string): ClinicFile {
  const existing = files.get(address);
  if (existing) return existing;
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
