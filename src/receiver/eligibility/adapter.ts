import type { Eligibility } from '../options.js';
import { ask, checkUrl } from './ask.js';
import { coverageOf, type Answer } from './benefits.js';
import { questionOf, type Insurers, type Question } from './insurers.js';
import { refusalOf, type Rejection } from './refused.js';

/** What one format adds to what all of them do. */
export interface Format {
  url: string;
  /** Media type, `application/json` unless it says another */
  type?: string;
  request: (question: Question, insurers: Insurers) => unknown;
  /** Why the payer refuses to answer; empty where it answers */
  rejections: (body: unknown) => Rejection[];
  answer: (body: unknown, question: Question) => Answer;
}

/** A way of asking insurers, from its configuration. @throws when `url` cannot be used */
export function adapter(insurers: Insurers, format: Format): Eligibility {
  const url = checkUrl(format.url);
  return async (check, { signal, network = 'unknown' }) => {
    const question = questionOf(check, insurers);
    const { authorization, fetch } = insurers;
    const { type } = format;
    const sent = format.request(question, insurers);
    const body = await ask(url, sent, { authorization, type, signal, fetch });
    const rejections = format.rejections(body);
    if (rejections.length > 0) throw refusalOf(rejections, check);
    return coverageOf(format.answer(body, question), question, {
      network,
      asOf: new Date().toISOString(),
      name: check.payer.name,
    });
  };
}
