/** A source with its strings and comments emptied, line by line as it was: what is left is code. */
import type { Language } from './number-format.ts';

const NO_CODE: Record<Language, RegExp> = {
  javascript:
    /\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|`(?:\\[\s\S]|[^`\\])*(?:`|$)/g,
  python: /"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|#[^\n]*|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?/g,
};

export const codeOnly = (source: string, language: Language): string =>
  source.replaceAll(NO_CODE[language], (text) => text.replaceAll(/[^\n]/g, ' '));
