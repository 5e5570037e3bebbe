'use client';
/** Something is put into a plane: dragged, moved by keys, or typed as coordinates; of paths one is pressed or picked. */
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { AnswerOf } from '../../../domain/answer.ts';
import { held } from '../../../domain/figures/held.ts';
import { fieldsOf, hasTwo, type PutField as Name } from '../../../domain/kinds/point/asked.ts';
import { drawnOf, placesIn } from '../../../domain/kinds/point/drawn.ts';
import type { Pair } from '../../../domain/kinds/point/lines.ts';
import { coordinate } from '../../../domain/kinds/point/put.ts';
import type { QuestionViewOf } from '../../../domain/question.ts';
import type { FieldProps } from '../../_features/lesson/card-types.ts';
import { Coordinates } from './coordinates.tsx';
import { Drawing } from './drawing.tsx';
import { PutHandle, placeOf } from './handle.tsx';
import { PathField } from './path-field.tsx';
import { PutPlane } from './plane.tsx';

export function PutField(props: FieldProps<'point'>) {
  return props.question.form === 'path' ? <PathField {...props} /> : <Places {...props} />;
}

function Places({ question, answer, onChange, verdict, disabled, labelledBy }: FieldProps<'point'>) {
  const t = useTranslations('lesson.point');
  const id = useId();
  const { within, snap } = question;
  const places = placesIn(question, answer, coordinate);
  const starts = startsOf(question);
  const names = namesOf(question);
  const write = (fields: AnswerOf<'point'>['put']): void =>
    onChange({ kind: 'point', put: { ...answer.put, ...fields } });
  const put = (index: number, to: Pair): void => {
    const [x, y] = held({ within, snap }, to);
    write({ [nameOf(question, 'x', index)]: String(x), [nameOf(question, 'y', index)]: String(y) });
  };
  /** What is not put yet goes there; of what is, the nearer one. */
  const press = (to: Pair): void => {
    const free = places.indexOf(null);
    const far = places.map((at) => (at === null ? Number.POSITIVE_INFINITY : Math.hypot(at[0] - to[0], at[1] - to[1])));
    put(free >= 0 ? free : far.indexOf(Math.min(...far)), to);
  };
  return (
    <section aria-labelledby={labelledBy} className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <PutPlane question={question} onPress={(box, svg, at) => !disabled && press(placeOf(box, svg, at))}>
        {(box, seen, svg) => {
          const drawn = drawnOf(question, places, seen);
          return (
            <>
              {drawn !== null && drawn.is !== 'dot' && <Drawing marked={[{ drawn, look: 'accent' }]} box={box} />}
              {places.map((at, index) => (
                <PutHandle
                  key={nameOf(question, 'x', index)}
                  name={t(names[index] ?? 'point')}
                  at={at}
                  start={starts[index] ?? [0, 0]}
                  {...{ box, svg, disabled }}
                  put={(to) => put(index, to)}
                  step={snap}
                />
              ))}
            </>
          );
        }}
      </PutPlane>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        {places.map((_, index) => (
          <Coordinates
            key={nameOf(question, 'x', index)}
            id={`${id}-${index}`}
            what={t(names[index] ?? 'point')}
            question={question}
            names={[nameOf(question, 'x', index), nameOf(question, 'y', index)]}
            put={answer.put}
            onChange={write}
            invalid={verdict !== null && verdict.result !== 'pass'}
            disabled={disabled}
          />
        ))}
        {!disabled && <p className="basis-full text-[13px] text-ink-3">{t('how')}</p>}
      </div>
    </section>
  );
}

function nameOf(question: QuestionViewOf<'point'>, axis: 'x' | 'y', index: number): Name {
  return fieldsOf(question)[2 * index + (axis === 'x' ? 0 : 1)] ?? axis;
}

function namesOf({ form, from }: QuestionViewOf<'point'>): ('point' | 'tip' | 'tail' | 'first' | 'second')[] {
  if (form === 'line') return ['first', 'second'];
  if (form === 'point') return ['point'];
  return from === null ? ['tail', 'tip'] : ['tip'];
}

/** Where handles wait before anything is put: apart from each other, and from a tail. */
function startsOf(question: QuestionViewOf<'point'>): Pair[] {
  const { within, snap, from, form } = question;
  const at = (part: number): Pair => {
    const [x = 0, y = 0] = within.map(([low, high], axis) => low + (high - low) * (axis === 0 ? part : 0.5));
    return held({ within, snap }, [x, y]);
  };
  if (hasTwo(question)) return [at(1 / 3), at(2 / 3)];
  const [middle, aside] = [at(1 / 2), at(3 / 4)];
  return [
    form === 'arrow' && from !== null && Math.hypot(middle[0] - from[0], middle[1] - from[1]) < snap ? aside : middle,
  ];
}
