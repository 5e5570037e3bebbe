'use client';
/** A course by itself: its title and what it is about, its address, and what an admin can do with the whole of it. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '../../../../_client/use-command.ts';
import type { Tree } from '../../../../_data/courses.ts';
import { Button, ButtonLink } from '../../../../_ui/button.tsx';
import { Chip } from '../../../../_ui/chip.tsx';
import { Named } from './named.tsx';
import type { Said } from './said.ts';
import { TitleField } from './title-field.tsx';
import type { TreeWork } from './tree-work.ts';

interface CourseHeadProps {
  work: TreeWork;
  course: Tree;
  manages: boolean;
  said: Said;
}

export function CourseHead({ work, course, manages, said }: CourseHeadProps) {
  const t = useTranslations('desk.tree');
  const router = useRouter();
  const { busy, error, send } = useCommand();
  const { id, title, slug, description, fromFile, archived } = course;
  const thing = { of: 'course', id } as const;
  const copy = async (): Promise<void> => {
    const made = await send('courses.duplicate', { thing, title: t('copyTitle', { title }) });
    if (made !== undefined) router.push(`/admin/courses/${made.thing.id}`);
  };
  const isDescribed = work.open?.id === id && work.open.what === 'description';
  return (
    <header data-thing={id} className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Named work={work} thing={{ ...thing, title, slug }} path="/courses/">
          <h1 className="min-w-0 break-words font-semibold font-serif text-[34px] leading-tight">
            <bdi>{title}</bdi>
          </h1>
          {fromFile && <Chip>{t('fromFile')}</Chip>}
          {archived && <Chip tone="wait">{said.isArchived}</Chip>}
        </Named>
      </div>
      {isDescribed ? (
        <TitleField
          label={t('describe')}
          value={description}
          maxLength={2_000}
          act={t('save')}
          busy={work.busy}
          error={work.isAtField ? work.error : undefined}
          onTake={(text) => work.describe(description, text)}
          onLeave={() => work.close(id)}
        />
      ) : (
        description !== '' && (
          <p dir="auto" className="text-ink-2">
            {description}
          </p>
        )
      )}
      <p className="text-[14px] text-ink-2">
        {said.classes} {archived && said.archived}
      </p>
      {fromFile && <p className="max-w-[70ch] text-[14px] text-ink-2">{said.fromFile}</p>}
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" onClick={() => work.show({ id, what: 'title' })}>
          {t('rename')}
        </Button>
        <Button size="small" onClick={() => work.show({ id, what: 'description' })}>
          {t('describe')}
        </Button>
        <Button size="small" onClick={() => work.show({ id, what: 'address' })}>
          {t('address')}
        </Button>
        {manages && (
          <>
            <Button size="small" idle={busy} onClick={() => void copy()}>
              {t(busy ? 'copying' : 'duplicate')}
            </Button>
            <Button
              size="small"
              look="quiet"
              idle={work.busy}
              onClick={() => void work.archive(thing, title, !archived)}
            >
              {t(archived ? 'bringBack' : 'archive')}
            </Button>
          </>
        )}
        <ButtonLink size="small" look="quiet" href={`/courses/${slug}`} prefetch={false}>
          {said.see}
        </ButtonLink>
        <ButtonLink size="small" look="quiet" href={`/admin/courses/${id}/export`} prefetch={false}>
          {said.takeOut}
        </ButtonLink>
        {manages && (
          <ButtonLink size="small" look="quiet" href={`/admin/courses/${id}/editors`} prefetch={false}>
            {said.editors}
          </ButtonLink>
        )}
        {error !== undefined && (
          <span role="alert" className="text-[14px] text-wrong">
            {error}
          </span>
        )}
      </div>
    </header>
  );
}
