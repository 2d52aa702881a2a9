/**
 * The JSON document at the FAQ's `src`. `answer` is a subset of Markdown: paragraphs, `-` lists,
 * `*`, `**`, links.
 */
export interface Faq {
  entries: FaqEntry[];
}

/** One question with its answer. */
export interface FaqEntry {
  /** Becomes the id of the `<details>`, so that links to it keep working when the order changes. */
  id: string;
  question: string;
  answer: string;
  actions?: FaqAction[];
  keywords?: string[];
  reviewedBy?: string;
  /** `YYYY-MM-DD` */
  reviewed?: string;
}

/**
 * A button in an answer that opens another widget, given by its tag or id, with a preselected
 * service.
 */
export interface FaqAction {
  text: string;
  open: string;
  service?: string;
}
