/** Prompts and answers side by side, on the wall. */
import type { QuestionViewOf } from '../../../domain/question.ts';
import { Html } from '../../_features/lesson/html.tsx';

export function MatchWall({ asked: { prompts, answers } }: { asked: QuestionViewOf<'match'> }) {
  return (
    <div className="wall-pairs">
      <Side lines={prompts.map(({ number, html }) => ({ mark: `${number}.`, html }))} />
      <Side lines={answers.map(({ letter, html }) => ({ mark: letter, html }))} />
    </div>
  );
}

function Side({ lines }: { lines: readonly { mark: string; html: string }[] }) {
  return (
    <ul className="min-w-0">
      {lines.map(({ mark, html }) => (
        <li key={mark} className="wall-box mb-[0.4em] flex items-baseline gap-[0.6em]">
          <span className="shrink-0 font-semibold text-ink-2 tabular-nums">{mark}</span>
          <Html as="span" html={html} className="min-w-0 font-serif" />
        </li>
      ))}
    </ul>
  );
}
