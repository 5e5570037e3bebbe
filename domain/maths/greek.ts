/** Greek letters and their English names, as people type either. */

const letters = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ϵ: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  ϑ: 'theta',
  ι: 'iota',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  µ: 'mu',
  ν: 'nu',
  ξ: 'xi',
  π: 'pi',
  ρ: 'rho',
  σ: 'sigma',
  ς: 'sigma',
  τ: 'tau',
  υ: 'upsilon',
  φ: 'phi',
  ϕ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
  Γ: 'Gamma',
  Δ: 'Delta',
  Θ: 'Theta',
  Λ: 'Lambda',
  Ξ: 'Xi',
  Π: 'Pi',
  Σ: 'Sigma',
  Φ: 'Phi',
  Ψ: 'Psi',
  Ω: 'Omega',
} as const;

const names: ReadonlyMap<string, string> = new Map(Object.entries(letters));
const known: ReadonlySet<string> = new Set(names.values());

/** `α` → `alpha`; anything else is returned as it is. */
export function greekName(letter: string): string {
  return names.get(letter) ?? letter;
}

export function isGreekName(name: string): boolean {
  return known.has(name);
}

/** A name with each Greek letter written as its English name: `Δx` → `Deltax`. */
export function spellGreek(name: string): string {
  return Array.from(name, greekName).join('');
}
