/**
 * How the server's Node is started, wherever it is started.
 *
 * Each step of a room makes a view for each player, which is garbage a moment later. In V8's young generation, which starts
 * small and grows, some of it is still there when the next collection comes, is taken for long-lived, and costs collections of
 * the whole heap in the middle of a question: up to 20 ms in which no receipt goes out. 32 MB hold several steps of 200 players.
 */
export const SERVER_FLAGS: readonly string[] = ['--min-semi-space-size=32', '--max-semi-space-size=32'];
