/** What the regrade pages are sent: one regrade with its report, and what there is to regrade. */
import type { RegradeChange, RegradeError, RegradeReport, RegradeState } from './regrade.ts';

export interface RegradeProgress {
  items: number;
  waiting: number;
  errors: Partial<Record<RegradeError, number>>;
}

export interface QuestionName {
  id: string;
  role: 'exercise' | 'check';
  number: number;
  title: string;
}

export interface NamedChange extends RegradeChange {
  student: string;
  login: string;
  /** through which their history is read; null: they are in no class any more */
  classId: string | null;
}

export interface RegradeView {
  id: string;
  state: RegradeState;
  lesson: { id: string; title: string };
  /** the version graded against, and the one that is published now */
  version: number;
  published: number;
  class: { id: string; name: string } | null;
  /** the questions of the version; `chosen` empty: all of them */
  questions: QuestionName[];
  chosen: string[];
  createdAt: string;
  appliedAt: string | null;
  progress: RegradeProgress;
  /** submissions to these questions that are not in it */
  leftOut: number;
  /** null while it is being graded, or where it was cancelled */
  report: (Omit<RegradeReport, 'changes'> & { changes: NamedChange[] }) | null;
}

export interface RegradeOffer {
  lesson: { id: string; title: string };
  version: number;
  /** of each question: what could be regraded, and how much of that was graded by another wording or key of it */
  questions: (QuestionName & { submissions: number; changed: number })[];
  /** newest first; the first may be open */
  regrades: { id: string; createdAt: string; version: number; state: 'open' | 'applied' | 'cancelled' }[];
}
