/** Integration tests by themselves. */
import { stored } from '../stored.ts';

export default stored('integration');
