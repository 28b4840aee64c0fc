import type { CertificateKind, CertificateTemplate } from '@qzt/domain/certificate';
import { decidesHere } from '@qzt/domain/certificate';
import { buildFinder, type Finder } from '@qzt/search';
import { content } from '../../platform/content.ts';

/** A rule of the order of decision, as the lists state it. */
export interface DecisionRule {
  readonly order: number;
  readonly rule: string;
  readonly standing: string;
  readonly where?: string;
}

/** The shipped lists, templates and how people ask for the papers. */
export interface CertificateList {
  readonly kinds: readonly CertificateKind[];
  readonly rules: readonly DecisionRule[];
  readonly templates: readonly CertificateTemplate[];
  readonly finder: Finder;
}

let loaded: Promise<CertificateList> | undefined;

/** The lists, read once: they ship with the product and change with it. */
export function certificateList(): Promise<CertificateList> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<CertificateList> {
  const [{ items, decisionRules }, { templates }, phrasings] = await Promise.all([
    content<{ items: CertificateKind[]; decisionRules: DecisionRule[] }>(
      'certificates/certificates.json',
    ),
    content<{ templates: CertificateTemplate[] }>('certificates/templates.json'),
    content<Record<string, string[]>>('certificates/phrasings.json'),
  ]);
  const finder = buildFinder(
    items.filter(decidesHere).map(({ code, name, aliases }) => ({
      code,
      name,
      kind: 'certificate',
      phrasings: [...aliases, ...(phrasings[code] ?? [])],
    })),
  );
  return { kinds: items, rules: decisionRules, templates, finder };
}

export const kindOf = (list: CertificateList, code: string): CertificateKind | undefined =>
  list.kinds.find((kind) => kind.code === code);
