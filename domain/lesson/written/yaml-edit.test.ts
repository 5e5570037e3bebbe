import { describe, expect, it } from 'vitest';
import { movedYaml, pathAt, withYaml, yamlValue } from './yaml-edit.ts';

const PARTS = `of: x^2*y # the function
variables: [x, y]
parts:
  dx: {by: x}
  # by y as well
  dy: {by: y, points: 2}`;

describe('a block of YAML in a form', () => {
  it('changes one value and leaves comments, order and form of the rest', () => {
    expect(withYaml(PARTS, ['of'], 'x^3*y')).toBe(PARTS.replace('x^2*y', 'x^3*y'));
    expect(withYaml(PARTS, ['parts', 'dy', 'points'], 3)).toBe(PARTS.replace('points: 2', 'points: 3'));
    expect(withYaml(PARTS, ['variables'], ['x', 'y', 'z'])).toBe(PARTS.replace('[x, y]', '[x, y, z]'));
  });

  it('adds what was not there and takes away what is cleared', () => {
    expect(withYaml('value: 2', ['unit'], 'm')).toBe('value: 2\nunit: m');
    expect(withYaml('value: 2\nunit: m', ['unit'], undefined)).toBe('value: 2');
    expect(withYaml('value: 2', ['value'], undefined)).toBe('');
    expect(withYaml('', ['wrong', 0, 'text'], 'a')).toBe('wrong:\n  - text: a');
    expect(yamlValue(withYaml(PARTS, ['parts', 'g'], { equals: '2*x' }))?.value).toMatchObject({
      parts: { g: { equals: '2*x' } },
    });
  });

  it('puts another whole in its place', () => {
    expect(withYaml('- a', [], [{ name: 'b' }])).toBe('- name: b');
    expect(withYaml('- a', [], undefined)).toBe('');
    expect(withYaml('- name: a', [1], { name: 'b', call: [1] })).toBe('- name: a\n- {name: b, call: [1]}');
  });

  it('writes texts so that they are read as texts', () => {
    for (const text of [
      '2',
      'true',
      'null',
      '- a',
      '# no',
      'a: b',
      "it's",
      '[1; 3)',
      ' blank ',
      'a\nb',
      '&a',
      '*b',
      '!c',
    ])
      expect(yamlValue(withYaml('value: 1', ['value'], text))?.value, text).toEqual({ value: text });
  });

  it('moves a member of a list', () => {
    expect(movedYaml('- a # one\n- b\n- c', [], 0, 2)).toBe('- b\n- c\n- a # one');
    expect(movedYaml('accept: [a, b]', ['accept'], 1, 0)).toBe('accept: [b, a]');
  });

  it('knows what stands on a line', () => {
    expect(pathAt(PARTS, 1)).toEqual(['of']);
    expect(pathAt(PARTS, 4).slice(0, 2)).toEqual(['parts', 'dx']);
    expect(pathAt(PARTS, 6).slice(0, 2)).toEqual(['parts', 'dy']);
    expect(pathAt('- name: a\n  call: [1]\n- name: b', 3)).toEqual([1, 'name']);
    const slip = 'slips: [{expression: 2*x, words: Why?}]';
    expect(pathAt(slip, 1, 10)).toEqual(['slips', 0, 'expression']);
    expect(pathAt(slip, 1, 27)).toEqual(['slips', 0, 'words']);
  });

  it('is left alone where a form could not show it', () => {
    for (const text of ['a: &x 1\nb: *x', 'a: !!set { b }', 'a: [', 'a: "b']) expect(yamlValue(text), text).toBeNull();
    expect(withYaml('a: [', ['a'], 1)).toBe('a: [');
  });
});
