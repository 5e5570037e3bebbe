/** What a host has done with what people said in a round, as it is stored: shown it, hidden some of it, put some of it together. */
import { z } from 'zod';
import { storable } from '../kinds/common/storable.ts';

/** Names what was said within its round. */
const sayingKey = z.string().regex(/^[a-z0-9-]{1,40}$/);
const groupName = storable.trim().min(1).max(40);
const MOST_HIDDEN = 1000;
const MOST_GROUPS = 30;
/** So much is put together at once. */
const MOST_PICKED = 50;

export const sayings = z.strictObject({
  round: z.number().int().min(0),
  /** the class may see it; until then its host alone does */
  shown: z.boolean(),
  /** what the host has hidden, or let be seen though it was hidden by itself */
  hidden: z.record(sayingKey, z.boolean()),
  groups: z.array(z.strictObject({ name: groupName, of: z.array(sayingKey) })),
});
export type Sayings = z.infer<typeof sayings>;

/** What a host may order; `round`: the one that they look at. */
const where = { round: z.number().int().min(0) };
export const markCommands = [
  z.strictObject({ type: z.literal('hideSaid'), ...where, key: sayingKey, hidden: z.boolean() }),
  /** put together under a name; what stands in another group leaves it */
  z.strictObject({
    type: z.literal('groupSaid'),
    ...where,
    name: groupName,
    keys: z.array(sayingKey).min(1).max(MOST_PICKED),
  }),
  z.strictObject({ type: z.literal('ungroupSaid'), ...where, name: groupName }),
] as const;
export type MarkCommand = z.infer<(typeof markCommands)[number]>;
export const sayingCommands = [
  /** let the class see what was said, as it comes; or its host alone */
  z.strictObject({ type: z.literal('showSaid'), ...where, show: z.boolean() }),
  ...markCommands,
] as const;
export type SayingCommand = z.infer<(typeof sayingCommands)[number]>;

/** What a host has done in a round; nothing to begin with. */
export function sayingsOf(all: readonly Sayings[], round: number): Sayings {
  return all.find((one) => one.round === round) ?? { round, shown: false, hidden: {}, groups: [] };
}

/** The same after an order; undefined where it does not fit. */
export function withSayings(all: readonly Sayings[], command: SayingCommand): Sayings[] | undefined {
  const before = sayingsOf(all, command.round);
  const next = changed(before, command);
  return next === undefined ? undefined : [...all.filter((one) => one.round !== command.round), next];
}

function changed(before: Sayings, command: SayingCommand): Sayings | undefined {
  switch (command.type) {
    case 'showSaid':
      return { ...before, shown: command.show };
    case 'hideSaid': {
      const hidden = { ...before.hidden, [command.key]: command.hidden };
      return Object.keys(hidden).length > MOST_HIDDEN ? undefined : { ...before, hidden };
    }
    case 'groupSaid': {
      const { name, keys } = command;
      const left = before.groups.map((group) => ({ ...group, of: group.of.filter((key) => !keys.includes(key)) }));
      const known = left.find((group) => group.name === name);
      const joined = { name, of: [...(known?.of ?? []), ...new Set(keys)] };
      const groups = [...left.filter((group) => group !== known && group.of.length > 0), joined];
      return groups.length > MOST_GROUPS ? undefined : { ...before, groups };
    }
    case 'ungroupSaid': {
      const groups = before.groups.filter((group) => group.name !== command.name);
      return groups.length === before.groups.length ? undefined : { ...before, groups };
    }
  }
}
