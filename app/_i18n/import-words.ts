/** The words for what is said of an imported file: many, and none of them needed before a file is there. They come by themselves. */
import { createTranslator, type Messages } from 'next-intl';
import type { Encoding } from '../../domain/exchange/encodings.ts';
import type { Format, Place } from '../../domain/exchange/foreign.ts';
import type { Remark } from '../../domain/exchange/remark.ts';
import type { LessonProblem } from '../../domain/lesson/problems.ts';

export interface ImportWords {
  sentence(remark: Remark): string;
  /** what the compiler says of a text */
  problem(problem: LessonProblem): string;
  place(at: Place): string;
  /** what a file is */
  format(format: Format): string;
  /** an encoding by whose letters it has */
  encoding(encoding: Encoding): string;
  /** over a list of them */
  readAs: string;
}

/** Rejects where they do not come, as scripts of a page do that was left open over an upgrade. */
export async function loadImportWords(locale: string): Promise<ImportWords> {
  const [exchange, lessonProblems] = await Promise.all([
    import('../../messages/en/exchange.json'),
    import('../../messages/en/lesson-problems.json'),
  ]);
  const messages: Messages = { exchange: exchange.default, lessonProblems: lessonProblems.default };
  const t = createTranslator({ locale, messages, namespace: 'exchange' });
  const ofCompiler = createTranslator({ locale, messages, namespace: 'lessonProblems' });
  return {
    sentence: ({ code, params, problem }) =>
      t(code, problem === undefined ? params : { ...params, problem: ofCompiler(problem.code, problem.params) }),
    problem: ({ code, params }) => ofCompiler(code, params),
    format: (format) => t(`format.${format.replaceAll('.', '-')}`),
    readAs: t('encoding.as'),
    encoding: (encoding) => t(`encoding.${encoding}`),
    place: ({ unit, number, file }) =>
      file === undefined
        ? t(`at.${unit}`, { number: String(number) })
        : t('at.lineOf', { file, number: String(number) }),
  };
}
