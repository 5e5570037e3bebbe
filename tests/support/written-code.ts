/** A question of code in JavaScript, as its author writes it. */
export function writtenCode({
  head,
  prompt = 'Write it.',
  starter,
  solution,
  tests,
}: {
  /** its title and attributes: `[Twice]{#twice kind=function entry=twice}` */
  head: string;
  prompt?: string;
  starter: string;
  solution: string;
  /** YAML */
  tests: string;
}): string {
  const fence = (role: string, text: string): string => `\`\`\`${role}\n${text}\n\`\`\`\n`;
  return `::::exercise${head}
${prompt}

${fence('javascript starter', starter)}
${fence('javascript solution', solution)}
${fence('yaml tests', tests)}
:::explanation
So.
:::
::::
`;
}
