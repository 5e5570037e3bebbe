/** All payloads of the escape suite. */
import { asynchrony } from './javascript/asynchrony.ts';
import { constructors } from './javascript/constructors.ts';
import { errors, readErrors } from './javascript/errors.ts';
import { callbacks, hooks as resultHooks } from './javascript/hooks.ts';
import { language } from './javascript/language.ts';
import { verdicts as fakeVerdicts, lies as lyingValues } from './javascript/lies.ts';
import { makers } from './javascript/makers.ts';
import { memory } from './javascript/memory.ts';
import { modules } from './javascript/modules.ts';
import { pollution } from './javascript/pollution.ts';
import { expectedValues, hostSecrets as secretsOfNode } from './javascript/secrets.ts';
import type { Language, Payload } from './payload.ts';
import { code, imports } from './python/code.ts';
import { commands } from './python/commands.ts';
import { frames, verdicts } from './python/frames.ts';
import { hooks } from './python/hooks.ts';
import { bridge } from './python/javascript.ts';
import { lies } from './python/lies.ts';
import { native } from './python/native.ts';
import { numpy } from './python/numpy.ts';
import { patched } from './python/patches.ts';
import { hostSecrets } from './python/secrets.ts';

export const payloads: Record<Language, Payload[]> = {
  javascript: [
    constructors,
    errors,
    readErrors,
    resultHooks,
    callbacks,
    modules,
    makers,
    asynchrony,
    memory,
    pollution,
    language,
    lyingValues,
    fakeVerdicts,
    secretsOfNode,
    expectedValues,
  ].flat(),
  python: [bridge, native, commands, imports, code, hooks, patched, lies, numpy, frames, verdicts, hostSecrets].flat(),
};
