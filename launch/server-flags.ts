/**
 * How the server's Node is started, wherever it is started.
 *
 * Each step of a room makes a view for each player, which is garbage a moment later. In V8's young generation, which starts
 * small and grows, some of it is still there when the next collection comes, is taken for long-lived, and costs collections of
 * the whole heap in the middle of a question: up to 20 ms in which no receipt goes out. 32 MB hold several steps of 200 players.
 *
 * With its pages the server holds 100 MB that stay, and all of it is looked through by a collection of the whole heap: 0.2 s of a
 * core. V8 makes one as soon as the server has little to do (the pause before the class answers), to give memory back, and others
 * as the heap grows past a limit set close above. So it does not collect to give back, and lets the heap grow to 256 MB first.
 */
export const SERVER_FLAGS: readonly string[] = [
  '--min-semi-space-size=32',
  '--max-semi-space-size=32',
  '--initial-old-space-size=256',
  '--no-memory-reducer',
];
