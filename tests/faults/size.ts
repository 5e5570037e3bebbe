/** How large the fault tests run: a part in the test command, the whole by `npm run soak`. */
const whole = process.env.NABLA_SOAK === 'whole';

export const SIZE = whole
  ? { submissions: 1_000, workerKills: 10, players: 100, packets: 5_000, joins: 2_000, lines: 500, endsOfPhase: 2 }
  : { submissions: 100, workerKills: 3, players: 16, packets: 300, joins: 200, lines: 40, endsOfPhase: 1 };
