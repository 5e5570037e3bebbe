/**
 * Makes admins, where nobody is there yet to do it in the classroom: on DATABASE_URL, else on the embedded database of
 * the classroom that runs here.
 *
 *     npm run admin -- create <login> [--name "Grace Hopper"]   an admin, and a one-time link for choosing a password
 *     npm run admin -- link <login>                             another link for an admin who has none any more
 *     npm run admin -- list                                     who is an admin
 */
import { parseArgs } from 'node:util';
import { newPerson } from '../domain/people/input.ts';
import { generateClient } from '../launch/build.ts';
import { Refusal } from '../launch/refusal.ts';
import { databaseAddress } from './admin/database-address.ts';
import { explain } from './admin/explain.ts';

const USAGE = `Usage:
  npm run admin -- create <login> [--name "Grace Hopper"]
  npm run admin -- link <login>
  npm run admin -- list`;

function readArguments(args: string[]): { command: string; login: string; name: string | undefined } {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { name: { type: 'string' } } });
    const [command = '', login = '', ...more] = positionals;
    if (more.length === 0) return { command, login, name: values.name };
  } catch {
    // an option that there is not: the usage says which there are
  }
  throw new Refusal(USAGE);
}

function fitting(login: string, name: string): { login: string; name: string } {
  const read = newPerson.pick({ name: true, login: true }).safeParse({ login, name });
  if (read.success) return read.data;
  throw new Refusal(
    read.error.issues[0]?.path[0] === 'name'
      ? 'A name has 1 to 100 signs that can be seen, with a letter or digit among them: --name "Grace Hopper"'
      : `"${login}" is no sign-in name: 2 to 80 letters of one alphabet, digits, dots and dashes, a letter or digit first.`,
  );
}

async function run(args: string[]): Promise<void> {
  const { command, login, name } = readArguments(args);
  const complete = command === 'list' ? login === '' : ['create', 'link'].includes(command) && login !== '';
  if (!complete) throw new Refusal(USAGE);
  const url = databaseAddress();
  await generateClient();
  // what uses the client can be loaded only once it is there
  const { connect, disconnect } = await import('../db/client.ts');
  const { createAdmin, listAdmins, makeAdminLink } = await import('../server/features/people/commands.ts');
  connect(url, { connections: 1 });
  try {
    if (command === 'list') {
      const admins = await listAdmins();
      if (admins.length === 0) console.log('There is no admin yet: npm run admin -- create <login>');
      for (const one of admins)
        console.log(
          `${one.login}  ${one.name}  ${one.disabled ? 'disabled' : one.ready ? 'active' : 'no password yet'}`,
        );
      return;
    }
    // the link is for an account that is there, in whatever spelling it was made
    const account = command === 'create' ? fitting(login, name ?? login) : { login, name: '' };
    const made = command === 'create' ? await createAdmin(account) : await makeAdminLink(account.login);
    if (!made.ok)
      throw new Refusal(
        made.refused === 'loginTaken'
          ? `Somebody signs in as "${login}" already: choose another name, or, if that is an admin: npm run admin -- link ${login}`
          : `There is no admin "${login}" who may sign in: npm run admin -- list`,
      );
    console.log(command === 'create' ? `✓ ${account.login} is an admin now.` : `✓ A new link for ${account.login}.`);
    console.log('Open this at the address of the classroom, within 48 hours; it works once:');
    console.log(`  ${process.env.NABLA_PUBLIC_URL?.replace(/\/$/, '') ?? ''}${made.link}`);
  } finally {
    await disconnect();
  }
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Refusal ? error.message : explain(error)}\n`);
  process.exitCode = error instanceof Refusal && error.message === USAGE ? 2 : 1;
}
