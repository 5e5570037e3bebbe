'use client';
/** What the class said to a question without a key: looked through by its teacher, and then shown to the class as it was left. */
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import type { MarkCommand } from '../../../../domain/live/sayings.ts';
import type { Board } from '../../../../domain/results/board-wire.ts';
import type { SaidByOptions, SaidInWords } from '../../../../server/features/board/said.ts';
import { calls } from '../../../_client/calls.ts';
import { useCommand } from '../../../_client/use-command.ts';
import { useRead } from '../../../_client/use-read.ts';
import { Html } from '../../../_features/lesson/html.tsx';
import { optionStyle } from '../../../_features/live/option-style.ts';
import { SaidShown } from '../../../_features/live/said-shown.tsx';
import { Sayings } from '../../../_features/live/sayings.tsx';
import { BDI } from '../../../_i18n/bdi.tsx';
import { Button } from '../../../_ui/button.tsx';
import { WallDialog } from '../../../_ui/sheet-dialog.tsx';

interface SaidAnswersProps {
  classId: string;
  lessonId: string;
  question: Board['questions'][number];
  /** another one: somebody has said something else */
  changedBy: string;
  /** whether a screen of this class shows names, and its teacher wants to see some now */
  showNames: boolean;
  nameOf(id: string): string;
  /** instead, where the question has a key: it may be worth nothing all the same */
  children: ReactNode;
}

export function SaidAnswers({ classId, lessonId, question, changedBy, showNames, nameOf, children }: SaidAnswersProps) {
  const t = useTranslations('desk.board');
  const common = useTranslations('common');
  const asked = { classId, lessonId, questionId: question.id };
  const { seen, refused, again } = useRead(['said', asked], () => calls.board.said.mutate(asked), { changedBy });
  const { error, send } = useCommand();
  const [onWall, setOnWall] = useState(false);
  const mark = async (order: MarkCommand): Promise<void> => {
    await send('board.markSaid', { ...asked, order });
    // what was refused may have been done by somebody else
    await again();
  };
  const said = seen?.said ?? null;
  if (seen?.said === null) return children;
  const isEmpty = said !== null && said.as !== 'poll' && said.entries.length === 0;
  return (
    <section
      aria-label={t('said')}
      className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-2 border border-line bg-sheet p-5"
    >
      <h2 className="font-semibold text-[15px]">{t.rich('saidTo', { title: question.title, ...BDI })}</h2>
      {seen === undefined && !refused && <p className="text-[14px] text-ink-2">{common('loading')}</p>}
      {(refused || error !== undefined) && (
        <p role="alert" className="text-[14px] text-wrong">
          {error ?? t('saidRefused')}
        </p>
      )}
      {said !== null && (
        <p>
          <Button size="small" idle={isEmpty} onClick={() => setOnWall(true)}>
            {t('saidWall')}
          </Button>
        </p>
      )}
      {said?.as === 'poll' && <Counts said={said} />}
      {said !== null && said.as !== 'poll' && (
        <Sayings said={named(said, nameOf)} round={0} onCommand={(order) => void mark(order)} />
      )}
      {onWall && said !== null && (
        <WallDialog title={<bdi>{question.title}</bdi>} onClose={() => setOnWall(false)}>
          <div className="said-wall">
            {said.as === 'poll' ? <Counts said={said} /> : <Words said={shown(said, showNames, nameOf)} />}
          </div>
        </WallDialog>
      )}
    </section>
  );
}

const named = (said: SaidInWords, nameOf: (id: string) => string) => ({
  ...said,
  entries: said.entries.map((entry) => ({ ...entry, by: entry.by.map(nameOf) })),
});

/** What the class sees: nothing that is hidden, and names only where it is used to them. */
function shown(said: SaidInWords, showNames: boolean, nameOf: (id: string) => string) {
  const { as, entries } = named(said, nameOf);
  const seen = entries.filter(({ hidden }) => !hidden);
  return {
    as,
    entries: seen.map(({ text, count, by, group }) => ({ text, count, by: showNames ? by : [], group })),
  };
}

function Words({ said }: { said: ReturnType<typeof shown> }) {
  const t = useTranslations('live.open');
  return said.entries.length === 0 ? <p className="text-ink-2">{t('none')}</p> : <SaidShown said={said} />;
}

/** The options of a poll, each with how many chose it. */
function Counts({ said }: { said: SaidByOptions }) {
  const most = Math.max(1, ...said.options.map(({ count }) => count));
  return (
    <ul className="grid grid-cols-[minmax(0,1fr)] gap-[0.7em]">
      {said.options.map(({ letter, html, count }) => {
        const { background, text } = optionStyle(letter);
        return (
          <li
            key={letter}
            className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-[0.7em] gap-y-[0.3em]"
          >
            <span
              className="grid size-[1.8em] place-items-center rounded-[0.4em] font-semibold"
              style={{ background, color: text }}
            >
              {letter}
            </span>
            <Html html={html} className="min-w-0" />
            <span className="tabular-nums">{count}</span>
            <span
              aria-hidden
              className="col-span-3 block h-[0.4em] min-w-1 rounded-full"
              style={{ width: `${(count / most) * 100}%`, background }}
            />
          </li>
        );
      })}
    </ul>
  );
}
