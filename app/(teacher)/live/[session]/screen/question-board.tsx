/** A question on the wall: while it is read, open, or talked about. */
import { useTranslations } from 'next-intl';
import { askedKind } from '../../../../../domain/kinds/asked.ts';
import type { ScreenView } from '../../../../../domain/live/views.ts';
import { Html } from '../../../../_features/lesson/html.tsx';
import { Distribution } from '../../../../_features/live/distribution.tsx';
import { optionStyle } from '../../../../_features/live/option-style.ts';
import { isCountedByRight, OwnNote } from '../../../../_features/live/own-numbers.tsx';
import { Specimen } from '../../../../_features/live/specimen.tsx';
import { wallOf } from '../../../../_kinds/walls.ts';
import { SaidBoard } from './said-board.tsx';

/** Code and lists are read line by line; a sentence stands in the middle. */
const BY_LINES = /<(?:pre|ul|ol|table)[ >]/;
const LONGEST_IN_THE_MIDDLE = 240;

/** @param beside something is read beside it that stands at the left */
export function Prompt({ html, beside = false }: { html: string; beside?: boolean }) {
  const words = html.replace(/<annotation[\s\S]*?<\/annotation>/g, '').replace(/<[^>]*>/g, '');
  const short = !beside && !BY_LINES.test(html) && words.length <= LONGEST_IN_THE_MIDDLE;
  return <Html html={html} className={short ? 'wall-prompt wall-short' : 'wall-prompt'} />;
}

/** The question of the round, and its options or field. */
export function QuestionBoard({ view }: { view: ScreenView }) {
  const t = useTranslations('live');
  const { question, phase } = view;
  if (question === null) return null;
  const Board = wallOf(question);
  return (
    <>
      {phase === 'discuss' ? (
        <h1 className="wall-head text-center">{t('screen.discuss')}</h1>
      ) : (
        <h1 className="sr-only">{question.title}</h1>
      )}
      <Prompt html={question.promptHtml} beside={askedKind(question).runsCode} />
      <OwnNote view={view} large />
      {isCountedByRight(view) ? null : view.distribution !== null ? (
        <Distribution tallies={view.distribution} question={question} large />
      ) : question.options === null ? (
        phase === 'read' &&
        askedKind(question).opens === 'options' && <p className="text-center text-ink-2">{t('getReady')}</p>
      ) : (
        <ul className="wall-options">
          {question.options.map((option) => {
            const style = optionStyle(option.letter);
            return (
              <li
                key={option.letter}
                className="wall-option"
                style={{ background: style.background, color: style.text }}
              >
                <span className="flex shrink-0 items-center gap-[0.4em] font-semibold">
                  {option.letter} <span aria-hidden>{style.shape}</span>
                </span>
                <Html html={option.html} className="min-w-0 font-serif" />
              </li>
            );
          })}
        </ul>
      )}
      {question.asked !== null && Board !== undefined && <Board asked={question.asked} />}
      <SaidBoard view={view} />
      <Shown view={view} />
    </>
  );
}

/** The answer that the host has put before the class. */
export function Shown({ view }: { view: ScreenView }) {
  const t = useTranslations('live');
  return view.specimen === null ? null : (
    <section aria-label={t('screen.specimen')}>
      <h2 className="wall-head">{t('screen.specimen')}</h2>
      <Specimen answer={view.specimen.answer} large />
    </section>
  );
}
