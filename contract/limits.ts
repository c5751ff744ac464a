/** Hard limits of the product. Units are in the names; each refusal names the limit it met. */
export const LIMITS = {
  /** Of a request's target (RFC 9112, 3.2), of its line and headers together, and how many headers it has. */
  requestTargetBytes: 8000,
  requestHeadBytes: 16 * 1024,
  requestHeaders: 100,
  logoBytes: 10 * 1024 * 1024,
  /** Pixels of all frames of a logo together. */
  logoPixels: 40_000_000,
  /** Longest side of a logo that is a raster. */
  logoSidePixels: 20_000,
  logoFrames: 100,
  logoNameCharacters: 200,
  /** Of the metadata of a logo or a render. */
  metadataKeys: 20,
  metadataKeyCharacters: 40,
  metadataCharacters: 500,
  /** Longest side of an output picture. */
  outputSidePixels: 4096,
  /** Of all files of a kit but its zip, which is as large again: three times this is held in memory when it is sent. */
  kitBytes: 128 * 1024 * 1024,
  /** Frames of a morph. */
  morphFrames: 240,
  /** Pixels of all frames of a morph together. */
  morphPixels: 64_000_000,
  /** Resident memory of the process that renders. */
  renderMemoryBytes: 768 * 1024 * 1024,
  pageItems: 100,
  /** Of a URL that a webhook is sent to or a logo fetched from. */
  urlCharacters: 2048,
  /** Direct uploads of a tenant that are pending, and how long one may be. */
  openUploads: 100,
  uploadSeconds: 3600,
  /** Live API keys of a tenant. */
  apiKeys: 1000,
  /** Logos that one request may ask renders of. */
  batchLogos: 100,
  /** What a render that went well tells of itself, and the length of each. */
  warnings: 50,
  warningCharacters: 200,
  webhookEndpoints: 20,
  /** Attempts that are kept of a delivery. */
  webhookAttempts: 10,
  /** Deliveries that one request may ask to be replayed. */
  webhookReplays: 1000,
  /** Dead letters that one request of an operator may have tried again. */
  redrives: 500,
  /** Days that one request may ask for the usage of. */
  usageDays: 366,
  /** How long a request may prefer to wait for a render. */
  waitSeconds: 30,
  /** Of an `Idempotency-Key`, and how long what was answered is kept under it. */
  idempotencyKeyCharacters: 255,
  idempotencyKeySeconds: 24 * 3600,
} as const;

/** What a limit on something in a minute may be at most: so high that it limits nothing. */
export const MAX_RATE = 100_000_000;
