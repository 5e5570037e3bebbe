'use client';
/** The end: third, then second, then first, and a little confetti of the options' shapes; all at once for who asks for less motion. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ScreenView } from '../../../../../domain/live/views.ts';
import { optionStyle } from '../../../../_features/live/option-style.ts';
import { nameSize, type PodiumSizes, podiumSizes } from './podium-sizes.ts';
import { Together } from './together.tsx';

type Step = NonNullable<ScreenView['podium']>[number];

/** In which order the steps stand, from the left. */
const STANDING = [2, 1, 3];
const PIECES = 40;
/** How much of each half is beside the first step. */
const CLEAR = 0.6;

export function PodiumBoard({ view }: { view: ScreenView }) {
  const t = useTranslations('live');
  const { podium } = view;
  const sizes = podiumSizes(Math.max(0, ...(podium ?? []).map(({ nicknames }) => nicknames.length)));
  return (
    <>
      <h1 className="text-center font-semibold font-serif text-[length:calc(60*var(--u))]">
        {view.phase === 'ended' ? t('screen.over') : t('podium')}
      </h1>
      {podium === null ? (
        <Together together={view.together} />
      ) : podium.length === 0 ? (
        <p className="text-center text-ink-2">{t('screen.nobodyScored')}</p>
      ) : (
        <div className="relative">
          <Confetti />
          <ol className="flex items-end justify-center gap-[calc(24*var(--u))]" aria-label={t('podium')}>
            {STANDING.map((rank) => {
              const step = podium.find((one) => one.rank === rank);
              return step === undefined ? null : <PodiumStep key={rank} step={step} sizes={sizes} />;
            })}
          </ol>
        </div>
      )}
    </>
  );
}

function PodiumStep({ step, sizes }: { step: Step; sizes: PodiumSizes }) {
  const t = useTranslations('live');
  const shared = step.nicknames.length + step.more > 1;
  const fontSize = `calc(${nameSize(step.nicknames, step.rank === 1 ? sizes.first : sizes.others)} * var(--u))`;
  return (
    <li
      value={step.rank}
      className={clsx('wall-step grid w-[calc(520*var(--u))] text-center', `wall-step-${step.rank}`)}
    >
      <span className="grid justify-items-center">
        {step.rank === 1 && <Crown />}
        {step.nicknames.map((nickname) => (
          <bdi
            key={nickname}
            className="line-clamp-2 max-w-full break-words font-semibold leading-tight"
            style={{ fontSize }}
          >
            {nickname === '' ? t('somebody') : nickname}
          </bdi>
        ))}
        {step.more > 0 && <span className="text-ink-2">{t('screen.andMore', { count: step.more })}</span>}
        <span className="pb-[0.4em] text-ink-2 tabular-nums">
          {t(shared ? 'screen.pointsEach' : 'points', { points: step.points })}
        </span>
      </span>
      <span
        className={clsx(
          'grid place-items-start justify-center rounded-t-[calc(24*var(--u))] pt-[calc(20*var(--u))] font-semibold leading-none',
          step.rank === 1
            ? 'bg-violet text-[length:calc(120*var(--u))] text-on-violet'
            : 'border border-line border-b-0 bg-sheet text-[length:calc(90*var(--u))] text-ink',
        )}
        style={{ height: `calc(${sizes.heights[step.rank - 1]} * var(--u))` }}
      >
        {step.rank}
      </span>
    </li>
  );
}

function Crown() {
  return (
    <svg aria-hidden="true" viewBox="0 0 100 62" className="h-[calc(62*var(--u))] w-[calc(100*var(--u))] text-violet">
      <path fill="currentColor" d="M4 10 28 32 50 2 72 32 96 10 90 60H10Z" />
    </svg>
  );
}

/** Falls once, beside the steps and never on words: it begins below the heading, and is drawn behind the names. */
function Confetti() {
  return (
    <div aria-hidden className="wall-confetti">
      {Array.from({ length: PIECES }, (_, index) => {
        const style = optionStyle('ABCD'.charAt(index % 4));
        // spread as the golden ratio spreads: no two beside each other, and the same on every wall
        const spread = (index * 0.618034) % 1;
        // none over the first step: its names reach to the top
        const across = spread < 0.5 ? spread * CLEAR : 1 - (1 - spread) * CLEAR;
        return (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike and never change
            key={index}
            style={{
              insetInlineStart: `${1 + across * 94}%`,
              color: style.background,
              fontSize: `calc(${18 + ((index * 7) % 22)} * var(--u))`,
              animationDelay: `${2.6 + ((index * 37) % 100) / 60}s`,
              // above the steps it does not fall as far as the names
              ['--fall' as string]: `calc(${across > 0.1 && across < 0.9 ? (index * 53) % 60 : 100 + ((index * 53) % 330)} * var(--u))`,
            }}
          >
            {style.shape}
          </span>
        );
      })}
    </div>
  );
}
