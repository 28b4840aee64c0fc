import type { Standing } from '../catalogue/index.ts';

/** A paper that somebody may ask a committee for, as a list has it. */
export interface CertificateKind {
  readonly code: string;
  readonly name: string;
  /** Sub-names of the list, as 户籍证明 under 居民身份信息证明. */
  readonly aliases: readonly string[];
  /** `conditional`: by the current local list, or after a person has looked. */
  readonly allowed: boolean | 'conditional';
  /** Where the list holds: 全国, 上海…, or another place (then it is a pattern and decides nothing). */
  readonly scope: string;
  readonly basis: string;
  /** Year of the basis. */
  readonly effective: string;
  /** Who can help instead; '' where the list names nobody. */
  readonly redirect: string;
  /** `redirect` in a form that can be said: whom to ask. */
  readonly office?: string;
  /** What the resident may have that serves as well. */
  readonly papers?: string;
  readonly standing: Standing;
  readonly redirectStanding: Standing;
  readonly note?: string;
  readonly sources: readonly string[];
  /** The entry of another list about the same paper. */
  readonly sameAs?: string;
}

/** How far up a list stands: rule 5 of the order of decision asks for it. 0: the list holds elsewhere. */
export function levelOf({ scope }: Pick<CertificateKind, 'scope'>): 0 | 1 | 2 {
  if (scope === '全国') return 2;
  return scope.startsWith('上海') ? 1 : 0;
}

/** Whether an entry decides anything in Shanghai. */
export const decidesHere = (kind: Pick<CertificateKind, 'scope'>): boolean => levelOf(kind) > 0;

/**
 * The entry that holds for a paper: of those about the same one, the newer, and of the same year the one of the higher
 * level (order of decision, rule 5, standing assumed). Itself where no other list speaks of it.
 */
export function prevailing(
  kind: CertificateKind,
  kinds: readonly CertificateKind[],
): CertificateKind {
  const paper = kind.sameAs ?? kind.code;
  const same = kinds.filter(
    (one) => decidesHere(one) && (one.code === paper || one.sameAs === paper),
  );
  return same.reduce((best, one) => (isStronger(one, best) ? one : best), kind);
}

const isStronger = (one: CertificateKind, other: CertificateKind): boolean =>
  one.effective > other.effective ||
  (one.effective === other.effective && levelOf(one) > levelOf(other));
