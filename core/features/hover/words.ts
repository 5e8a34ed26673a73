/** Sentences in which an author's own text stands as code, so that nothing in it can be taken for Markdown. */

export type Span = string | { readonly code: string };
export type Words = readonly Span[];

/** A sentence; what is filled in is shown as code. */
export function say(texts: TemplateStringsArray, ...codes: readonly (string | number)[]): Words {
  return texts.flatMap((text, index): Span[] => {
    const code = codes[index];
    return code === undefined ? [text] : [text, { code: String(code) }];
  });
}

/** Several names as code: `a`, `b` and 3 more. @param most how many are named */
export function sayList(before: string, names: readonly string[], after: string, most = 4): Words {
  const named = names.length > most ? names.slice(0, most) : names;
  const spans: Span[] = [before];
  for (const [index, name] of named.entries()) {
    const isLast = index === named.length - 1;
    if (index > 0) spans.push(isLast && named.length === names.length ? " and " : ", ");
    spans.push({ code: name });
  }
  if (named.length < names.length) spans.push(` and ${names.length - named.length} more`);
  spans.push(after);
  return spans;
}
