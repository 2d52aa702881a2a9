/** The FAQ document that `src` names. `answer` is small Markdown: paragraphs, `-` lists, `*`, `**`, links. */
export interface Faq {
  entries: FaqEntry[];
}

export interface FaqEntry {
  /** Becomes the id of the `<details>`, so that links to it stay true when the order changes. */
  id: string;
  question: string;
  answer: string;
  actions?: FaqAction[];
  keywords?: string[];
  reviewedBy?: string;
  /** `YYYY-MM-DD` */
  reviewed?: string;
}

/** A button of an answer that opens another widget: its tag or id, with a service set. */
export interface FaqAction {
  text: string;
  open: string;
  service?: string;
}
