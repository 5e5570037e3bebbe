/** Parts of a list, each by its address: the first one is what the list shows of itself. */
import { ButtonLink } from './button.tsx';

interface ShelvesProps<S extends string> {
  label: string;
  path: string;
  shelves: readonly S[];
  shown: S;
  nameOf(shelf: S): string;
}

export function Shelves<S extends string>({ label, path, shelves, shown, nameOf }: ShelvesProps<S>) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-2 text-[14px]">
      {shelves.map((one, index) => (
        <ButtonLink
          key={one}
          size="small"
          look={one === shown ? 'plain' : 'quiet'}
          aria-current={one === shown ? 'page' : undefined}
          href={index === 0 ? path : `${path}?of=${one}`}
          prefetch={false}
        >
          {nameOf(one)}
        </ButtonLink>
      ))}
    </nav>
  );
}
