import type { Eligibility } from '../options.js';
import { checkUrl, postJson } from './ask.js';
import { coverageOf, type Answer } from './benefits.js';
import { questionOf, type Insurers, type Question } from './insurers.js';
import { refusalOf, type Rejection } from './refused.js';

/** The differences between formats. */
export interface Format {
  url: string;
  /** Media type. Default: `application/json` */
  type?: string;
  request: (question: Question, insurers: Insurers) => unknown;
  /** The payer's reasons to reject the request; empty if it answers */
  rejections: (body: unknown) => Rejection[];
  answer: (body: unknown, question: Question) => Answer;
}

/** Creates an adapter for one format. @throws if `url` is invalid */
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
