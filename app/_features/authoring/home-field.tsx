/** Into which bank or catalogue something new goes; where there is one only, nothing is asked. */
import type { Homes } from '../../../domain/homes.ts';
import { SelectField } from '../../_ui/select-field.tsx';

interface HomeFieldProps {
  label: string;
  /** what one's own is called */
  own: string;
  homes: Homes;
  /** a course; empty: one's own */
  value: string;
  onPick(courseId: string): void;
}

export function HomeField({ label, own, homes, value, onPick }: HomeFieldProps) {
  const options = [
    ...(homes.own ? [{ value: '', label: own }] : []),
    ...homes.courses.map(({ id, title }) => ({ value: id, label: title })),
  ];
  if (options.length < 2) return null;
  return (
    <div className="max-w-sm">
      <SelectField wide label={label} value={value} options={options} onChange={({ target }) => onPick(target.value)} />
    </div>
  );
}
