/** Tags as they are typed in one field, parted by commas. Pure. */
export function typedTags(text: string): string[] {
  return [
    ...new Set(
      text
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    ),
  ];
}
