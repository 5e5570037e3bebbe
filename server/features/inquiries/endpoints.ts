import {
  ask,
  change as changeMessage,
  noteRead as noteInquiryRead,
  say as sayToInquiry,
  settle as settleInquiry,
  take as takeInquiry,
  withdraw as withdrawMessage,
} from './commands.ts';
import { openInquiry, readAsking, readInquiryCounts, readOwnInquiries, readQueue } from './reading.ts';

/** What students ask the teachers of their class at a question. */
export const inquiries = {
  /** whose teachers one may ask */
  asking: readAsking,
  ask,
  mine: readOwnInquiries,
  counts: readInquiryCounts,
  /** of a class, and one of it whole */
  queue: readQueue,
  open: openInquiry,
  say: sayToInquiry,
  settle: settleInquiry,
  take: takeInquiry,
  change: changeMessage,
  withdraw: withdrawMessage,
  read: noteInquiryRead,
};
