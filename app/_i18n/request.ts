/** Which messages a request gets. English only for now; another language is another folder beside `messages/en`. */
import { getRequestConfig } from 'next-intl/server';
import { messages } from '../../messages/en.ts';

export default getRequestConfig(async () => ({ locale: 'en', timeZone: 'UTC', messages }));
