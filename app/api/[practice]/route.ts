/**
 * What a lesson's page called before there were calls (`/api/drafts`, `/api/submissions` …): one that was opened before an
 * upgrade still keeps and hands in what is written on it.
 */
import { commands } from '../../../server/features/endpoints.ts';
import { servingFolder } from '../_serving/folder.ts';

export const POST = servingFolder('practice', commands.practice);
