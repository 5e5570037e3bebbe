import {
  chooseDigest,
  chooseKind,
  confirm as confirmAddress,
  countOwn,
  giveAddress,
  noteSeen,
  unsubscribe,
} from './commands.ts';

/** What is new for oneself, what of it one is told, and by mail. */
export const notices = {
  count: countOwn,
  seen: noteSeen,
  choose: chooseKind,
  digest: chooseDigest,
  address: giveAddress,
  confirm: confirmAddress,
  unsubscribe,
};
