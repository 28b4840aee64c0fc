import type { CertificateKindView, LocalCertificateView } from '@qzt/contract/certificate';

const ALLOWED: Readonly<Record<CertificateKindView['allowed'], string>> = {
  no: '不能开',
  yes: '可以开',
  conditional: '清单没有定',
};

/** The ruling that holds here: the place's own, else that of the place above. */
export const rulingHere = ({ own, above }: CertificateKindView): 'issue' | 'refuse' | null =>
  own?.ruling ?? above?.ruling ?? null;

/** Whether the paper is issued here, in words. */
export const allowedText = (kind: CertificateKindView): string => {
  const ruling = kind.allowed === 'conditional' ? rulingHere(kind) : null;
  if (ruling === null) return ALLOWED[kind.allowed];
  return ruling === 'issue' ? '可以开(本地确认)' : '不能开(本地确认)';
};

/** Whether somebody still has to look: who helps is not confirmed, or whether it is issued. */
export const isOpen = (kind: CertificateKindView): boolean => {
  if (kind.allowed === 'conditional' && rulingHere(kind) !== 'refuse')
    return rulingHere(kind) === null;
  return kind.office.standing === 'assumed' || isUnanswered(kind);
};

const isUnanswered = ({ office }: CertificateKindView): boolean =>
  office.standing === 'fallback' && office.confirmed === null;

export const sourceText = (kind: CertificateKindView): string => {
  const { office } = kind;
  if (kind.allowed === 'conditional' && rulingHere(kind) === null) return '能不能开,待核实';
  switch (office.standing) {
    case 'confirmed':
      return office.confirmed
        ? `已确认 · ${office.confirmed.org} ${office.confirmed.by} · ${office.confirmed.on}`
        : '已确认';
    case 'official':
      return '规定里写明';
    case 'assumed':
      return '待核实';
    case 'fallback':
      return office.confirmed ? '没有去向,先问街道' : '待核实 · 没有去向';
  }
};

/** What somebody confirmed, as the form holds it. */
export interface LocalForm {
  readonly office: string;
  readonly phone: string;
  readonly address: string;
  readonly ruling: 'issue' | 'refuse' | null;
  readonly basis: string;
  readonly confirmedOn: string;
}

/** The form of what stands there; of nothing, with what is known so far, to be confirmed. */
export const formOf = (
  own: LocalCertificateView | null,
  { office }: CertificateKindView,
  today: string,
): LocalForm => {
  const known = office.standing === 'fallback' ? { office: '', phone: null } : office;
  const { office: name, phone } = own ?? known;
  return {
    office: name ?? '',
    phone: phone ?? '',
    address: own?.address ?? '',
    ruling: own?.ruling ?? null,
    basis: own?.basis ?? '',
    confirmedOn: own?.confirmedOn ?? today,
  };
};

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The form as it is sent. */
export const entryOf = (form: LocalForm) => ({
  office: orNull(form.office),
  phone: orNull(form.phone),
  address: orNull(form.address),
  ruling: form.ruling,
  basis: form.basis.trim(),
  confirmedOn: form.confirmedOn,
});
