// @vitest-environment happy-dom
/** What cannot be undone asks, is not done when it was not meant, and is done once when it was. */
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { USUAL_SETTINGS } from '../domain/activities/settings.ts';
import type { Phase } from '../domain/live/state.ts';
import { DEFAULT_SETTINGS, openingState } from '../domain/live/state.ts';
import { hostViewOf } from '../domain/live/view/host.ts';
import activities from '../messages/en/activities.json' with { type: 'json' };
import common from '../messages/en/common.json' with { type: 'json' };
import desk from '../messages/en/desk.json' with { type: 'json' };
import live from '../messages/en/live.json' with { type: 'json' };
import { JOIN, playedRound, roomOf } from '../tests/support/live-questions.ts';
import { PeopleContext, PersonAround, usePersonActs } from './(admin)/admin/people/person-row.tsx';
import { LessonRow } from './(teacher)/classes/[id]/lessons/lesson-row.tsx';
import { StudentRow } from './(teacher)/classes/[id]/people/student-row.tsx';
import { People } from './(teacher)/live/[session]/host/people.tsx';

const { send } = vi.hoisted(() => ({ send: vi.fn() }));
vi.mock('./_client/use-command.ts', () => ({ useCommand: () => ({ busy: false, error: undefined, send }) }));
afterEach(() => {
  cleanup();
  send.mockReset();
});

const press = (name: string | RegExp, place = within(document.body)): Promise<void> =>
  act(async () => void fireEvent.click(place.getByRole('button', { name })));
function show(page: ReactNode): void {
  send.mockResolvedValue({ ok: true });
  render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ activities, common, desk, live }}>
      {page}
    </NextIntlClientProvider>,
  );
}

const due = '2027-01-15T16:00:00.000Z';
const lesson = {
  ...{ id: 'l', place: 1, title: 'Slopes', slug: 'slopes', activityId: 'a', former: null },
  settings: { ...USUAL_SETTINGS, dueAt: due },
};
const student = {
  ...{ id: 'u', name: 'Ada', login: 'ada', timeFactor: 1, disabled: false },
  ...{ fullName: null, sortName: 'Ada', ofClass: true, ready: true },
};
const account = { id: 'u', name: 'Ada', login: 'ada', role: 'student', since: due, disabled: false } as const;

/** The acts of a row of people, each as a button. */
function Acts() {
  const { changeRole, turn } = usePersonActs();
  return (
    <>
      <button type="button" onClick={() => void changeRole('admin')}>
        Admin
      </button>
      <button type="button" onClick={() => void turn()}>
        Disable
      </button>
    </>
  );
}
const person = (
  <PeopleContext value={{ me: 'me', onLink: () => undefined, onChanged: () => undefined }}>
    <PersonAround row={account}>
      <Acts />
    </PersonAround>
  </PeopleContext>
);
/** Of a room in this phase. */
function seats(phase: Phase, onSeat: (player: string, removed: boolean) => void): ReactNode {
  const state = { ...openingState([{ questionId: 'choice', seconds: 20 }], DEFAULT_SETTINGS), phase };
  const room = roomOf({ ...state, rounds: [playedRound('choice')] }, []);
  return <People view={hostViewOf(room, JOIN)} folded={false} onSeat={onSeat} />;
}

it.each([
  ['A role', person, 'Admin', /Change the role of Ada/, ['people.change', { userId: 'u', role: 'admin' }]],
  ['An account that is closed', person, 'Disable', /Disable Ada/, ['people.change', { userId: 'u', disabled: true }]],
] as const)('%s', async (_, page, button, told, done) => {
  show(page);
  await press(button);
  expect(screen.getByRole('alertdialog').textContent).toMatch(told);
  expect(send).not.toHaveBeenCalled();
  await press('Cancel', within(screen.getByRole('alertdialog')));
  expect(send).not.toHaveBeenCalled();
  await press(button);
  await press(/^(?!Cancel)/, within(screen.getByRole('alertdialog')));
  expect(send).toHaveBeenCalledExactlyOnceWith(...done);
});

it('A student who is taken out of a class: it is said what stays, and whether they may come back', async () => {
  show(
    <StudentRow
      classId="c"
      student={student}
      namesBy="family"
      manages
      onLink={() => undefined}
      onChanged={() => undefined}
    />,
  );
  await press('Take out of the class: Ada');
  const dialog = screen.getByRole('dialog');
  expect(dialog.textContent).toMatch(/stays/);
  expect(send).not.toHaveBeenCalled();
  fireEvent.click(within(dialog).getByRole('checkbox', { name: /may not come back/ }));
  await press('Take out of the class', within(dialog));
  const out = { classId: 'c', userId: 'u', member: false, barred: true };
  expect(send).toHaveBeenCalledExactlyOnceWith('classes.membership', out);
});

it('A player who is taken out of a report; while it is played that is undone at once', async () => {
  const onSeat = vi.fn();
  show(seats('reveal', onSeat));
  await press('Remove Name p1');
  expect(onSeat).toHaveBeenCalledExactlyOnceWith('p1', true);
  cleanup();
  onSeat.mockReset();
  show(seats('ended', onSeat));
  await press('Remove Name p1');
  expect(onSeat).not.toHaveBeenCalled();
  await press('Take out', within(screen.getByRole('alertdialog')));
  expect(onSeat).toHaveBeenCalledExactlyOnceWith('p1', true);
});

it('A lesson that is taken back asks nothing: it is given again as it was by one press', async () => {
  show(<LessonRow classId="c" zone={null} lesson={lesson} />);
  send.mockResolvedValue({ ok: true, activityId: 'a' });
  await press('Take back: Slopes');
  expect(send).toHaveBeenCalledExactlyOnceWith('activities.withdraw', { classId: 'c', lessonId: 'l' });
  await press('Undo');
  expect(send).toHaveBeenLastCalledWith('activities.takeBack', { classId: 'c', activityId: 'a', withdrawn: false });
  expect(screen.getByRole('button', { name: 'Take back: Slopes' })).toBeTruthy();
});
