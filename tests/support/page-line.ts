/** A player with the very line of a page: it doubts a connection, opens another one, and sends again under one id. */
import { type Dialogue, openDialogue } from '../../app/_client/dialogue.ts';
import { wholeView } from '../../domain/live/read-view.ts';
import type { PlayerNews, PlayerView, ShownQuestion } from '../../domain/live/views.ts';
import { GUARD_MS } from './guard.ts';

export class PagePlayer {
  readonly dialogue: Dialogue;
  view: PlayerView | undefined;
  id = '';
  token = '';
  /** how often the connection was in doubt */
  doubts = 0;
  /** how often another connection took over */
  swaps = 0;

  constructor(address: string) {
    this.dialogue = openDialogue(address);
    const { line } = this.dialogue;
    let question: ShownQuestion | null = null;
    line.onDoubt(() => {
      this.doubts += 1;
    });
    line.onSwap(() => {
      this.swaps += 1;
    });
    line.on('player', (news: PlayerNews) => {
      const view = wholeView(news, question);
      if (view === undefined) return;
      question = view.question;
      this.#take(view);
    });
    line.on('connect', () => void this.enter());
  }

  #take(view: PlayerView): void {
    if (this.view === undefined || this.view.version <= view.version) this.view = view;
    this.id = view.me.id;
  }

  /** Comes in with its seat, as at each connection. */
  async enter(): Promise<void> {
    if (this.token === '') return;
    const reply = await this.dialogue.request('play', { token: this.token });
    if (reply.ok) this.#take(reply.view);
  }

  async join(code: string, nickname: string): Promise<void> {
    for (const deadline = Date.now() + GUARD_MS; Date.now() < deadline; ) {
      const reply = await this.dialogue.request('join', { code, nickname });
      if (reply.ok) {
        this.token = reply.token;
        this.#take(reply.view);
        return;
      }
      if (reply.refused !== 'unavailable') throw new Error(`${nickname} could not join: ${reply.refused}`);
    }
    throw new Error(`${nickname} waited in vain to join`);
  }

  /** One tap: sent under one id until its receipt is there. @returns milliseconds until then */
  async answer(round: number, choices: string[], clientId = `${this.id}-${round}`): Promise<number> {
    const began = performance.now();
    for (const deadline = Date.now() + GUARD_MS; Date.now() < deadline; ) {
      const reply = await this.dialogue.request('answer', {
        token: this.token,
        round,
        clientId,
        answer: { kind: 'choice', choices },
      });
      if (reply.ok) return performance.now() - began;
      if (reply.refused !== 'unavailable') throw new Error(`refused: ${reply.refused}`);
    }
    throw new Error('waited in vain for a receipt');
  }

  close(): void {
    this.dialogue.line.socket.close();
  }
}
