/** One of the pictures, in the colours of the page; the other one is not loaded. */
import clsx from 'clsx';
import { COLOURS, SHOT_SIZE, type Shot, shotPath } from './shots.ts';

export function ShotFigure({ shot, shows }: { shot: Shot; shows: string }) {
  return COLOURS.map((colours) => (
    // biome-ignore lint/performance/noImgElement: a file of ours, made in the size in which it is shown
    <img
      key={colours}
      src={shotPath(shot, colours)}
      alt={shows}
      loading="lazy"
      {...SHOT_SIZE}
      className={clsx(
        'mt-4 h-auto w-full max-w-[560px] rounded-[10px] border border-line',
        colours === 'dark' ? 'hidden dark:block' : 'dark:hidden',
      )}
    />
  ));
}
