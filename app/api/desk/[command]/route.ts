/** What teachers and admins do: one address a command, each with its schema; who may is for the command to say. */
import { z } from 'zod';
import { identifier } from '../../../../domain/question.ts';
import { refuse } from '../../../../domain/refusal.ts';
import {
  boardInput,
  decide,
  decisionInput,
  historyInput,
  readBoard,
  readHistory,
} from '../../../../server/commands/board.ts';
import {
  assign,
  assignment,
  createClass,
  extraTime,
  joinByToken,
  joinLink,
  joinSignedIn,
  membership,
  newClass,
  setExtraTime,
  setJoinLink,
  setMembership,
} from '../../../../server/commands/classes.ts';
import { lessonSource, previewLesson, publishEdited } from '../../../../server/commands/edit-lesson.ts';
import { openSession } from '../../../../server/commands/live-session.ts';
import {
  addPerson,
  changePerson,
  makeResetLink,
  newPerson,
  personChange,
  resetRequest,
} from '../../../../server/commands/people.ts';
import { endpoint } from '../../_endpoint/endpoint.ts';

const liveInput = z.strictObject({
  lessonId: z.uuid(),
  classId: z.uuid().nullable(),
  /** which questions of the lesson; without: its checks */
  questionIds: z.array(identifier).min(1).max(100).optional(),
  settings: z
    .strictObject({
      speed: z.boolean(),
      readSeconds: z.number().int().min(0).max(60),
      streak: z.boolean(),
      friendlyNames: z.boolean(),
      showNames: z.boolean(),
    })
    .partial()
    .optional(),
});

const commands = {
  board: endpoint(boardInput, readBoard),
  history: endpoint(historyInput, readHistory),
  decide: endpoint(decisionInput, decide),
  createClass: endpoint(newClass, createClass),
  assign: endpoint(assignment, assign),
  joinLink: endpoint(joinLink, setJoinLink),
  membership: endpoint(membership, setMembership),
  extraTime: endpoint(extraTime, setExtraTime),
  joinClass: endpoint(joinByToken, joinSignedIn),
  addPerson: endpoint(newPerson, addPerson),
  changePerson: endpoint(personChange, changePerson),
  resetLink: endpoint(resetRequest, makeResetLink),
  openLive: endpoint(liveInput, openSession),
  previewLesson: endpoint(lessonSource, previewLesson),
  publishLesson: endpoint(lessonSource, publishEdited),
};

export async function POST(request: Request, { params }: { params: Promise<{ command: string }> }): Promise<Response> {
  const { command } = await params;
  const found = Object.entries(commands).find(([name]) => name === command)?.[1];
  return found === undefined ? Response.json(refuse('notFound'), { status: 404 }) : found(request);
}
