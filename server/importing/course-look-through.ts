/** The pictures of a whole course, decoded before it is shown: what shows one that cannot be read waits as it stands in its file. */
import type { Picture } from '../../domain/exchange/foreign.ts';
import type { CourseFile } from '../../domain/exchange/own/course-read.ts';
import { BESIDE } from '../../domain/exchange/own/manifest.ts';
import type { Remark } from '../../domain/exchange/remark.ts';
import { writtenPicture } from '../../domain/pictures/address.ts';
import { saidOfPictures, UNSEEN } from './said-of-pictures.ts';

/** All of them. */
export const picturesOf = ({ levels, questions }: CourseFile): Picture[] => [
  ...levels.flatMap(({ places }) => places.flatMap(({ lesson }) => lesson?.pictures ?? [])),
  ...questions.flatMap((one) => one.pictures),
];

/** The same with what was found at its lessons and questions. */
export async function courseLookedThrough(
  course: CourseFile,
  isStored: (bytes: Uint8Array) => boolean = () => false,
): Promise<CourseFile> {
  const said = await saidOfPictures(picturesOf(course), isStored);
  return {
    ...course,
    levels: course.levels.map((level) => ({
      ...level,
      places: level.places.map((place) => ({
        ...place,
        lesson: place.lesson === null ? null : withoutBroken(place.lesson, said),
      })),
    })),
    questions: course.questions.map((one) => withoutBroken(one, said)),
  };
}

interface Text {
  source: string;
  pictures: readonly Picture[];
  remarks: readonly Remark[];
}

function withoutBroken<T extends Text>(text: T, said: (picture: Picture) => Remark | null): T {
  const found = text.pictures.map((picture) => ({ picture, wrong: said(picture) }));
  const broken = found.filter(({ wrong }) => wrong !== null && wrong.code !== UNSEEN);
  if (broken.length === 0) return text;
  let { source } = text;
  for (const { picture } of broken)
    if (picture.id !== null) source = source.replaceAll(writtenPicture(picture.id), BESIDE + picture.name);
  return {
    ...text,
    source,
    pictures: text.pictures.filter((one) => broken.every(({ picture }) => picture !== one)),
    remarks: [...text.remarks, ...broken.flatMap(({ wrong }) => wrong ?? [])],
  };
}
