/** One sandbox process, seen from the pool: started, given one job at a time, watched, killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { callReport, type Ending, loadReport, type RunReport } from '../../domain/judging/report.ts';
import type { Command } from './command.ts';
import { type Job, type Limits, LONGEST_REPORT, type News, news, type Order } from './job.ts';
import { computedMs, residentMb } from './resident.ts';

const START_MS = 60_000;
/** How often a busy process is looked at. */
const WATCH_MS = 25;
/** How long after its time a process may still take to say so. */
const GRACE_MS = 300;
/** What a process may compute beside its submission: collecting garbage, and booting the next interpreter. */
const BESIDE_MS = 500;
const OUT_OF_MEMORY = /out of memory|memory limit|bad_alloc|Allocation failed/i;

/** The process went away before it had begun with the job: a fault of ours. */
export class SandboxFault extends Error {}

interface Running {
  id: number;
  report: RunReport;
  /** when it began; null: its interpreter is not open yet */
  began: number | null;
  /** what the process had computed by then */
  computedBefore: number;
  limits: Limits;
  timer: NodeJS.Timeout;
  killedFor: Ending | null;
  settle(report: RunReport): void;
  fail(fault: SandboxFault): void;
}

/** One process that runs strangers' code: a job at a time, ended from outside when it outstays. */
export class SandboxProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  #running: Running | null = null;
  #jobs = 0;
  #stderr = '';
  #dead = false;
  #ready: { resolve(): void; reject(fault: SandboxFault): void } | null = null;

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#ended = new Promise((resolve) => child.once('close', () => resolve()));
    child.on('message', (message) => this.#hear(message));
    child.stderr?.on('data', (chunk: Buffer) => {
      this.#stderr = (this.#stderr + chunk.toString()).slice(-4_000);
    });
    child.once('error', (error) => this.#die(error.message));
    // 'close' comes after the last words on stderr, which tell a memory bomb from a crash
    child.once('close', (_code, signal) => this.#die(signal ?? 'exit'));
  }

  /** Starts a process and waits until it can take a job. */
  static async start(command: Command): Promise<SandboxProcess> {
    const child = spawn(command.file, command.arguments, {
      env: { NODE_ENV: 'production' },
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // a session of its own: Ctrl-C at the terminal is for whoever runs the pool; the child ends when its channel does
      detached: true,
    });
    const sandbox = new SandboxProcess(child);
    const timer = setTimeout(() => sandbox.kill(), START_MS);
    try {
      await new Promise<void>((resolve, reject) => {
        sandbox.#ready = { resolve, reject };
      });
      return sandbox;
    } catch (error) {
      sandbox.kill();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** for whoever watches it from outside */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  get dead(): boolean {
    return this.#dead;
  }

  /** Runs one job. Rejects only for faults of ours: a job that brings the process down has a report that says how. */
  run(job: Job, limits: Limits): Promise<RunReport> {
    if (this.#dead || this.#running) return Promise.reject(new SandboxFault('the sandbox is dead or busy'));
    return new Promise((resolve, reject) => {
      const id = ++this.#jobs;
      const settleWith =
        <T>(done: (result: T) => void) =>
        (result: T): void => {
          clearInterval(this.#running?.timer);
          this.#running = null;
          done(result);
        };
      this.#running = {
        id,
        report: { ending: 'died', load: null, calls: [] },
        began: null,
        computedBefore: 0,
        limits,
        timer: this.#watch(limits),
        killedFor: null,
        settle: settleWith(resolve),
        fail: settleWith(reject),
      };
      const order: Order = { type: 'run', id, job, limits };
      this.#child.send(order, (error) => error && this.kill());
    });
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    this.kill();
    await this.#ended;
  }

  #computed(): number {
    return computedMs(this.#child.pid ?? 0) ?? 0;
  }

  /** Looks at the clock and the resident size of the busy process; it cannot be relied upon to do so itself. */
  #watch(limits: Limits): NodeJS.Timeout {
    const sent = performance.now();
    return setInterval(() => {
      const running = this.#running;
      if (running === null || running.killedFor !== null) return;
      const size = residentMb(this.#child.pid ?? 0) ?? 0;
      if (size > limits.residentMb) running.killedFor = 'memory';
      const now = performance.now();
      const isLate = running.began === null ? now - sent > START_MS : now - running.began > limits.wallMs + GRACE_MS;
      if (isLate) running.killedFor ??= 'timeout';
      const computed = running.began === null ? 0 : this.#computed() - running.computedBefore;
      if (computed > limits.cpuMs + GRACE_MS + BESIDE_MS) running.killedFor ??= 'cpu';
      if (running.killedFor !== null) this.kill();
    }, WATCH_MS);
  }

  #hear(message: unknown): void {
    const parsed = news.safeParse(message);
    if (!parsed.success) return;
    const said = parsed.data;
    if (said.type === 'ready') this.#ready?.resolve();
    else if (said.type === 'unable') {
      this.#ready?.reject(new SandboxFault(said.message));
      this.#running?.fail(new SandboxFault(said.message));
      this.kill();
    } else if (this.#running?.id === said.id) this.#note(this.#running, said);
  }

  #note(running: Running, said: Exclude<News, { type: 'ready' | 'unable' }>): void {
    switch (said.type) {
      case 'began':
        running.began = performance.now();
        running.computedBefore = this.#computed();
        break;
      case 'loaded': {
        const load = loadReport.safeParse(readJson(said.text));
        // a report that cannot be read was tampered with, or is too long
        running.report.load = load.success ? load.data : { ok: false, error: UNREADABLE, printed: '' };
        break;
      }
      case 'called': {
        const call = callReport.safeParse(readJson(said.text));
        running.report.calls.push(call.success ? call.data : { ok: false, error: UNREADABLE, printed: '' });
        break;
      }
      case 'ended':
        running.settle({ ...running.report, ending: said.ending });
    }
  }

  #die(how: string): void {
    if (this.#dead) return;
    this.#dead = true;
    const words = this.#stderr.trim() || how;
    this.#ready?.reject(new SandboxFault(`the sandbox did not start: ${words}`));
    const running = this.#running;
    if (running === null) return;
    if (running.killedFor !== null) running.settle({ ...running.report, ending: running.killedFor });
    // killed by somebody else (an operator, the system): nothing is known of the submission, so it is run again
    else if (running.began === null || how === 'SIGKILL')
      running.fail(new SandboxFault(`the sandbox went away: ${words}`));
    else running.settle({ ...running.report, ending: OUT_OF_MEMORY.test(words) ? 'memory' : 'died' });
  }
}

const UNREADABLE = { type: 'Unreadable', message: '', line: null, column: null, traceback: '' };

function readJson(text: string): unknown {
  try {
    return text.length > LONGEST_REPORT ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
