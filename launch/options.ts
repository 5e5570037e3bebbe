/** What `npm start` was asked for; a wrong option or variable is said in one sentence. */
import { Refusal } from './refusal.ts';

export interface Options {
  host: string;
  port: number;
  databasePort: number;
  mode: 'start' | 'dev' | 'reset';
  /** reset without asking */
  yes: boolean;
  newPasswords: boolean;
}

const USAGE = 'npm start -- [--host 127.0.0.1] [--port 3000] [--new-passwords]';

/** What was asked for, by options first. @throws Refusal for what is wrong */
export function readOptions(args: readonly string[], variables: NodeJS.ProcessEnv): Options {
  const options: Options = {
    host: variables.NABLA_HOST ?? '127.0.0.1',
    port: readPort('NABLA_PORT', variables.NABLA_PORT ?? '3000'),
    databasePort: 0,
    mode: 'start',
    yes: false,
    newPasswords: false,
  };
  const rest = [...args];
  for (let option = rest.shift(); option !== undefined; option = rest.shift()) {
    const [name = '', attached] = option.split('=', 2);
    const value = (): string => {
      const given = attached ?? rest.shift();
      if (given === undefined || given === '') throw new Refusal(`${name} needs a value: ${USAGE}`);
      return given;
    };
    if (name === '--host') options.host = readHost(value());
    else if (name === '--port') options.port = readPort('--port', value());
    else if (name === '--dev') options.mode = 'dev';
    else if (name === '--reset') options.mode = 'reset';
    else if (name === '--yes') options.yes = true;
    else if (name === '--new-passwords') options.newPasswords = true;
    else throw new Refusal(`There is no option ${option}: ${USAGE}`);
  }
  const { NABLA_DATABASE_PORT } = variables;
  options.databasePort =
    NABLA_DATABASE_PORT === undefined ? nearby(options.port) : readPort('NABLA_DATABASE_PORT', NABLA_DATABASE_PORT);
  return options;
}

/** The embedded database's port goes with the server's, so that two classrooms on one machine do not meet. */
function nearby(port: number): number {
  return port + 51_000 <= 65_535 ? port + 51_000 : port - 1_000;
}

function readPort(name: string, text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Refusal(`${name} is "${text}": it must be a number from 1 to 65535.`);
  return port;
}

function readHost(text: string): string {
  if (!/^[a-zA-Z0-9.:-]+$/.test(text))
    throw new Refusal(`--host is "${text}": it must be an address of this machine, or 0.0.0.0 for all of them.`);
  return text;
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}
