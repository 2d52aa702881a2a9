import type { Eligibility } from '../options.js';
import { checkUrl, postJson } from './ask.js';
import { coverageOf, type Answer } from './benefits.js';
import { questionOf, type Insurers, type Question } from './insurers.js';
import { refusalOf, type Rejection } from './refused.js';

/** What differs from format to format. */
export interface Format {
  url: string;
  /** Media type, `application/json` by default */
  type?: string;
  request: (question: Question, insurers: Insurers) => unknown;
  /** Why the payer rejects the request; empty where it answers */
  rejections: (body: unknown) => Rejection[];
  answer: (body: unknown, question: Question) => Answer;
}

/** Asks insurers in one format. @throws when `url` cannot be used */
export function adapter(insurers: Insurers, format: Format): Eligibility {
  const url = checkUrl(format.url);
  return async (check, { signal, network = 'unknown' }) => {
    const question = questionOf(check, insurers);
    const { authorization, fetch } = insurers;
    const { type } = format;
    const request = format.request(question, insurers);
    const body = await postJson(url, request, { authorization, type, signal, fetch });
    const rejections = format.rejections(body);
    if (rejections.length > 0) throw refusalOf(rejections, check);
    return coverageOf(format.answer(body, question), question, {
      network,
      asOf: new Date().toISOString(),
      name: check.payer.name,
    });
  };
}
