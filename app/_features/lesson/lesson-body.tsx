/** A lesson's body in its order: prose, figures, and a slot for each question. */
import { Fragment, type ReactNode } from 'react';
import type { Block } from '../../../domain/lesson/compiled.ts';
import { DrawnFigureFrame } from '../figures/figure.tsx';
import { Figure } from './figures/figure.tsx';
import { Html } from './html.tsx';

interface LessonBodyProps {
  body: readonly Block[];
  /** what stands in the place of a question */
  question(id: string): ReactNode;
}

export function LessonBody({ body, question }: LessonBodyProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-7">
      {body.map((block, index) => (
        // a question keeps its card, wherever a new version puts it; the other blocks hold nothing
        <Fragment key={block.type === 'question' ? block.id : index}>
          {block.type === 'html' && <Html html={block.html} className="lesson-prose" />}
          {block.type === 'figure' && <Figure figure={block.figure} />}
          {block.type === 'drawing' && (
            <figure>
              <DrawnFigureFrame figure={block.drawing.figure} />
              {block.drawing.captionHtml !== '' && (
                <Html
                  as="figcaption"
                  html={block.drawing.captionHtml}
                  className="lesson-prose lesson-small mt-2.5 text-ink-2"
                />
              )}
            </figure>
          )}
          {block.type === 'question' && question(block.id)}
        </Fragment>
      ))}
    </div>
  );
}
