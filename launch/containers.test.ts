/** What the image and docker-compose.yml say of themselves, read as files: what an engine does with it is not tried here. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCompose } from '../tests/support/compose.ts';
import { ROOT } from './state-folder.ts';

const SECRETS = { NABLA_DATABASE_PASSWORD: 'letters0and1digits', NABLA_SECRET: 'x'.repeat(32) };
const { services, networks } = readCompose(SECRETS);

describe('the services', () => {
  it('have two networks without a way out: what grades reaches the database and not the server, which alone is reached', () => {
    const within = (network: string): string[] =>
      Object.entries(services).flatMap(([name, one]) => (one.networks.includes(network) ? [name] : []));
    expect(Object.entries(networks).map(([name, one]) => [name, one?.internal === true, within(name)])).toEqual([
      ['stored', true, ['postgres', 'migrate', 'server']],
      ['graded', true, ['postgres', 'workers']],
      ['outside', false, ['server']],
    ]);
    expect(Object.values(services).flatMap(({ ports }) => ports)).toEqual(['127.0.0.1:3000:3000']);
  });

  it('are looked after while they run, the database over TCP: its temporary server answers on the socket alone', () => {
    expect(services.postgres?.healthcheck?.test.join(' ')).toMatch(/^CMD pg_isready --host 127\.0\.0\.1 /);
    expect(services.server?.healthcheck?.test).toEqual(['CMD', 'node', 'server/health.ts']);
    expect(services.workers?.healthcheck?.test).toEqual(['CMD', 'node', 'workers/health.ts']);
    expect(services.migrate?.depends_on.postgres?.condition).toBe('service_healthy');
  });

  it('are one image, which one of them builds; workers are told how many slots they have, and what they log', () => {
    const ours = Object.entries(services).filter(([name]) => name !== 'postgres');
    expect(new Set(ours.map(([, { image }]) => image))).toEqual(new Set(['nabla:local']));
    expect(ours.flatMap(([name, { build }]) => (build === undefined ? [] : [name]))).toEqual(['migrate']);
    const told = { NABLA_SLOTS: '3', NABLA_LOG: 'debug' };
    expect(readCompose({ ...SECRETS, ...told }).services.workers?.environment).toMatchObject(told);
  });
});

describe('the image', () => {
  const steps = readFileSync(path.join(ROOT, 'Dockerfile'), 'utf8')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const last = steps.slice(steps.findLastIndex((step) => step.startsWith('FROM ')));
  const first = steps.slice(0, -last.length);

  it('is made in two stages: what fetches and builds stays in the first one', () => {
    expect(first.filter((step) => step.startsWith('FROM '))).toHaveLength(1);
    expect(first.some((step) => /apt-get install .*python3-pip/.test(step))).toBe(true);
    expect(last.filter((step) => step.startsWith('RUN '))).toEqual([]);
    expect(last.filter((step) => step.startsWith('COPY '))).toEqual(['COPY --from=build /nabla /nabla']);
  });

  it('leaves the packages of development, npm’s cache and what `npm start` brings behind, and can be read by all', () => {
    const made = first.filter((step) => step.startsWith('RUN ')).join('\n');
    expect(made).toMatch(/npm ci .*&& npm cache clean --force/);
    const order = ['node tools/image.ts ', 'npm prune --omit=dev', 'node tools/image.ts --seal', 'a+rX,go-w /nabla'];
    expect(order.map((step) => made.indexOf(step)).every((at, index, all) => at > (all[index - 1] ?? -1))).toBe(true);
  });

  it('says what it is, whether it is well, and is nobody with rights', () => {
    expect(last.find((step) => step.startsWith('LABEL '))).toMatch(/opencontainers\.image\.title=.*licenses="MIT"/);
    expect(last.find((step) => step.startsWith('HEALTHCHECK '))).toContain('CMD ["node", "server/health.ts"]');
    expect(last.filter((step) => step.startsWith('USER '))).toEqual(['USER node']);
  });
});
