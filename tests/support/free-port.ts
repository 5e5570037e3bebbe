/** A port on loopback that nobody uses right now. */
export { freeLoopbackPort as freePort } from '../../launch/ports.ts';
