/** What the load process is to do. */
export interface LoadTask {
  readonly port: number;
  readonly connections: number;
  /** Time at the beginning in which nothing is counted. */
  readonly warmSeconds: number;
  readonly seconds: number;
  /** Prebuilt requests. */
  readonly requests: readonly string[];
  /** Whether each connection keeps to one of them; else each turn takes one at random. */
  readonly keepToOne: boolean;
  /** The status that counts as an acknowledgement. */
  readonly expect: number;
  /** Where the ids of acknowledged requests are written, one a line, those of the warming included. */
  readonly idsFile?: string;
}

export interface LoadResult {
  /** All of them, warming included. */
  readonly acknowledged: number;
  /** Other answers, by status. */
  readonly refused: Readonly<Record<string, number>>;
  /** Requests whose connection broke before an answer came. */
  readonly broken: number;
  /** Acknowledged per second of the counted time. */
  readonly perSecond: number;
  /** Milliseconds of each acknowledged request of the counted time. */
  readonly latencies: readonly number[];
}
