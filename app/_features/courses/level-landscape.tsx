/**
 * A level as a landscape with its path: what is begun, done, open and still to come, by shape as well as by colour. Drawn on the
 * server. It can be touched; who reads lists, or goes by keys, has the same as a list below.
 */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { contours, HEIGHT, pathBetween, spotsOf, WIDTH, walked } from './landscape.ts';
import { UnwrittenPlaces } from './unwritten-places.tsx';
import { type PlaceWithPoints, WrittenPlaces } from './written-places.tsx';

const RADIUS = 11;
const AROUND = 2 * Math.PI * (RADIUS / 2);

type Kind = 'done' | 'begun' | 'open' | 'later';

function kindOf({ href, progress }: PlaceWithPoints): Kind {
  if (href === null) return 'later';
  if (progress === null) return 'open';
  return progress >= 1 ? 'done' : 'begun';
}

export function LevelLandscape({ places }: { places: readonly PlaceWithPoints[] }) {
  const t = useTranslations('home.map');
  const spots = spotsOf(places.length);
  const reached = places.findLastIndex((place) => place.current || place.progress !== null);
  const way = walked(
    spots,
    places.map(({ href }) => href !== null),
    reached,
  );
  const kinds = new Set(places.map(kindOf));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden className="h-auto w-full">
        {contours.map(({ rx, ry }) => (
          <ellipse
            key={rx}
            cx={WIDTH / 2}
            cy={HEIGHT / 2}
            rx={rx}
            ry={ry}
            className="fill-violet/[0.035] stroke-line"
          />
        ))}
        <path
          d={pathBetween(spots, 0, spots.length - 1)}
          fill="none"
          strokeDasharray="1.5 5"
          strokeWidth="1.8"
          strokeLinecap="round"
          className="stroke-ink-3"
        />
        {way !== '' && <path d={way} fill="none" strokeWidth="2.4" className="stroke-violet" />}
        {places.map((place, index) => {
          const { x, y } = spots[index] ?? { x: 0, y: 0 };
          const spot = <Spot place={place} />;
          return (
            <g key={place.number} transform={`translate(${x} ${y})`}>
              {place.href === null ? (
                spot
              ) : (
                <a href={place.href} tabIndex={-1}>
                  <title>{`${place.number} ${place.title}`}</title>
                  {spot}
                </a>
              )}
            </g>
          );
        })}
      </svg>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-[13px] text-ink-3">
        {(['done', 'begun', 'open', 'later'] as const)
          .filter((kind) => kinds.has(kind))
          .map((kind) => (
            <span key={kind} className="inline-flex items-center gap-1.5">
              <svg viewBox="-12 -12 24 24" aria-hidden className="size-4">
                <Sign kind={kind} progress={0.5} />
              </svg>
              {t(kind)}
            </span>
          ))}
      </p>
      <details className="text-[14px]">
        <summary className="min-h-6 cursor-pointer text-ink-2 hover:text-ink">{t('list')}</summary>
        <WrittenPlaces className="mt-2" places={places} />
        <UnwrittenPlaces className="mt-1" places={places.filter(({ href }) => href === null)} />
      </details>
    </div>
  );
}

function Spot({ place }: { place: PlaceWithPoints }) {
  const kind = kindOf(place);
  return (
    <>
      {place.current && <circle r={RADIUS + 5} className="fill-violet/20" />}
      <Sign kind={kind} progress={place.progress ?? 0} />
      {kind !== 'done' && (
        <text
          textAnchor="middle"
          dy="0.36em"
          className={clsx(
            'text-[11px]',
            kind === 'later' ? 'fill-ink-3' : 'fill-ink font-semibold',
            place.href !== null && 'hover:fill-violet-ink',
          )}
        >
          {place.number}
        </text>
      )}
    </>
  );
}

function Sign({ kind, progress }: { kind: Kind; progress: number }) {
  if (kind === 'done')
    return (
      <>
        <circle r={RADIUS} className="fill-violet" />
        <path
          d="M-4.5 0.4 -1.4 3.6 4.8 -3.6"
          fill="none"
          strokeWidth="2.2"
          strokeLinecap="round"
          strokeLinejoin="round"
          className="stroke-on-violet"
        />
      </>
    );
  return (
    <>
      <circle
        r={RADIUS}
        strokeWidth={kind === 'begun' ? 2 : 1.5}
        strokeDasharray={kind === 'later' ? '2.2 2.6' : undefined}
        className={clsx('fill-sheet', kind === 'begun' ? 'stroke-violet' : 'stroke-ink-3')}
      />
      {kind === 'begun' && (
        <circle
          r={RADIUS / 2}
          fill="none"
          strokeWidth={RADIUS}
          strokeDasharray={`${Math.max(0.06, progress) * AROUND} ${AROUND}`}
          transform="rotate(-90)"
          className="stroke-violet/30"
        />
      )}
    </>
  );
}
