/** Why bytes were not scanned to the end. */
export type ScanFailure =
  /** No connection was to be had. */
  | 'unreachable'
  | 'timeout'
  /** It was not asked, as it had not answered others in time. */
  | 'paused'
  /** The connection ended early, or what was answered is no answer of clamd. */
  | 'broken'
  /** They are more than clamd takes: its `StreamMaxLength`. */
  | 'too-large'
  /** Another error that clamd told. */
  | 'error';

/** Nothing is known of the bytes: the scanner is down, or has failed at them. */
export class ScanFailed extends Error {
  readonly failure: ScanFailure;

  constructor(failure: ScanFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ScanFailed';
    this.failure = failure;
  }
}
