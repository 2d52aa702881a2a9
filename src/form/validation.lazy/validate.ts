/** The heavy half of what a form needs once somebody fills it in: the schemas of the contract. A part of its own, fetched beside the conduct. */
import { dataSchemas } from '../../contract/data.js';
import type { Issue, SubmissionType } from '../../contract/index.js';
import { issuesOf } from '../../contract/issues.js';

/** What the contract refuses in the data of one type. */
export const judge = (type: SubmissionType, data: unknown): Issue[] =>
  issuesOf(dataSchemas[type], data, ['data']);
