/** What looks at how much of the machine it gets: the test command runs it when nothing else runs any more. */
import { stored } from './stored.ts';

export default stored('alone');
