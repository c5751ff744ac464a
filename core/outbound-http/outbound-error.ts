/** Why an outgoing request came to nothing. */
export type OutboundFailure =
  /** The URL, or the address behind its host, is not one that may be reached. */
  | 'refused'
  /** No connection, or one that broke: DNS, TCP, TLS or HTTP went wrong. */
  | 'connection'
  | 'timeout'
  /** Whoever sent it wants it no more. */
  | 'aborted'
  /** The answer's body has more bytes than the limit. */
  | 'too-large'
  | 'headers-too-large'
  | 'too-many-redirects';

/** An outgoing request that came to nothing; its message may be shown to whoever named the URL. */
export class OutboundError extends Error {
  readonly failure: OutboundFailure;

  constructor(failure: OutboundFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OutboundError';
    this.failure = failure;
  }
}
