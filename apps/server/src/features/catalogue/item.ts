/** What a version of a catalogue item says: the shipped list plus the working text that we composed for it. */
export interface ItemBody {
  readonly name: string;
  readonly kind: 'contactless' | 'doorstep';
  readonly serviceLine: string;
  readonly category?: string;
  readonly route: string;
  readonly limitWorkingDays: number;
  readonly materials: readonly string[];
  readonly phrasings: readonly string[];
  readonly checkFirst?: boolean;
  readonly urgent?: boolean;
  readonly handOver?: boolean;
  readonly confidential?: boolean;
  readonly source?: string;
  readonly details?: ItemDetails;
}

export interface ItemDetails {
  readonly steps: readonly string[];
  readonly script: readonly string[];
  readonly forWhom: string;
  readonly fee: string;
  readonly closing: string;
  readonly places: readonly { readonly name: string; readonly address?: string; readonly phone?: string }[];
  readonly standing: string;
}
