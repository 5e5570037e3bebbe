/**
 * Names run their own way in every sentence, and times are written in the language of the page: read off messages and sources. What
 * stays as it is stands in the lists below, each with its reason.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../launch/state-folder.ts';
import { messages } from '../../messages/en.ts';
import type { Catalogue } from './picked.ts';
import { lineAt, sources } from './sources.ts';

/** Who may ask for a language, a zone or an order of their own. */
const WRITES: Record<string, string> = {
  'app/(teacher)/classes/[id]/settings/zone-setting.tsx': 'lists the zones that there are',
  'app/_i18n/use-times.ts': 'writes all times',
  'app/_i18n/direction.ts': 'asks for the script of a language',
  'domain/activities/time-zone.ts': 'asks whether there is such a zone',
  'domain/live/nickname.ts': 'counts signs, which are the same in every language',
  'domain/people/names/unfit.ts': 'cuts texts without spaces at words, whoever reads them',
  'domain/people/name-order.ts': 'a list has one order, whoever reads it',
  'tools/backup.ts': 'the command line speaks English',
  'tools/restore.ts': 'the command line speaks English',
};

/** What a person chose or typed, by the names of the parameters of messages. */
const NAMES = 'name|nickname|login|student|lesson|course|title|question|search';
/** Groups in which these are names of things in code, in a lesson's file or in another program's. */
const OF_CODE = ['authoring.problem', 'exchange', 'feedback', 'lessonProblems', 'maths'];
/** Read out, or the name of a file: no element can stand there. */
const READ_OUT = [
  'activities.form.editOf',
  'activities.form.resultsOf',
  'activities.live.countsOf',
  'activities.live.maxOf',
  'activities.live.resultsOf',
  'activities.outside.againOf',
  'activities.outside.editOf',
  'activities.outside.resultsOf',
  'activities.outside.takeOf',
  'activities.results.byHandOf',
  'activities.results.changeOf',
  'activities.results.seats.of',
  'activities.version.takeOf',
  'common.nav.account',
  'desk.admin.disableOf',
  'desk.admin.editOf',
  'desk.admin.enableOf',
  'desk.admin.handOver.openOf',
  'desk.admin.roleOf',
  'desk.admin.writeOf',
  'desk.board.cell',
  'desk.board.cellUnscored',
  'desk.board.look',
  'desk.editor.bank.putIn',
  'desk.editor.template',
  'desk.failures.againOf',
  'desk.files.act.keeps',
  'desk.files.act.takes',
  'desk.files.look.looks',
  'desk.importing.as',
  'desk.importing.tick',
  'desk.insight.cellOf',
  'desk.insight.practiceTitle',
  'desk.lessons.giveOf',
  'desk.lessons.takeOf',
  'desk.members.backOf',
  'desk.members.removeOf',
  'desk.members.renameOf',
  'desk.members.takeBackOf',
  'desk.people.removeOf',
  'desk.people.resetOf',
  'desk.people.timeOf',
  'desk.questions.choose',
  'desk.quizEditor.addOne',
  'desk.quizEditor.copyTitle',
  'desk.quizEditor.fromLesson',
  'desk.quizEditor.isIn',
  'desk.quizEditor.look',
  'desk.quizzes.hostOf',
  'desk.quizzes.reportOf',
  'desk.regrade.file',
  'desk.regrade.historyOf',
  'desk.roster.takeOf',
  'desk.scores.column',
  'desk.scores.file',
  'desk.scores.unscored',
  'desk.tree.copyTitle',
  'desk.tree.editors.takeOf',
  'desk.tree.more',
  'desk.tree.move',
  'desk.tree.of',
  'grades.files.whoOf',
  'grades.own.tryOf',
  'grades.set.categoryOf',
  'grades.set.dropOf',
  'grades.set.hiddenOf',
  'grades.set.markFrom',
  'grades.set.removeOf',
  'grades.set.share',
  'grades.set.weightOf',
  'grades.typedFor',
  'home.invitations.acceptOf',
  'home.invitations.declineOf',
  'inquiries.desk.filter.one',
  'lesson.blanks.gap',
  'live.host.remove',
  'live.open.ungroupOf',
  'live.report.cellOf',
  'live.report.file',
  'live.said.discuss',
  'live.said.lobby',
  'live.said.question',
  'live.said.read',
  'notices.mail.confirm.text',
  'notices.mail.due',
  'notices.mail.given',
  'notices.mail.hello',
  'now.desk.drop',
  'now.desk.lowerOf',
  'practise.list.backOf',
  'practise.list.dropOf',
];

/** All sentences, by their full names. */
function sentences(of: Catalogue, within = ''): [name: string, sentence: string][] {
  return Object.entries(of).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${within}${key}`, value]] : sentences(value, `${within}${key}.`),
  );
}

describe('times and orders are of the page', () => {
  const ASKS = /\bIntl\b|\.toLocale\w*\(|\.to(?:Date|Time)String\(|\.(?:dateTime|dateTimeRange|relativeTime)\(/;

  it('in one place: whoever else writes them has a reason', () => {
    const all = sources('{app,server,domain,workers,db,tools,launch}/**/*.{ts,tsx}');
    expect(all.flatMap(({ file, text }) => (ASKS.test(text) ? [file] : []))).toEqual(Object.keys(WRITES).toSorted());
  });

  it('and not inside a message, where the zone is that of the server', () => {
    const told = sentences(messages).flatMap(([name, sentence]) =>
      /\{\w+, (?:date|time)\b/.test(sentence) ? [name] : [],
    );
    expect(told).toEqual([]);
  });

  it('language and direction of a page come from its locale', () => {
    expect(readFileSync(path.join(ROOT, 'app/layout.tsx'), 'utf8')).toContain(
      '<html lang={locale} dir={directionOf(locale)} ',
    );
  });
});

describe('names run their own way', () => {
  const PARAMETER = new RegExp(`\\{(?:${NAMES})\\}`);
  const HELD = new RegExp(`<bdi>\\{(?:${NAMES})\\}</bdi>`, 'g');
  /** one word for each of several cases, which are no parameters */
  const CASES = /\{\w+, select, (?:\w+ \{[^{}]*\}\s*)+\}/g;
  const unheld = sentences(messages).flatMap(([name, sentence]) =>
    !OF_CODE.some((group) => name.startsWith(`${group}.`)) &&
    PARAMETER.test(sentence.replace(HELD, '').replace(CASES, ''))
      ? [name]
      : [],
  );

  it('in every sentence that is shown', () => expect(unheld.toSorted()).toEqual(READ_OUT));

  it('sentences that are read out are shown nowhere', () => {
    const scripts = sources('app/**/*.tsx');
    for (const name of READ_OUT.filter((one) => /Of$|\.(?:cell|look|gap|remove)$/.test(one))) {
      const asks = new RegExp(`'${name.split('.').at(-1)}'[^)]*, \\{`);
      const lines = scripts.flatMap(({ text }) => text.split('\n')).filter((line) => asks.test(line));
      expect(lines, name).not.toEqual([]);
      const readOut = new RegExp(`(?:^|\\s)(?:aria-label|title)=\\{[^{]*${asks.source}`);
      for (const line of lines) expect(line).toMatch(readOut);
    }
  });

  it('a sentence with a name is asked for with its tag', () => {
    const held = new Set(sentences(messages).flatMap(([name, sentence]) => (sentence.includes('<bdi>') ? [name] : [])));
    expect(held.size).toBeGreaterThan(25);
    const GROUP = /const (\w+) = (?:await getTranslations|useTranslations)\('([\w.]+)'\)/g;
    const plain = sources('app/**/*.{ts,tsx}').flatMap(({ file, text }) =>
      [...text.matchAll(GROUP)].flatMap(([, t, group]) =>
        [...text.matchAll(new RegExp(`\\b${t}\\('([\\w.]+)'`, 'g'))].flatMap(({ 1: key, index }) =>
          held.has(`${group}.${key}`) ? [`${file}:${lineAt(text, index)}: ${key} (instead: ${t}.rich)`] : [],
        ),
      ),
    );
    expect(plain).toEqual([]);
  });

  it('and no element with a way of its own has a start and an end of its own, which would be the other ones', () => {
    const sided = /<(?:bdi\b|\w[^<]*\sdir="auto")[^<]*className=\{?[^<]*?["'\s:]-?(?:[mp]|inset-|border-)[se]-[^<]*/;
    expect('<bdi className="font-sans ms-2">').toMatch(sided);
    expect('<th\n dir="auto"\n className={clsx(CELL, "sticky inset-s-0")}>').toMatch(sided);
    expect('<bdi className="mt-2 text-start">').not.toMatch(sided);
    const found = sources('app/**/*.tsx').flatMap(({ file, text }) =>
      [...text.matchAll(new RegExp(sided, 'g'))].map(({ index }) => `${file}:${lineAt(text, index)}`),
    );
    expect(found).toEqual([]);
  });

  it('where one stands by itself', () => {
    const SHOWN = /(?<![=\s(,$&|?:])\s*\{((?:\w+\??\.)*(?:nickname|name|login|student)|[^{}]*\bnickname)\}/g;
    const ISOLATED = /<(?:bdi|option)(?:\s[^<]*)?>\s*$|<\w[^<]*\sdir="auto"[^<]*>\s*$/;
    const shown = sources('app/**/*.tsx').flatMap(({ file, text }) =>
      [...text.matchAll(SHOWN)].map(({ 0: said, index }) => ({
        file: `${file}:${lineAt(text, index + said.length)}: ${said.trim()}`,
        isolated: ISOLATED.test(text.slice(0, index) + /^\s*/.exec(said)?.[0]),
      })),
    );
    expect(shown.length).toBeGreaterThan(15);
    expect(shown.flatMap(({ file, isolated }) => (isolated ? [] : [`${file} (instead: within <bdi>)`]))).toEqual([]);
  });
});
