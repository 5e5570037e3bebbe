/**
 * What is typed of people and classes, as the commands take it: the forms that send it ask the same schemas, before it
 * is sent.
 */

import { z } from 'zod';
import { isTimeZone } from '../activities/time-zone.ts';
import { storable } from '../kinds/common/storable.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './names/password.ts';
import { readPersonName, readTitle } from './names/person-name.ts';
import { nameBy } from './names/schema.ts';
import { readSignInName } from './names/sign-in-name.ts';

const personName = nameBy(readPersonName);
const loginName = nameBy(readSignInName);
const password = z.string().min(SHORTEST_PASSWORD).max(LONGEST_PASSWORD);

/** So many students of a class are named at once: more than any class has. */
export const MOST_STUDENTS = 2000;

export const newClassName = nameBy(readTitle);
/** A time zone by its IANA name. */
export const timeZoneName = z.string().max(64).refine(isTimeZone);
export const newClass = z.strictObject({
  name: newClassName,
  courseId: z.uuid(),
  /** in which its dates are meant; left out: nobody says yet */
  timeZone: timeZoneName.optional(),
});

export const newPerson = z.strictObject({
  name: personName,
  login: loginName,
  role: z.enum(['admin', 'teacher', 'student']),
  /** the class a student is added to; admins may leave it out */
  classId: z.uuid().nullable(),
});

/** Somebody of a list, as they are added to a class. */
export const rosterPerson = z.strictObject({
  name: personName,
  /** as the list has it, where that is another name */
  fullName: personName.nullable(),
  sortName: personName,
  login: loginName,
  /** an account is made, or somebody who has one is asked */
  as: z.enum(['new', 'invited']),
});

/** How an account of a class is called. */
export const personNames = z.strictObject({
  userId: z.uuid(),
  name: personName,
  fullName: personName.nullable(),
  /** null: by the family name of what it is called */
  sortName: personName.nullable(),
});

/** By somebody who has the join link of a class. */
export const newAccount = z.strictObject({ token: storable.max(64), name: personName, login: loginName, password });

export const resetUse = z.strictObject({ token: storable.max(64), password });

export const nameChange = z.strictObject({ name: personName });

/** A new password, by the one that holds. */
export const passwordChange = z.strictObject({ current: z.string().min(1).max(LONGEST_PASSWORD), password });
