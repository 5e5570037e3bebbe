import { change, noteRead, say, withdraw as withdrawRemark } from './commands.ts';
import { dropPhrase, keepPhrase, readPhrases } from './phrases.ts';
import { readOwnRemarks, readRemarkCounts, readRemarks, readReplies } from './reading.ts';

/** What is said in words to somebody's work. */
export const remarks = {
  /** to submissions of a class, to one's own work, and what students have answered */
  of: readRemarks,
  mine: readOwnRemarks,
  counts: readRemarkCounts,
  replies: readReplies,
  say,
  change,
  withdraw: withdrawRemark,
  read: noteRead,
  /** what one says often */
  phrases: readPhrases,
  keepPhrase,
  dropPhrase,
};
