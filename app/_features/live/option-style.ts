/** Options in colour, shape and letter: nobody needs to tell colours apart. Colours after Okabe and Ito. */
export interface OptionStyle {
  shape: string;
  background: string;
  /** dark or light, as contrast asks */
  text: string;
}

const DARK = '#16161a';
const LIGHT = '#ffffff';
const STYLES: Record<string, OptionStyle> = {
  A: { shape: '▲', background: '#b84a00', text: LIGHT },
  B: { shape: '◆', background: '#0072b2', text: LIGHT },
  C: { shape: '●', background: '#e69f00', text: DARK },
  D: { shape: '■', background: '#009e73', text: DARK },
  E: { shape: '★', background: '#cc79a7', text: DARK },
  F: { shape: '✚', background: '#56b4e9', text: DARK },
};

export function optionStyle(letter: string): OptionStyle {
  return STYLES[letter] ?? { shape: '•', background: '#5b5a63', text: LIGHT };
}
