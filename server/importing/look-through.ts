/**
 * What of a file that was read can only be seen by taking it apart: whether its pictures can be decoded, and whether each variant of its
 * questions can be asked. What is found stands at its line; what there is no time for is said there too, and shows when it is taken.
 */
import type { Preview, PreviewItem } from '../../domain/exchange/preview.ts';
import { type Remark, remark } from '../../domain/exchange/remark.ts';
import type { WrongVariant } from '../../domain/lesson/variants.ts';
import type { Question } from '../../domain/question.ts';
import { AT_ONCE, mostOf, wrongFrom } from '../compiling/variants.ts';
import { LOOKING } from '../pictures/look-at-pictures.ts';
import { saidOfPictures, UNSEEN } from './said-of-pictures.ts';

interface Looking {
  /** of a picture that is stored here already nothing has to be asked */
  isStored?(bytes: Uint8Array): boolean;
  /** for the variants of all questions together */
  variantsMs?: number;
  pictures?: typeof LOOKING;
}

const VARIANTS_MS = 6_000;

/** The same with what was found at its lines. */
export async function lookedThrough(
  preview: Preview,
  { isStored = () => false, variantsMs = VARIANTS_MS, pictures = LOOKING }: Looking = {},
): Promise<Preview> {
  const ofPictures = await picturesOf(preview.items, isStored, pictures);
  const ofVariants = await variantsOf(
    preview.items.map(({ question }, place) => (ofPictures.get(place)?.wrong === undefined ? question : null)),
    Date.now() + variantsMs,
  );
  const items = preview.items.map((item, place): PreviewItem => {
    const [one, other] = [ofPictures.get(place), ofVariants.get(place)];
    const wrong = one?.wrong ?? other?.wrong;
    if (wrong !== undefined) return { ...item, ...NOT_TAKEN, remarks: [wrong] };
    const unseen = [...(one?.unseen ?? []), ...(other?.unseen ?? [])];
    return unseen.length === 0 ? item : { ...item, remarks: [...item.remarks, ...unseen] };
  });
  return { ...preview, items };
}

const NOT_TAKEN = { kind: null, taken: false, document: null, question: null } as const;

/** Of a line: why it cannot be taken, or what of it nobody has looked at. */
interface Found {
  wrong?: Remark;
  unseen?: Remark[];
}

async function picturesOf(
  items: readonly PreviewItem[],
  isStored: (bytes: Uint8Array) => boolean,
  limits: typeof LOOKING,
): Promise<Map<number, Found>> {
  const shown = items.flatMap(({ taken, pictures }, place) =>
    taken ? pictures.map((picture) => ({ place, picture })) : [],
  );
  const said = await saidOfPictures(
    shown.map(({ picture }) => picture),
    isStored,
    limits,
  );
  const found = new Map<number, Found>();
  for (const { place, picture } of shown) {
    const one = said(picture);
    if (one === null) continue;
    const { wrong, unseen = [] } = found.get(place) ?? {};
    found.set(place, one.code === UNSEEN ? { wrong, unseen: [...unseen, one] } : { wrong: wrong ?? one, unseen });
  }
  return found;
}

/** Some of each in turn: the edges come first, so that all questions have had theirs before one has all of its own. */
async function variantsOf(questions: readonly (Question | null)[], until: number): Promise<Map<number, Found>> {
  const found = new Map<number, Found>();
  let open = questions.flatMap((question, place) =>
    question?.key.variants === undefined ? [] : [{ question, place }],
  );
  for (let from = 0; open.length > 0; from += AT_ONCE) {
    for (const { question, place } of open) {
      const wrong = Date.now() < until ? await wrongFrom(question, from) : undefined;
      if (wrong === undefined) found.set(place, { unseen: [remark('variants.unseen', { looked: from })] });
      else if (wrong !== null) found.set(place, { wrong: ofVariant(wrong) });
    }
    open = open.filter(({ question, place }) => !found.has(place) && from + AT_ONCE < mostOf(question));
  }
  return found;
}

function ofVariant({ values, problems: [problem] }: WrongVariant): Remark {
  const said = values === '' ? remark('item.check') : remark('variants.wrong', { values });
  return problem === undefined ? said : { ...said, problem };
}
