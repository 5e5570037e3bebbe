/** What the buttons over a text do: which piece of it becomes what, and what is marked then. Pure. */

export interface Edit {
  from: number;
  to: number;
  text: string;
  /** what is marked afterwards */
  mark: [number, number];
}

/** Puts signs around what is marked; where they stand there already, they go. */
export function around(text: string, from: number, to: number, before: string, after = before): Edit {
  const inside = text.slice(from, to);
  const stands = text.slice(from - before.length, from) === before && text.slice(to, to + after.length) === after;
  // `*` around a word is not what stands around one in `**`
  const isPart = before.length === 1 && text[from - 2] === before && text[from - 3] !== before;
  if (stands && from >= before.length && !isPart)
    return {
      from: from - before.length,
      to: to + after.length,
      text: inside,
      mark: [from - before.length, to - before.length],
    };
  // blanks at the ends of what is marked stay outside: Markdown wants the signs at the words
  const lead = inside.length - inside.trimStart().length;
  const trail = inside.trim() === '' ? 0 : inside.length - inside.trimEnd().length;
  const words = inside.slice(lead, inside.length - trail);
  const start = from + lead + before.length;
  return {
    from,
    to,
    text: `${inside.slice(0, lead)}${before}${words}${after}${inside.slice(inside.length - trail)}`,
    mark: [start, start + words.length],
  };
}

/** Makes the marked lines members of a list; where they all are, they are none any more. */
export function asList(text: string, from: number, to: number): Edit {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const found = text.indexOf('\n', to);
  const end = found < 0 ? text.length : found;
  const lines = text.slice(start, end).split('\n');
  const isList = lines.every((line) => line.startsWith('- '));
  const written = lines.map((line) => (isList ? line.slice(2) : `- ${line}`)).join('\n');
  // a list needs a line of its own before it
  const gap = !isList && start > 0 && text.slice(0, start).endsWith('\n') && !text.slice(0, start).endsWith('\n\n');
  const whole = gap ? `\n${written}` : written;
  return { from: start, to: end, text: whole, mark: [start + whole.length, start + whole.length] };
}

/** A gap in which what is marked belongs: blanks at its ends stay outside. */
export function asGap(text: string, from: number, to: number): Edit {
  return around(text, from, to, '[', ']');
}

/** A link: what is marked is what is read, and where it leads is marked to be typed. */
export function asLink(text: string, from: number, to: number): Edit {
  const words = text.slice(from, to);
  const target = 'https://';
  const written = `[${words}](${target})`;
  const at = words === '' ? from + 1 : from + words.length + 3;
  return { from, to, text: written, mark: [at, words === '' ? at : at + target.length] };
}

/** A formula in the line, or on lines of its own. */
export function formula(text: string, from: number, to: number, latex: string, display: boolean): Edit {
  const before = text.slice(0, from);
  const after = text.slice(to);
  const open = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const close = after === '' || after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  const written = display ? `${open}$$\n${latex}\n$$${close}` : `$${latex}$`;
  const at = from + written.length;
  return { from, to, text: written, mark: [at, at] };
}

/** Something that was written elsewhere, in place of what is marked. */
export function written(from: number, to: number, what: string): Edit {
  const at = from + what.length;
  return { from, to, text: what, mark: [at, at] };
}
