'use client';
/**
 * A form of several fields. What is typed stands in the fields themselves, so that what was typed before the page's scripts
 * came stays. Before it is sent it is asked the schema of the command that it is for, and says at its fields what does not
 * fit, in the words of a refusal; so it does with what the server refuses. The first field that is wrong gets the focus.
 */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type FieldErrors, type UseFormRegisterReturn, useForm } from 'react-hook-form';
import type { z } from 'zod';
import type { RefusalCode } from '../../domain/refusal.ts';
import { useRefusals } from '../_i18n/use-refusals.ts';

type Texts = Record<string, string>;

/** What the rules of a form found wrong, among the errors of its fields. */
const MISFIT = 'misfit';

interface FormOf<F extends string> {
  fields: readonly F[];
  /** comes once somebody is at the form: schemas are heavy for a phone. None where whatever is typed fits */
  rules?: () => Promise<z.ZodType>;
  /** what the command is told beside the fields */
  beside?: object;
  /** what a field says of itself by what else is typed, until somebody types in it */
  follows?: Partial<Record<F, (typed: Readonly<Record<F, string>>) => string>>;
  /** why the server has refused what was sent, in words, and the field that it is about */
  refused: { error: string | undefined; field?: string | undefined };
  /** the field that tells a refusal which is about none of them */
  otherwise?: F;
  send(typed: Record<F, string>): Promise<void>;
}

export interface TypedForm<F extends string> {
  /** for the form */
  form: { onSubmit(event: FormEvent): void; onFocus(): void };
  /** for a field: its name, its listeners and what is wrong with it */
  field(name: F): UseFormRegisterReturn<F> & { error: string | undefined };
  /** what stands there; the form is drawn anew with each letter of it */
  typed(name: F): string;
  write(name: F, text: string): void;
  /** as if nobody had typed there */
  clear(...names: F[]): void;
  focus(name: F): void;
  /** it is being read or sent */
  busy: boolean;
}

export function useTypedForm<F extends string>(of: FormOf<F>): TypedForm<F> {
  const { fields, rules, beside, follows = {}, refused, otherwise, send } = of;
  const say = useRefusals();
  /** what does not fit, by fields: in which words is known once they are here */
  const [misfit, setMisfit] = useState<Readonly<Record<string, RefusalCode>>>({});
  const form = useForm<Texts>({
    // without default values: what stands in a field already stays
    // nobody is told while they type
    reValidateMode: 'onSubmit',
    resolver: async (values) => {
      const errors: FieldErrors<Texts> = {};
      const found: Record<string, RefusalCode> = {};
      for (const { refused: code, field = '' } of await misfitsBy(rules, { ...values, ...beside })) {
        errors[field] = { type: MISFIT };
        found[field] = code;
      }
      setMisfit(found);
      return Object.keys(errors).length === 0 ? { values, errors: {} } : { values: {}, errors };
    },
  });
  const { register, handleSubmit, formState, getValues, setError, clearErrors, setFocus, setValue, watch } = form;
  /** those that somebody has typed in */
  const own = useRef(new Set<string>());
  const all = (values: Texts = getValues()): Record<F, string> =>
    // each field has a text: that is what the type says
    Object.fromEntries(fields.map((name) => [name, values[name] ?? ''])) as Record<F, string>;
  const follow = (): void => {
    for (const [name, says] of Object.entries<(typed: Record<F, string>) => string>(follows))
      if (!own.current.has(name)) setValue(name, says(all()));
  };
  const [, setBegun] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what stood in the fields before the scripts came
  useEffect(() => {
    for (const [name, text] of Object.entries(all())) if (text !== '') own.current.add(name);
    follow();
    setBegun(true);
  }, []);
  const { error, field: about } = refused;
  const told = fields.find((one) => one === about) ?? otherwise;
  useEffect(() => {
    // empty: its words are on their way
    if (error !== undefined && error !== '' && told !== undefined)
      setError(told, { type: 'refused', message: error }, { shouldFocus: true });
  }, [error, told, setError]);
  const submit = handleSubmit((values) => send(all(values)));
  const onChange = ({ target }: { target: { name: string } }): void => {
    own.current.add(target.name);
    clearErrors([target.name, ...Object.keys(follows)]);
    follow();
  };
  const wrongAt = (name: F): string | undefined => {
    const wrong = formState.errors[name];
    const code = misfit[name];
    return wrong?.type === MISFIT && code !== undefined ? say({ refused: code, field: name }) : wrong?.message;
  };
  return {
    form: {
      onSubmit: (event) => void submit(event),
      // ahead of time: where they do not come they are asked for again when it is sent
      onFocus: () => void rules?.().catch(() => undefined),
    },
    field: (name) => ({ ...register<F>(name, { onChange }), error: wrongAt(name) }),
    typed: (name) => watch(name) ?? '',
    write: (name, text) => {
      clearErrors([name]);
      setValue<string>(name, text);
    },
    clear: (...names) => {
      clearErrors();
      for (const name of names) {
        own.current.delete(name);
        setValue<string>(name, '');
      }
      follow();
    },
    focus: (name) => setFocus(name),
    busy: formState.isSubmitting,
  };
}

/** Where the rules do not come, the server is asked: it has them in any case. */
async function misfitsBy(rules: FormOf<string>['rules'], input: object) {
  if (rules === undefined) return [];
  try {
    const [schema, { misfits }] = await Promise.all([rules(), import('../../domain/people/names/schema.ts')]);
    const read = schema.safeParse(input);
    return read.success ? [] : misfits(read.error);
  } catch {
    // the rules do not come: the server has them
    return [];
  }
}
