import { type CertificateKind, decidesHere } from '@qzt/domain/certificate';
import type { FinderHit } from '@qzt/search';
import { type CertificateList, kindOf } from './certificate-list.ts';

/**
 * When the best guess is taken for what was asked: from this score on, and this many times as good as the next. Else the
 * guesses are only offered. Composed by trying the sentences of the test beside this file: a wrong guess costs one look at
 * the choices beside it, no guess one more key.
 */
const SURE = 0.1;
const AHEAD = 2;

/** What every sentence about a paper says. A sentence of nothing else asks for none in particular. */
const COMMON = /证明|证|居委会|开|打|出|办|写|具|一|张|份|个|我|要|想|请|来|能|吗|\p{P}/gu;

const CHOICES = 5;

export interface Recognised {
  /** Undefined where the words fit no entry well enough. */
  readonly asked: CertificateKind | undefined;
  /** Best first, the asked one among them. */
  readonly choices: readonly CertificateKind[];
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** The entry whose name or sub-name stands in the words as it is, the longest of several. */
function namedIn(list: CertificateList, words: string): CertificateKind | undefined {
  const text = plain(words);
  const named = list.kinds
    .filter(decidesHere)
    .flatMap((kind) =>
      [kind.name, ...kind.aliases]
        .filter((name) => name.length > 2 && text.includes(plain(name)))
        .map((name) => ({ kind, length: name.length })),
    );
  return named.reduce<{ kind: CertificateKind; length: number } | undefined>(
    (best, one) => (best === undefined || one.length > best.length ? one : best),
    undefined,
  )?.kind;
}

function isSure(hits: readonly FinderHit[], words: string): boolean {
  if (plain(words).replace(COMMON, '') === '') return false;
  const [best, next] = hits;
  return best !== undefined && best.score >= SURE && best.score >= AHEAD * (next?.score ?? 0);
}

/** What paper somebody asks for, by its name in the words, else by what the words resemble. */
export function recognise(list: CertificateList, words: string): Recognised {
  const { hits } = list.finder.find(words, CHOICES);
  const guesses = hits.flatMap(({ code }) => kindOf(list, code) ?? []);
  const asked = namedIn(list, words) ?? (isSure(hits, words) ? guesses[0] : undefined);
  const choices =
    asked === undefined ? guesses : [asked, ...guesses.filter((one) => one !== asked)];
  return { asked, choices: choices.slice(0, CHOICES) };
}
