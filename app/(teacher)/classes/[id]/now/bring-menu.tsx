'use client';
/** Where everybody is brought: a section or a question of what the class was given. */
import { useTranslations } from 'next-intl';
import { Popover } from 'radix-ui';
import { useId, useState } from 'react';
import type { GivenPlaces } from '../../../../../domain/class-now/work.ts';
import { Button } from '../../../../_ui/button.tsx';

interface BringMenuProps {
  given: readonly GivenPlaces[];
  onBring(to: { lessonId: string; section: string | null }): Promise<void>;
}

export function BringMenu({ given, onBring }: BringMenuProps) {
  const t = useTranslations('now.desk');
  const id = useId();
  const [open, setOpen] = useState(false);
  const [lessonId, setLessonId] = useState(given[0]?.id);
  const lesson = given.find((one) => one.id === lessonId) ?? given[0];
  if (lesson === undefined) return null;
  const bring = (section: string | null): void => {
    setOpen(false);
    void onBring({ lessonId: lesson.id, section });
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button>
          <span aria-hidden className="along">
            ➜
          </span>{' '}
          {t('bring')}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          collisionPadding={16}
          sideOffset={4}
          aria-label={t('bringTitle')}
          className="z-60 grid max-h-(--radix-popover-content-available-height) w-[min(26rem,calc(100vw-2rem))] grid-cols-[minmax(0,1fr)] gap-3 overflow-y-auto rounded-2 border border-line bg-sheet px-4 py-4 text-[14px] shadow-sheet outline-none"
        >
          {given.length > 1 && (
            <label htmlFor={id} className="grid gap-1.5 font-[550]">
              {t('lesson')}
              <select
                id={id}
                value={lesson.id}
                onChange={({ target }) => setLessonId(target.value)}
                className="min-h-10 rounded-[10px] border border-line bg-sheet px-2 font-normal"
              >
                {given.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.title}
                  </option>
                ))}
              </select>
            </label>
          )}
          <ul className="grid gap-px">
            <Place words={t('beginning')} onChoose={() => bring(null)} />
            {lesson.sections.map((section) => (
              <Place key={section.id} words={section.text} onChoose={() => bring(section.id)} />
            ))}
            {lesson.questions.map((question) => (
              <Place
                key={question.id}
                words={`${t('question', question)} · ${question.title}`}
                onChoose={() => bring(question.id)}
              />
            ))}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Place({ words, onChoose }: { words: string; onChoose(): void }) {
  return (
    <li>
      <button
        type="button"
        dir="auto"
        onClick={onChoose}
        className="min-h-9 w-full rounded-[8px] px-2.5 py-1.5 text-start hover:bg-fill"
      >
        {words}
      </button>
    </li>
  );
}
