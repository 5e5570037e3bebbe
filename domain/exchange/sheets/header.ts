/** Which column of a sheet says what, by the names in its header: English and those of six other languages. */
import type { Cell, Row } from './table.ts';

export interface Columns {
  /** the row of the header, from 0 */
  row: number;
  question: number;
  answers: readonly number[];
  /** the first of the answers is the right one */
  rightFirst: boolean;
  correct: number | null;
  time: number | null;
  type: number | null;
  explanation: number | null;
  image: number | null;
}

const NAMES = {
  question: /^(?:question(?: text)?|frage(?:text)?|pregunta|domanda|vraag|pergunta|texte de la question)$/,
  answer:
    /^(?:answer|option|choice|antwort|reponse|respuesta|opcion|risposta|opzione|antwoord|optie|resposta|opcao) ?(\d{1,2}|[a-f])$/,
  right: /^correct answer$/,
  wrong: /^incorrect answer ?\d$/,
  correct:
    /^(?:correct(?: answers?)?|right answers?|richtige antwort(?:en)?|bonnes? reponses?|respuestas? correctas?|rispost[ae] corrett[ae]|juiste? antwoord(?:en)?|respostas? (?:correta|certa)s?)$/,
  time: /^(?:time(?: limit| in seconds)?|zeit(?:limit)?|temps(?: limite)?|tiempo(?: limite)?|tempo(?: limite)?|tijd(?:slimiet)?)$/,
  type: /^(?:question type|fragetyp|type de question|tipo de pregunta)$/,
  explanation: /^(?:answer explanation|explanation|erklarung|explication|explicacion|spiegazione|uitleg|explicacao)$/,
  image: /^(?:image(?: link)?|bild|imagen|immagine|afbeelding|imagem)$/,
} as const;

/** Where it says what a number may be, and how long a text, is no part of a name. */
export function nameOf(cell: Cell): string {
  return String(cell ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\s[-–—]\s.*/su, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const FIRST_ROWS = 15;

/** @returns null: no row names a question and its answers */
export function columnsOf(rows: readonly Row[]): Columns | null {
  for (const [row, cells] of rows.slice(0, FIRST_ROWS).entries()) {
    const names = cells.map(nameOf);
    const find = (name: RegExp): number | null => {
      const at = names.findIndex((one) => name.test(one));
      return at < 0 ? null : at;
    };
    const question = find(NAMES.question);
    if (question === null) continue;
    const placed = names.flatMap((name, column) => (NAMES.answer.test(name) ? [column] : []));
    const wrong = names.flatMap((name, column) => (NAMES.wrong.test(name) ? [column] : []));
    const right = find(NAMES.right);
    const rightFirst = placed.length === 0 && right !== null && wrong.length > 0;
    const answers = rightFirst ? [right, ...wrong] : placed;
    if (answers.length === 0) continue;
    const others = { correct: find(NAMES.correct), time: find(NAMES.time), type: find(NAMES.type) };
    return {
      row,
      question,
      answers,
      rightFirst,
      ...others,
      explanation: find(NAMES.explanation),
      image: find(NAMES.image),
    };
  }
  return null;
}
