import type { Clinic } from '../../contract/index.js';
import type { Surroundings } from '../../form/index.js';

/** The chosen service, or the only one there is. */
export const serviceOf = ({
  clinic,
  answers,
}: Surroundings): NonNullable<Clinic['services']>[number] | undefined =>
  clinic?.services?.length === 1
    ? clinic.services[0]
    : clinic?.services?.find(({ id }) => id === answers.text('service'));
