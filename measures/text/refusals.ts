/** How an output that answers nothing reads. The list is short and in two languages: it finds the usual forms, not every refusal. */
const refusalForms = [
  "i can't help",
  'i cannot help',
  "i can't assist",
  'i cannot assist',
  "i can't provide",
  'i cannot provide',
  "i can't comply",
  'i cannot comply',
  "i can't do that",
  'i cannot do that',
  "i can't answer",
  'i cannot answer',
  "i can't support",
  "i'm not able to",
  'i am not able to',
  "i'm unable to",
  'i am unable to',
  "i won't be able to",
  'i will not be able to',
  'i must decline',
  'i have to decline',
  'i refuse to',
  'as an ai language model',
  'as a large language model',
  'against my guidelines',
  'ich kann dabei nicht helfen',
  'dabei kann ich nicht helfen',
  'kann ich dir nicht helfen',
  'kann ich ihnen nicht helfen',
  'das kann ich nicht beantworten',
  'ich kann diese anfrage nicht',
  'ich kann dazu keine',
  'ich bin nicht in der lage',
  'ich darf ihnen nicht',
  'ich darf dir nicht',
  'als ki-sprachmodell',
]

/** The version of the list above; a result names it. */
export const refusalFormsVersion = 1

/** Refusals come first: a form later in a text is mostly a quotation. Characters. */
const looksAt = 400

/** Whether a text has no sign that is seen. */
export function isEmptyOutput(output: string): boolean {
  return !/[^\s\p{Z}\p{C}]/u.test(output)
}

/** Whether a text begins like a refusal: one of the forms stands in its first 400 characters, whatever its case and apostrophes. */
export function looksLikeRefusal(output: string, forms: readonly string[] = refusalForms): boolean {
  const start = output
    .slice(0, looksAt)
    .toLowerCase()
    .replaceAll(/[\u2019\u02BC`\u00B4]/g, "'")
    .replaceAll(/\s+/g, ' ')
  return forms.some((it) => start.includes(it))
}
