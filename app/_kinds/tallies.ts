/** How a class answered, where a kind shows that in a picture above the counts. */
import type { ComponentType } from 'react';
import type { QuestionKind } from '../../domain/question.ts';
import { PointTallies } from './point/tallies.tsx';
import type { TalliesProps } from './tallies-props.ts';

export const talliesKinds: { readonly [K in QuestionKind]?: ComponentType<TalliesProps> } = { point: PointTallies };
