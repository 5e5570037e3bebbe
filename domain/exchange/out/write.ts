/** Questions in the format that somebody asks for: what becomes of each, and the files. Pure; the bytes of pictures are put in later. */
import { cutQuestions } from '../../lesson/cut.ts';
import { picturesIn } from '../../pictures/address.ts';
import type { NamedMisconception } from '../foreign.ts';
import { writeGift } from '../gift/write.ts';
import { writeMoodle } from '../moodle/write.ts';
import { type OutCourse, writeCourse } from '../own/course-write.ts';
import { type OwnQuiz, slugOf, writeOwn } from '../own/write.ts';
import { writeQti1 } from '../qti1/write.ts';
import { writeQti2 } from '../qti2/write.ts';
import { isRemark, type Remark, remark } from '../remark.ts';
import { writeCsv } from '../sheets/write.ts';
import type { OutFile } from './file.ts';
import type { OutFormat } from './formats.ts';
import { type OutItem, outItem, type Taken } from './item.ts';
import { type OutLine, refusalOf } from './pen.ts';

/** What is to be written. */
export interface Wish {
  format: OutFormat;
  /** of the whole; null: it has none */
  title: string | null;
  /** those that may not be taken, or cannot be: with the reason */
  questions: readonly (Taken | InLesson | Remark)[];
  quizzes: readonly OwnQuiz[];
  /** those that its questions name */
  misconceptions: readonly NamedMisconception[];
  /** those that may be taken along */
  pictures: ReadonlySet<string>;
}

/** A question that stands in a lesson, under a name. */
export interface InLesson extends Omit<Taken, 'source'> {
  within: { source: string; name: string };
}

export interface Export {
  /** of each question, in their order */
  lines: readonly OutLine[];
  files: readonly OutFile[];
  /** they come together, in a zip */
  zipped: boolean;
  /** without its ending */
  name: string;
}

/** The questions in the format that is wished for. */
export function writeExport(wish: Wish): Export {
  const name = slugOf(wish.title ?? '', 'questions');
  const questions = cutOut(wish.questions);
  if (wish.format === 'nabla') return { ...ofOurs({ ...wish, questions }), zipped: true, name };
  const items = questions.map((one): OutItem | Remark => {
    if (isRemark(one)) return one;
    try {
      return outItem(one);
    } catch (error) {
      return refusalOf(error);
    }
  });
  switch (wish.format) {
    case 'gift':
      return { ...writeGift(items, name), zipped: false, name };
    case 'moodle-xml':
      return { ...writeMoodle(items, name, wish.pictures), zipped: false, name };
    case 'qti-1.2':
      return { ...writeQti1(items, wish.title ?? name, wish.pictures), zipped: true, name };
    case 'qti-2':
      return { ...writeQti2(items, wish.title ?? name, wish.pictures), zipped: true, name };
    case 'csv':
      return { ...writeCsv(items, name), zipped: false, name };
  }
}

/** A whole course, with what its questions say. */
export interface CourseWish extends Omit<OutCourse, 'questions'> {
  /** versions of one follow each other; those that may not be taken, or cannot be, with the reason */
  questions: Wish['questions'];
}

/** A course as a zip of ours: the questions of banks that it asks come along. */
export function writeWholeCourse(wish: CourseWish): Export {
  const questions = cutOut(wish.questions);
  const taken = questions.filter((one): one is Taken => !isRemark(one));
  const lines = questions.map((one): OutLine => lineOfOurs(one, wish.pictures));
  return { lines, files: writeCourse({ ...wish, questions: taken }), zipped: true, name: wish.slug };
}

/** Each lesson is read once. */
function cutOut(questions: Wish['questions']): (Taken | Remark)[] {
  const lessons = new Map<string, Map<string, string>>();
  return questions.map((one) => {
    if (isRemark(one) || 'source' in one) return one;
    const { within, ...taken } = one;
    const cut = lessons.get(within.source) ?? cutQuestions(within.source);
    lessons.set(within.source, cut);
    const source = cut.get(within.name);
    return source === undefined ? remark('out.lessonQuestion') : { ...taken, source };
  });
}

function ofOurs({
  title,
  questions,
  quizzes,
  misconceptions,
  pictures,
}: Omit<Wish, 'questions'> & { questions: readonly (Taken | Remark)[] }): Pick<Export, 'lines' | 'files'> {
  const taken = questions.filter((one): one is Taken => !isRemark(one));
  const places = new Map(taken.map((one, place) => [one, place]));
  const kept = quizzes.map((quiz) => ({
    ...quiz,
    questions: quiz.questions.flatMap((asked) => {
      const one = questions[asked.question];
      const place = one === undefined || isRemark(one) ? undefined : places.get(one);
      return place === undefined ? [] : [{ ...asked, question: place }];
    }),
  }));
  const lines = questions.map((one): OutLine => lineOfOurs(one, pictures));
  return { lines, files: writeOwn(taken, { title, quizzes: kept, misconceptions, pictures }) };
}

function lineOfOurs(one: Taken | Remark, pictures: ReadonlySet<string>): OutLine {
  if (isRemark(one)) return { written: false, remarks: [one] };
  const lost = lostPictures(one.source, pictures);
  return { written: true, remarks: lost > 0 ? [remark('out.pictures', { count: lost })] : [] };
}

const lostPictures = (source: string, pictures: ReadonlySet<string>): number =>
  picturesIn(source).filter((id) => !pictures.has(id)).length;
