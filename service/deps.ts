import type { Config } from '@logomorph/core/config.ts';
import type { PointReads } from '@logomorph/core/database/point-reads.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import type { ObjectStore } from '@logomorph/core/object-store/object-store.ts';
import type { Outbound } from '@logomorph/core/outbound-http/outbound.ts';
import type { JobQueue } from '@logomorph/core/queue/job-queue.ts';
import type { RateStore } from '@logomorph/core/rate-store/connect.ts';
import type { RenderSignals } from '@logomorph/core/render-signals.ts';
import type { SecretBox } from '@logomorph/core/secret-box.ts';
import type { UrlSigner } from '@logomorph/core/signed-url.ts';
import type { Logger } from 'pino';
import type { ReceiptSigner } from './erasure/receipt-signer.ts';
import type { IdentityProvider } from './identity-provider/connect.ts';
import type { ServiceMetrics } from './metrics.ts';
import type { KeyCache } from './use-cases/authentication.ts';
import type { VirusScanner } from './virus-scan/scanner.ts';

/** What the API needs of its surroundings. */
export interface ServiceDeps {
  config: Pick<
    Config,
    | 'maxLogoBytes'
    | 'maxEventLoopUtilization'
    | 'rateLimits'
    | 'quotas'
    | 'trustedProxies'
    | 'timeBudgets'
    | 'oidc'
    | 'clerkWebhookSecret'
    | 'maxConnections'
    | 'corsOrigins'
  >;
  db: Database;
  /** For what is asked for so often that the price of a read counts. */
  reads: Pick<PointReads, 'rows'>;
  keys: KeyCache;
  /** Whose access tokens are taken beside keys; undefined when none are. */
  identityProvider: Pick<IdentityProvider, 'access'> | undefined;
  queue: JobQueue;
  store: ObjectStore;
  /** What looks for viruses in logos; undefined when nothing does. */
  scanner: VirusScanner | undefined;
  logger: Logger;
  rateStore: Pick<RateStore, 'count'>;
  metrics: ServiceMetrics;
  signals: RenderSignals;
  /** Tells the relay that there is something in the outbox. */
  wakeRelay: () => void;
  /** What keeps the secrets of webhooks. */
  secrets: SecretBox;
  /** What signs the addresses of files that need no key. */
  fileUrls: UrlSigner;
  /** What signs the addresses of transforms. */
  transformUrls: UrlSigner;
  /** What signs the addresses that bytes of uploads are sent to. */
  uploadUrls: UrlSigner;
  /** What signs the addresses of erasures that need no key. */
  erasureUrls: UrlSigner;
  /** What signs the receipts of erasures. */
  receipts: ReceiptSigner;
  /** Tells that there is something to erase. */
  wakeErasures: () => void;
  /** What webhooks are sent by, and logos fetched. */
  outbound: Outbound;
  /** Tells the dispatcher of webhooks that a delivery is due. */
  wakeWebhooks: () => void;
  /** Aborted when the program begins to stop. */
  draining: AbortSignal;
  version: string;
}
