/**
 * A formula in one line of plain words, for lists where nothing is typeset: `\frac{\partial}{\partial z} y` is ∂/∂z y. Every command
 * becomes its sign, or its name; nothing of it is checked. Pure.
 */

const SIGNS: Readonly<Record<string, string>> = {
  ...{ partial: '∂', nabla: '∇', infty: '∞', int: '∫', sum: '∑', prod: '∏', sqrt: '√', prime: '′', degree: '°' },
  ...{ cdot: '·', times: '×', div: '÷', pm: '±', mp: '∓', circ: '∘', ast: '*', mid: '|', vert: '|', Vert: '‖' },
  ...{ le: '≤', leq: '≤', ge: '≥', geq: '≥', ne: '≠', neq: '≠', approx: '≈', equiv: '≡', sim: '∼', propto: '∝' },
  ...{ to: '→', rightarrow: '→', leftarrow: '←', Rightarrow: '⇒', implies: '⇒', iff: '⇔', mapsto: '↦' },
  ...{ in: '∈', notin: '∉', subset: '⊂', subseteq: '⊆', cup: '∪', cap: '∩', emptyset: '∅', forall: '∀', exists: '∃' },
  ...{
    ldots: '…',
    cdots: '…',
    dots: '…',
    vdots: '…',
    ddots: '…',
    langle: '⟨',
    rangle: '⟩',
    ell: 'ℓ',
    quad: ' ',
    qquad: ' ',
  },
  ...{ alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', varepsilon: 'ε', zeta: 'ζ', eta: 'η', theta: 'θ' },
  ...{ iota: 'ι', kappa: 'κ', lambda: 'λ', mu: 'μ', nu: 'ν', xi: 'ξ', pi: 'π', rho: 'ρ', sigma: 'σ', tau: 'τ' },
  ...{ phi: 'φ', varphi: 'φ', chi: 'χ', psi: 'ψ', omega: 'ω', Gamma: 'Γ', Delta: 'Δ', Theta: 'Θ', Lambda: 'Λ' },
  ...{ Xi: 'Ξ', Pi: 'Π', Sigma: 'Σ', Phi: 'Φ', Psi: 'Ψ', Omega: 'Ω' },
  ...{ left: '', right: '', big: '', Big: '', bigl: '', bigr: '', displaystyle: '', limits: '', nolimits: '' },
};
const FRACTIONS: readonly string[] = ['frac', 'dfrac', 'tfrac', 'cfrac'];
/** They say how what follows looks. */
const LOOKS: readonly string[] = ['text', 'textbf', 'textit', 'mathrm', 'mathbf', 'mathit', 'mathbb', 'mathcal'].concat(
  ['mathsf', 'boldsymbol', 'operatorname', 'vec', 'hat', 'bar', 'overline', 'underline', 'tilde', 'dot'],
);
const COMMAND = /\\(?:([A-Za-z]+)\*?|(.?))/sy;

/** @param tex as it is typed between dollars */
export function plainTex(tex: string): string {
  let at = 0;
  const skipBlanks = (): void => {
    while (/\s/.test(tex[at] ?? '')) at += 1;
  };
  /** Up to the brace that closes it, or to the end. */
  const group = (): string => {
    let out = '';
    while (at < tex.length && tex[at] !== '}') out += piece();
    at += 1;
    return out;
  };
  const argument = (): string => {
    skipBlanks();
    return at >= tex.length || tex[at] === '}' ? '' : piece().trim();
  };
  const piece = (): string => {
    const sign = tex[at] ?? '';
    if (sign === '\\') return command();
    at += 1;
    if (sign === '{') return group();
    if (sign === '&' || sign === '~') return ' ';
    if (sign !== '^' && sign !== '_') return sign;
    const raised = argument();
    return raised === '' ? '' : `${sign}${isOne(raised) ? raised : `(${raised})`}`;
  };
  const command = (): string => {
    COMMAND.lastIndex = at;
    const [all = '\\', name, sign = ''] = COMMAND.exec(tex) ?? [];
    at += all.length;
    if (name === undefined) return /[{}%$_#&]/.test(sign) ? sign : sign === '!' ? '' : ' ';
    if (FRACTIONS.includes(name)) {
      const [over, under] = [argument(), argument()];
      // what stands behind it is not below the line
      const gap = /[\w\\]/.test(tex[at] ?? '') ? ' ' : '';
      return `${/[\s+\-−/]/.test(over) ? `(${over})` : over}/${isOne(under) ? under : `(${under})`}${gap}`;
    }
    if (name === 'sqrt') {
      const root = argument();
      return `√${isOne(root) ? root : `(${root})`}`;
    }
    if (name === 'begin' || name === 'end') {
      argument();
      return ' ';
    }
    skipBlanks();
    if (LOOKS.includes(name)) return tex[at] === '{' ? piece() : '';
    if (Object.hasOwn(SIGNS, name)) return SIGNS[name] ?? '';
    return /[([{^_]/.test(tex[at] ?? '') ? ` ${name}` : ` ${name} `;
  };
  let out = '';
  // a brace too many closes nothing
  while (at < tex.length) out += group();
  return out
    .replace(/\s+/g, ' ')
    .replace(/([([]) | (?=[)\]])/g, '$1')
    .trim();
}

/** One number, one letter, or one letter with its sign of a derivative: it needs no brackets. */
const isOne = (text: string): boolean => /^(?:\d+(?:[.,]\d+)?|[∂∇]?\p{L}?|.)$/u.test(text);
