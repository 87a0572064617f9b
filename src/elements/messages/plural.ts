type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** Chooses the form of a sentence that goes with a number, by the rules of the language (CLDR). */
export function pluralOf(lang: string): (count: number, forms: Forms) => string {
  let rules: Intl.PluralRules | undefined;
  return (count, forms) => forms[(rules ??= new Intl.PluralRules(lang)).select(count)] ?? forms.other;
}
