/**
 * Faults by themselves: processes really killed, with a real PostgreSQL. Smaller in the test command; whole by `npm run soak`, one
 * after the other.
 */
import { stored } from '../stored.ts';

export default stored('faults');
