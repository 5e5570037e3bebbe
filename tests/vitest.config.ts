/** Integration and faults in one run, as in the test command: the ones wait while the others compute. */
import { stored } from './stored.ts';

export default stored('integration', 'faults');
