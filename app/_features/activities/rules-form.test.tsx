// @vitest-environment happy-dom
/** Rules that do not fit together are told at their field, and nothing is sent; those that do are sent as they were meant. */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type ActivitySettings, USUAL_SETTINGS } from '../../../domain/activities/settings.ts';
import activities from '../../../messages/en/activities.json' with { type: 'json' };
import common from '../../../messages/en/common.json' with { type: 'json' };
import { RulesForm } from './rules-form.tsx';

const usualZone = process.env.TZ;
beforeEach(() => {
  process.env.TZ = 'Europe/Berlin';
});
afterEach(() => {
  cleanup();
  process.env.TZ = usualZone;
});

const onSave = vi.fn<(settings: ActivitySettings) => void>();
function show(settings: Partial<ActivitySettings> = {}, isQuiz = true, zone: string | null = null): void {
  onSave.mockReset();
  render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ activities, common }}>
      <RulesForm
        settings={{ ...USUAL_SETTINGS, ...settings }}
        isQuiz={isQuiz}
        zone={zone}
        busy={false}
        refused={{ error: undefined, field: undefined }}
        onSave={onSave}
      />
    </NextIntlClientProvider>,
  );
}
const fill = (label: string, value: string): void =>
  act(() => void fireEvent.change(screen.getByLabelText(label), { target: { value } }));
const save = (): void => act(() => void fireEvent.click(screen.getByRole('button', { name: 'Save' })));

it('sends moments of the zone in which they were written, and tells them in words with their year', () => {
  show();
  fill('Opens', '2027-07-01T08:00');
  fill('Due', '2027-07-05T18:00');
  fill('Closes', '2027-07-05T18:00');
  expect(document.body.textContent).toMatch(/1 July 2027|July 1, 2027/);
  fill('Time limit in minutes', ' 45 ');
  save();
  expect(onSave).toHaveBeenCalledExactlyOnceWith({
    ...USUAL_SETTINGS,
    opensAt: '2027-07-01T06:00:00.000Z',
    dueAt: '2027-07-05T16:00:00.000Z',
    closesAt: '2027-07-05T16:00:00.000Z',
    minutes: 45,
  });
});

it('takes a date by the clock of the class, also while what can be chosen has not come yet', () => {
  show({}, true, 'Asia/Tokyo');
  fill('Due', '2027-07-05T18:00');
  save();
  expect(onSave).toHaveBeenCalledExactlyOnceWith({ ...USUAL_SETTINGS, dueAt: '2027-07-05T09:00:00.000Z' });
});

it('says at its field what does not fit, until it is changed', () => {
  show({ opensAt: '2027-07-01T06:00:00.000Z', closesAt: '2027-06-01T06:00:00.000Z' });
  save();
  expect(screen.getByLabelText('Closes').getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByRole('alert').textContent).toContain('The dates are not in order');
  fill('Closes', '2027-08-01T08:00');
  expect(screen.queryByRole('alert')).toBeNull();
  fill('Verdicts and right answers are shown', 'afterDue');
  save();
  expect(screen.getByRole('alert').textContent).toContain('a date that is not set');
  fill('Verdicts and right answers are shown', 'atOnce');
  fill('Attempts at each question', 'number');
  fill('How many attempts', '0');
  save();
  expect(screen.getByRole('alert').textContent).toBe('A whole number from 1 to 100.');
  expect(onSave).not.toHaveBeenCalled();
  fill('Attempts at each question', 'free');
  save();
  expect(onSave).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ attempts: 0 }));
});

it('asks of a lesson neither a time limit nor an order', () => {
  show({}, false);
  expect(screen.queryByLabelText('Time limit in minutes')).toBeNull();
  expect(screen.queryByLabelText(/in an order of their own/)).toBeNull();
  expect(screen.queryByLabelText(/options of each question/)).toBeNull();
});
