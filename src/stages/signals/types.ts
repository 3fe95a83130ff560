/** When to act, apart from how well an account fits; no coverage at all is unknown, never cold. */
export type TimingClass = 'hot' | 'warm' | 'cold' | 'unknown';

/** Points from which an account is hot or warm. */
export interface TimingTiers {
  readonly hot: number;
  readonly warm: number;
}
