/** What is right in an item of QTI 2: the correct response, and what each response is worth where that is what counts. */
import { all, first, textIn, within, type Xml } from '../xml.ts';
import { rulesOn } from './rules.ts';

export interface Response {
  id: string;
  baseType: string;
  correct: readonly string[];
  /** null: all of what is correct, or nothing */
  mapped: ReadonlyMap<string, number> | null;
  /** of what is not mapped */
  unmapped: number;
  /** capitals count; they do unless an entry says otherwise */
  capitals: boolean;
}

/** Its declared responses by their names. */
export function responsesOf(item: Xml): Map<string, Response> {
  const counts = usesMapping(item);
  return new Map(
    all(item, 'responseDeclaration').map((declaration) => {
      const mapping = first(declaration, 'mapping');
      const entries = all(mapping, 'mapEntry');
      const id = declaration.attributes.identifier ?? '';
      const read: Response = {
        id,
        baseType: declaration.attributes.baseType ?? 'string',
        correct: all(first(declaration, 'correctResponse'), 'value').map((value) => textIn(value).trim()),
        mapped:
          counts && mapping !== undefined
            ? new Map(
                entries.map(({ attributes }) => [
                  (attributes.mapKey ?? '').trim(),
                  Number((attributes.mappedValue ?? '0').trim()),
                ]),
              )
            : null,
        unmapped: Number(mapping?.attributes.defaultValue ?? 0),
        capitals: !entries.some(({ attributes }) => attributes.caseSensitive === 'false'),
      };
      return [id, read] as const;
    }),
  );
}

const TEMPLATE = /(match_correct|map_response|map_response_point)(?:\.xml)?$/;

function usesMapping(item: Xml): boolean {
  const processing = first(item, 'responseProcessing');
  const template = TEMPLATE.exec(processing?.attributes.template ?? '')?.[1];
  return template === 'map_response' || within(processing, 'mapResponse').length > 0;
}

/** Neither of the usual ways: rules of its own, of which only the correct response can be taken. */
export function hasOwnRules(item: Xml): boolean {
  const processing = first(item, 'responseProcessing');
  if (processing === undefined || TEMPLATE.test(processing.attributes.template ?? '')) return false;
  const usual = within(processing, /^(?:mapResponse|correct|equal|match)$/);
  const isRead = [...responsesOf(item).values()].some(({ id, correct }) => rulesOn(item, id, correct[0]) !== null);
  return usual.length === 0 && !isRead;
}
