import type { CaseView, PostableType } from '@qzt/contract/reception';
import { isNoMaterial } from '@qzt/domain/catalogue';
import type { Values } from './event-form.ts';

type Shown = {
  readonly requirementNotice: Pick<CaseView['requirementNotice'], 'materials'>;
  readonly events: readonly Pick<CaseView['events'][number], 'type' | 'data'>[];
};

const namesIn = (data: CaseView['events'][number]['data']): readonly string[] =>
  (Array.isArray(data.materials) ? data.materials : []).flatMap((entry) =>
    typeof entry === 'object' && entry !== null && !Array.isArray(entry)
      ? [String(entry.name)]
      : [],
  );

/** The materials ticked when a form opens: to ask for, what is missing; to receive, what was asked for of that. */
export const tickedAtFirst = (type: PostableType, shown: Shown): Values => {
  if (type !== 'ask-materials' && type !== 'receive-materials') return {};
  const missing = shown.requirementNotice.materials
    .filter((m) => !m.received && !isNoMaterial(m.name))
    .map((m) => m.name);
  const asked = shown.events
    .filter((e) => e.type === 'ask-materials')
    .flatMap((e) => namesIn(e.data));
  const names = type === 'ask-materials' ? missing : missing.filter((name) => asked.includes(name));
  return { 'data.materials': names.map((name) => ({ name, copies: 1 })) };
};
