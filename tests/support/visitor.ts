/** A browser without a window: keeps cookies, signs in through the real form's way, calls as our pages do. */
import { type IncomingHttpHeaders, request } from 'node:http';
import { addressOf, outcomeIn, type Told } from './calls.ts';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export class Visitor {
  readonly #address: string;
  readonly #cookies = new Map<string, string>();
  /** each `Set-Cookie` line as it came */
  readonly setCookies: string[] = [];

  constructor(address: string) {
    this.#address = address;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  send(path: string, options: { body?: string; headers?: Record<string, string> } = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sent = request(
        new URL(path, this.#address),
        {
          method: options.body === undefined ? 'GET' : 'POST',
          headers: { ...(this.cookie === '' ? {} : { cookie: this.cookie }), ...options.headers },
        },
        (response) => {
          let text = '';
          for (const line of response.headers['set-cookie'] ?? []) this.#keep(line);
          response.setEncoding('utf8').on('data', (part: string) => (text += part));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
        },
      );
      sent.on('error', reject);
      sent.end(options.body);
    });
  }

  #keep(line: string): void {
    this.setCookies.push(line);
    const pair = /^([^=]+)=([^;]*)/.exec(line);
    if (pair?.[1] !== undefined && pair[2] !== undefined) this.#cookies.set(pair[1], pair[2]);
  }

  /** @returns whether the password was right */
  async signIn(login: string, password: string): Promise<boolean> {
    const asked = await this.send('/api/auth/csrf');
    const { csrfToken }: { csrfToken: string } = JSON.parse(asked.text);
    await this.send('/api/auth/callback/credentials', {
      body: new URLSearchParams({ csrfToken, login, password, json: 'true' }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    return [...this.#cookies.keys()].some((name) => name.endsWith('nabla.session'));
  }

  /** @param name of the command: `board.read` */
  async call(name: string, input: object): Promise<Told> {
    const answer = await this.send(addressOf(name), {
      body: JSON.stringify(input),
      headers: { 'content-type': 'application/json', origin: new URL(this.#address).origin },
    });
    return outcomeIn(answer.text);
  }
}
