/**
 * What a page may call, by folders: the calls of pages are made from this (`app/api/_serving/calls.ts`). What is in a folder stands in
 * the `endpoints.ts` of its feature. Each command says itself who may (`contract.ts`), and a test calls every one of them as everybody.
 */

import { account } from './account/endpoints.ts';
import { activities } from './activities/endpoints.ts';
import { board } from './board/endpoints.ts';
import { joinWithNewAccount } from './classes/commands.ts';
import { classes } from './classes/endpoints.ts';
import type { Command, PublicCommand } from './contract.ts';
import { courses } from './courses/endpoints.ts';
import { drafting } from './drafting/endpoints.ts';
import { exporting } from './exporting/endpoints.ts';
import { grades } from './grades/endpoints.ts';
import { importing } from './importing/endpoints.ts';
import { inquiries } from './inquiries/endpoints.ts';
import { insight } from './insight/endpoints.ts';
import { live } from './live/endpoints.ts';
import { misconceptions } from './misconceptions/endpoints.ts';
import { notices } from './notices/endpoints.ts';
import { now } from './now/endpoints.ts';
import { useReset } from './people/commands.ts';
import { people } from './people/endpoints.ts';
import { practice } from './practice/endpoints.ts';
import { practising } from './practising/endpoints.ts';
import { bank } from './questions/endpoints.ts';
import { quizzes } from './quizzes/endpoints.ts';
import { regrading } from './regrading/endpoints.ts';
import { remarks } from './remarks/endpoints.ts';
import { front, trying } from './trying/endpoints.ts';

/** For people who cannot sign in yet: join a class with a new account, choose a new password by a one-time link. */
const welcome = { join: joinWithNewAccount, reset: useReset };

/** All of them, by folder and name. */
export const commands = {
  board,
  classes,
  activities,
  grades,
  people,
  live,
  courses,
  drafting,
  bank,
  exporting,
  misconceptions,
  importing,
  insight,
  quizzes,
  regrading,
  remarks,
  now,
  inquiries,
  notices,
  account,
  welcome,
  trying,
  front,
  practice,
  practising,
};

/** The same by the name under which they are called: `board.read`. */
export const endpoints: Readonly<Record<string, Command | PublicCommand>> = Object.fromEntries(
  Object.entries(commands).flatMap(([folder, inside]) =>
    Object.entries<Command | PublicCommand>(inside).map(([name, one]) => [`${folder}.${name}`, one]),
  ),
);
