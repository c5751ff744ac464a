// Generated from docs/openapi.json by npm run docs.
export interface paths {
  '/health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Liveness
     * @description The process answers. Nothing it needs is looked at.
     */
    get: operations['readLiveness'];
  };
  '/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Readiness
     * @description It and all it needs can serve, and it is not stopping.
     */
    get: operations['readReadiness'];
  };
  '/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Metrics for Prometheus
     * @description In the text format of Prometheus.
     */
    get: operations['readMetrics'];
  };
  '/v1/keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List API keys, newest first
     * @description Also those that have ended, with when each was last used. No secret is in them.
     */
    get: operations['listKeys'];
    /**
     * Create an API key; its secret is in this answer alone
     * @description A key can be given the scopes that the key of the request has, and no others.
     */
    post: operations['createKey'];
  };
  '/v1/keys/{keyId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read an API key
     * @description Also one that has ended, with when it was last used. Its secret is not in it.
     */
    get: operations['readKey'];
    /**
     * Revoke an API key
     * @description It stops within 5 seconds. The last key with the scope admin, which could make another, is not revoked.
     */
    delete: operations['revokeKey'];
    /**
     * Rename an API key, or change its own limit
     * @description What is left out stays; `null` takes the limit away.
     */
    patch: operations['changeKey'];
  };
  '/v1/keys/{keyId}/rotate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Replace an API key; the secret of the new one is in this answer alone
     * @description The new key has the name, the scopes and the limits of the old one, which goes on working for the overlap. It has an expiry only if one is given.
     */
    post: operations['rotateKey'];
  };
  '/v1/renders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List renders, newest first
     * @description Batches and their renders are in it; `parentId` lists the renders of a batch.
     */
    get: operations['listRenders'];
    /**
     * Ask for a render of a logo, or a batch of renders of many
     * @description It is queued, and made from there whatever happens to single machines. `logoIds` in place of `logoId` asks for a batch.
     */
    post: operations['createRender'];
  };
  '/v1/renders/{renderId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a render
     * @description Its state, its files as soon as each is there, and why it failed if it did.
     */
    get: operations['readRender'];
    /**
     * Delete a render that has finished, with its files, or a batch with its renders
     * @description It, its events and its files are not to be had any more. Bytes are removed within two hours, unless another render made the same.
     */
    delete: operations['deleteRender'];
    /**
     * Give a render metadata in place of what it has
     * @description In any state. That of a batch is changed alone, and not that of its renders.
     */
    patch: operations['changeRender'];
  };
  '/v1/renders/{renderId}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Cancel a render, or all of a batch that is not finished
     * @description A worker that is at it stops within a second. Canceling again changes nothing.
     */
    post: operations['cancelRender'];
  };
  '/v1/renders/{renderId}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Make a render again that has failed or was canceled, or all such of a batch
     * @description It stays the same render; its events go on.
     */
    post: operations['retryRender'];
  };
  '/v1/transforms': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Make a signed address of a picture, which is rendered when it is asked for the first time
     * @description Nothing is rendered by this, and nothing kept but an entry of the audit log. The same wish gives the same address.
     */
    post: operations['createTransform'];
  };
  '/v1/renders/{renderId}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Follow a render
     * @description Events queued, started, output (of a batch: child), succeeded, failed and canceled; each has its sequence number as id. A stream that breaks goes on after `Last-Event-ID`. 204 when nothing follows that id any more.
     */
    get: operations['followRender'];
  };
  '/v1/renders/{renderId}/outputs/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Fetch a file of a render
     * @description Parts, preconditions and digests are those of RFC 9110 and RFC 9530.
     */
    get: operations['fetchOutput'];
  };
  '/v1/webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List webhook endpoints, newest first
     * @description Without their secrets.
     */
    get: operations['listWebhooks'];
    /**
     * Create a webhook endpoint; its secret is in this answer alone
     * @description It is told by `POST` what happens, as Standard Webhooks 1.0.0 has it.
     */
    post: operations['createWebhook'];
  };
  '/v1/webhooks/{webhookId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a webhook endpoint
     * @description Whether it is enabled, and since when it fails if it does.
     */
    get: operations['readWebhook'];
    /**
     * Delete a webhook endpoint with its deliveries
     * @description What is on the way to it is given up.
     */
    delete: operations['deleteWebhook'];
    /**
     * Change a webhook endpoint; disabling it ends what is on the way to it
     * @description What is left out stays. Enabling begins anew; what was missed can be replayed.
     */
    patch: operations['changeWebhook'];
  };
  '/v1/webhooks/{webhookId}/rotate-secret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Give a webhook endpoint a new secret; the one before signs beside it for 24 hours
     * @description The new secret is in this answer alone.
     */
    post: operations['rotateWebhookSecret'];
  };
  '/v1/webhooks/{webhookId}/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the deliveries to a webhook endpoint, newest first
     * @description Each with its attempts, what was answered, and when the next one is.
     */
    get: operations['listDeliveries'];
  };
  '/v1/webhooks/{webhookId}/deliveries/{deliveryId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a delivery
     * @description With its attempts, what was answered, and when the next one is.
     */
    get: operations['readDelivery'];
  };
  '/v1/webhooks/{webhookId}/deliveries/{deliveryId}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Send a delivery again
     * @description Whether it has succeeded, failed or is on its way.
     */
    post: operations['replayDelivery'];
  };
  '/v1/webhooks/{webhookId}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Send again what has happened in a range of time and was not delivered
     * @description What is on its way stays as it is. `nextSince` is there when there was more than is replayed at once: ask again with it as `since`.
     */
    post: operations['replayWebhook'];
  };
  '/v1/webhooks/{webhookId}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Send a webhook endpoint the event webhook.test
     * @description To this endpoint alone, whatever events it is told of.
     */
    post: operations['testWebhook'];
  };
  '/v1/logos': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List logos, newest first
     * @description With filters by format, bytes and time of creation.
     */
    get: operations['listLogos'];
    /**
     * Upload a logo as the raw body
     * @description The format is told by the bytes; the content type is not looked at. The same bytes are kept once.
     */
    post: operations['uploadLogo'];
  };
  '/v1/logos/{logoId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a logo
     * @description What is known of it; the bytes themselves are not given back.
     */
    get: operations['readLogo'];
    /**
     * Delete a logo of which no render is unfinished
     * @description Finished renders stay, with their files and the id of the logo, which then leads nowhere.
     */
    delete: operations['deleteLogo'];
    /**
     * Name a logo, or give it metadata in place of what it has
     * @description What is left out stays; `"name": null` takes the name away.
     */
    patch: operations['changeLogo'];
  };
  '/v1/logos/sha256/{sha256}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Ask for the logo of these bytes, before they are sent
     * @description To send no bytes twice. The answer knows of the logos of this tenant alone.
     */
    get: operations['findLogo'];
    /**
     * Upload a logo under its SHA-256, which is checked
     * @description As an upload is otherwise; other bytes are refused.
     */
    put: operations['uploadLogoBySha256'];
  };
  '/v1/usage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read what was used on each day, and what is stored now
     * @description By whole days of UTC; days on which nothing was used are left out.
     */
    get: operations['readUsage'];
  };
  '/v1/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List entries of the audit log, newest first
     * @description With filters by action, actor, target and time. Whatever was answered before is there.
     */
    get: operations['listAuditEntries'];
  };
  '/v1/audit/head': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the end of the audit log, to keep it elsewhere
     * @description Whoever has it can tell later whether an entry up to it was changed or removed.
     */
    get: operations['readAuditHead'];
  };
  '/v1/audit/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Export the audit log, oldest first
     * @description An entry a line, up to the last one that there is when it begins. Who was interrupted goes on with `after`.
     */
    get: operations['exportAuditLog'];
  };
  '/v1/limits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read all limits, and what is left of each
     * @description Of rates, which are those of the `RateLimit` headers, and quotas of the tenant.
     */
    get: operations['readLimits'];
  };
  '/v1/retention': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read after how many days renders and logos are deleted
     * @description Null is for what is kept until somebody deletes it, as all is at first.
     */
    get: operations['readRetention'];
    /**
     * Change after how many days renders and logos are deleted
     * @description It counts for what is there already: what is older than that is deleted within ten minutes or so, and does not come back.
     */
    patch: operations['changeRetention'];
  };
  '/v1/logos/from-url': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Store a logo that is fetched from a URL
     * @description Redirects are followed. The name is that of a new logo; one whose bytes were here already keeps its own.
     */
    post: operations['fetchLogo'];
  };
  '/v1/logos/uploads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Announce a logo, and learn where to send its bytes
     * @description Send them by `request`, and then complete the upload. Bytes that are here already need not be sent: the upload is `completed` then, and has the logo.
     */
    post: operations['createUpload'];
  };
  '/v1/logos/uploads/{uploadId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read an upload
     * @description Whether it is pending, completed or expired, and its logo.
     */
    get: operations['readUpload'];
    /**
     * Cancel an upload that is not completed
     * @description It is forgotten with what was sent for it, and counts no more as one that is pending.
     */
    delete: operations['cancelUpload'];
  };
  '/v1/logos/uploads/{uploadId}/complete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Make a logo of the bytes that were sent for an upload
     * @description To repeat it is harmless, and gives the same logo.
     */
    post: operations['completeUpload'];
  };
  '/v1/tenant': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the tenant of the key or the token
     * @description Its limits are at `/v1/limits`, and how long its things are kept is at `/v1/retention`.
     */
    get: operations['readTenant'];
    /**
     * Erase the tenant, with all that it has
     * @description Its keys are refused within 5 seconds, and its files are not served any more. What is left is removed then. Nothing brings it back. `receiptUrl` of the answer is where it says when it is done.
     */
    delete: operations['eraseTenant'];
  };
  '/v1/erasures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List erasures, newest first
     * @description Those that are under way, and those that are done.
     */
    get: operations['listErasures'];
    /**
     * Erase a logo, with all that was made of it
     * @description The logo is gone at once, and renders of it that are not finished are canceled. All renders of it are removed then, with their files, events and webhook deliveries. To ask again gives the same erasure.
     */
    post: operations['eraseLogo'];
  };
  '/v1/erasures/{erasureId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read an erasure, with its receipt once it is done
     * @description When the tenant is gone it is read at its `receiptUrl`.
     */
    get: operations['readErasure'];
  };
  '/files/{renderId}/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Fetch a file of a render by its signed address
     * @description The address is `signedUrl` of an output. It holds until it expires or the render is deleted.
     */
    get: operations['fetchSignedFile'];
  };
  '/transforms/{logoId}/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Fetch a picture by its signed address; it is rendered on the first request
     * @description The address is `url` of a transform. Who asks while the picture is made waits for it, up to 20 seconds.
     */
    get: operations['fetchTransform'];
  };
  '/erasures/{erasureId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read an erasure by its signed address, with its receipt once it is done
     * @description The address is `receiptUrl` of the erasure, and holds for ten years.
     */
    get: operations['readErasureReceipt'];
  };
  '/.well-known/jwks.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the public keys that receipts of erasures are signed with
     * @description As a set of JSON Web Keys (RFC 7517). Keep them beside the receipts: the operator may change them.
     */
    get: operations['readReceiptKeys'];
  };
  '/uploads/{uploadId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Send the bytes of an upload by its signed address
     * @description The address is `request.url` of an upload. The content type is not looked at.
     */
    put: operations['sendUpload'];
  };
}
export interface webhooks {
  event: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Be told of an event
     * @description Signed by Standard Webhooks 1.0.0. It may come twice, late or out of order.
     */
    post: operations['receiveEvent'];
  };
}
export interface components {
  schemas: {
    /** Liveness */
    Liveness: {
      /** @enum {string} */
      status: 'ok';
      version: string;
      uptimeSeconds: number;
    };
    /** Readiness */
    Readiness: {
      /** @enum {unknown} */
      status: 'ready' | 'not-ready' | 'draining';
      checks: {
        postgres: {
          ok: boolean;
          /** @description How long the check took, in milliseconds */
          ms: number;
          detail?: string;
        };
        queue: {
          ok: boolean;
          /** @description How long the check took, in milliseconds */
          ms: number;
          detail?: string;
        };
        objectStore: {
          ok: boolean;
          /** @description How long the check took, in milliseconds */
          ms: number;
          detail?: string;
        };
      };
    };
    /** ApiKeyRequest */
    ApiKeyRequest: {
      /** Format: well-formed */
      name: string;
      /**
       * @description read: all but keys and webhooks; render: store logos and ask for renders; admin: manage both
       * @default [
       *       "read",
       *       "render"
       *     ]
       */
      scopes?: ('read' | 'render' | 'admin')[];
      /** @description A limit of this key alone; below the limit that all keys have */
      requestsPerMinute?: number;
      /**
       * Format: date-time
       * @description From when on the key is refused; never when left out
       */
      expiresAt?: string;
    };
    /** NewApiKey */
    NewApiKey: {
      /** Format: uuid */
      id: string;
      /** Format: well-formed */
      name: string;
      /** @description The part of the key that is not secret */
      prefix: string;
      /** @description read: all but keys and webhooks; render: store logos and ask for renders; admin: manage both */
      scopes: ('read' | 'render' | 'admin')[];
      /** @description A limit of this key alone; below the limit that all keys have */
      requestsPerMinute?: number;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      expiresAt?: string;
      /**
       * Format: date-time
       * @description Right to about a minute
       */
      lastUsedAt?: string;
      /** Format: date-time */
      revokedAt?: string;
      /** @description The whole key; it is shown this once */
      key: string;
    };
    /** ApiKey */
    ApiKey: {
      /** Format: uuid */
      id: string;
      /** Format: well-formed */
      name: string;
      /** @description The part of the key that is not secret */
      prefix: string;
      /** @description read: all but keys and webhooks; render: store logos and ask for renders; admin: manage both */
      scopes: ('read' | 'render' | 'admin')[];
      /** @description A limit of this key alone; below the limit that all keys have */
      requestsPerMinute?: number;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      expiresAt?: string;
      /**
       * Format: date-time
       * @description Right to about a minute
       */
      lastUsedAt?: string;
      /** Format: date-time */
      revokedAt?: string;
    };
    /** ApiKeyPage */
    ApiKeyPage: {
      items: components['schemas']['ApiKey'][];
      /**
       * Format: uuid
       * @description There when more may follow
       */
      nextCursor?: string;
      /**
       * Format: uuid
       * @description There when newer ones may come before
       */
      previousCursor?: string;
    };
    /** ApiKeyChange */
    ApiKeyChange: {
      /** Format: well-formed */
      name?: string;
      requestsPerMinute?: number | null;
    };
    /** ApiKeyRotation */
    ApiKeyRotation: {
      /**
       * @description How long the old key goes on working beside the new one
       * @default 86400
       */
      overlapSeconds?: number;
      /**
       * Format: date-time
       * @description From when on the key is refused; never when left out
       */
      expiresAt?: string;
    };
    /** VariantRecipeRequest */
    VariantRecipeRequest: {
      /**
       * @description One picture (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'variant';
      /**
       * @description Of the meaning of these fields
       * @default 1
       * @enum {number}
       */
      version?: 1;
      /**
       * @description Of the output; svg only of an SVG, which stays vectors: quality, lossless, progressive, effort and animated then do nothing, and a blurred background and p3 are refused; ico is a square of at most 256 pixels a side, and has 16, 24, 32 and 48 pixels in it too as far as they are smaller; icns is a square of 16, 32, 64, 128, 256, 512 or 1024 pixels a side, and has those that are smaller in it
       * @default png
       * @enum {unknown}
       */
      format?: 'png' | 'jpeg' | 'webp' | 'avif' | 'gif' | 'ico' | 'icns' | 'svg';
      /** @description Of the output, in pixels; without it the height decides */
      width?: number;
      /** @description Of the output, in pixels; without it the width decides */
      height?: number;
      /**
       * @description How the logo meets a box of width × height; the names are those of CSS object-fit
       * @default inside
       * @enum {unknown}
       */
      fit?: 'contain' | 'cover' | 'fill' | 'inside' | 'outside';
      /**
       * @description Where contain puts the logo and which part cover keeps; attention and entropy look for the part that stands out (of the first frame), and are centre for contain
       * @default centre
       * @enum {unknown}
       */
      gravity?:
        | 'centre'
        | 'north'
        | 'northeast'
        | 'east'
        | 'southeast'
        | 'south'
        | 'southwest'
        | 'west'
        | 'northwest'
        | 'attention'
        | 'entropy';
      /** @description The part of the logo to take, which must lie inside it: in pixels of the logo the right way up, of an SVG in the units of its viewBox */
      crop?: {
        /** @description Of the part, from the left edge of the logo */
        left: number;
        /** @description Of the part, from the top edge of the logo */
        top: number;
        /** @description Of the part */
        width: number;
        /** @description Of the part */
        height: number;
      };
      /**
       * @description Takes away the edges that are transparent or of the colour of the top left pixel
       * @default false
       */
      trim?: boolean;
      /**
       * @description Degrees, clockwise; the corners that come free are transparent
       * @default 0
       */
      rotate?: number;
      /**
       * @description Mirrors the logo, horizontal from left to right
       * @default none
       * @enum {unknown}
       */
      flip?: 'none' | 'horizontal' | 'vertical' | 'both';
      /**
       * @description Kept free around the logo, inside the output: pixels, or percent of the output’s shorter side
       * @default 0px
       */
      padding?: string;
      /**
       * @description Of the corners, which become transparent: pixels, or percent of the output’s shorter side; above half it is half
       * @default 0px
       */
      radius?: string;
      /**
       * @description What shows behind the logo: a colour, or the logo itself, blurred and covering; JPEG, which has no alpha, puts white for transparent
       * @default transparent
       */
      background?: string;
      /**
       * @description Of JPEG, WebP and AVIF; with maxBytes, the highest that is tried
       * @default 80
       */
      quality?: number;
      /**
       * @description Of WebP and AVIF; quality has then no effect
       * @default false
       */
      lossless?: boolean;
      /** @description Of JPEG and PNG: shown coarsely while it loads. Unless told, JPEGs of at least 100 000 pixels are, which makes them smaller, and PNGs are not, which it would make larger */
      progressive?: boolean;
      /**
       * @description Time given to make the file smaller
       * @default medium
       * @enum {unknown}
       */
      effort?: 'low' | 'medium' | 'high';
      /** @description Most bytes of the file, or the render fails. JPEG, WebP and AVIF take the best quality that fits, or the highest effort if lossless; PNG, GIF, ICO and ICNS the most colours that fit (all, or 256 and fewer); an SVG is as large as it is */
      maxBytes?: number;
      /**
       * @description Of the output, and colours of the logo are converted to it; p3 is Display P3, of PNG, JPEG, WebP and AVIF; background is sRGB in both
       * @default srgb
       * @enum {unknown}
       */
      colourSpace?: 'srgb' | 'p3';
      /**
       * @description Keeps the EXIF and XMP data of the logo in PNG, JPEG, WebP and AVIF, and its IPTC data in JPEG, but not in animations
       * @default false
       */
      keepMetadata?: boolean;
      /**
       * @description GIF and WebP keep all frames of an animated GIF or WebP; otherwise the first is taken
       * @default true
       */
      animated?: boolean;
    };
    /** KitRecipeRequest */
    KitRecipeRequest: {
      /**
       * @description A brand kit (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'kit';
      /**
       * @description Of the meaning of these fields
       * @default 1
       * @enum {number}
       */
      version?: 1;
      /**
       * @description What to make: modern is the smallest set that covers the platforms of today, compat every file that older generators made; the others are single platforms
       * @default [
       *       "modern"
       *     ]
       */
      include?: (
        | 'modern'
        | 'compat'
        | 'favicon'
        | 'apple-touch'
        | 'pwa'
        | 'android'
        | 'windows'
        | 'ios'
        | 'macos'
        | 'extension'
        | 'social'
        | 'email'
        | 'store'
      )[];
      /**
       * Format: well-formed
       * @description Name in the web manifest and the snippet
       * @default App
       */
      name?: string;
      /**
       * Format: well-formed
       * @description The name where space is short
       */
      shortName?: string;
      /**
       * @description Behind the logo where a platform wants an opaque picture; auto: the colour that fills the box around the logo, but for round corners, if one does, else white, or darkBackground for a logo that cannot be seen on white
       * @default auto
       */
      background?: string;
      /**
       * @description Behind the dark variant of the logo
       * @default #121212
       */
      darkBackground?: string;
      /**
       * @description theme_color of the web manifest
       * @default #ffffff
       */
      themeColor?: string;
      /**
       * @description speed: areas of pictures are exact, and soft edges at most 6 in 255 off; size: colours are reduced where a structural similarity of 0.995 is kept, for files of about a third
       * @default speed
       * @enum {unknown}
       */
      optimise?: 'speed' | 'size';
    };
    /** PaletteRecipeRequest */
    PaletteRecipeRequest: {
      /**
       * @description The colours of a logo, as data (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'palette';
      /**
       * @description Of the meaning of these fields
       * @default 1
       * @enum {number}
       */
      version?: 1;
      /**
       * @description How many colours at most
       * @default 6
       */
      colours?: number;
    };
    /** RecolourRecipeRequest */
    RecolourRecipeRequest: {
      /**
       * @description A logo in other colours (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'recolour';
      /**
       * @description Of the meaning of these fields
       * @default 1
       * @enum {number}
       */
      version?: 1;
      /**
       * @description monochrome: the shape in one colour, white on it and a plate behind it left out; duotone: from shadows to highlights by lightness; brand: each colour to the nearest of colours; dark: for a dark background, with lightness mirrored and hue kept where the contrast is missing, white or black paper made the background, and drop shadows of an SVG kept
       * @default dark
       * @enum {unknown}
       */
      mode?: 'monochrome' | 'duotone' | 'brand' | 'dark';
      /**
       * @description Of monochrome
       * @default #000000
       */
      colour?: string;
      /**
       * @description Of duotone, for the darkest
       * @default #000000
       */
      shadows?: string;
      /**
       * @description Of duotone, for the lightest
       * @default #ffffff
       */
      highlights?: string;
      /**
       * @description Of brand; nearest is told in OKLab
       * @default [
       *       "#000000",
       *       "#ffffff"
       *     ]
       */
      colours?: string[];
      /**
       * @description What dark is to be seen on
       * @default #121212
       */
      background?: string;
      /**
       * @description The least contrast ratio (WCAG 2.2) of dark with its background, or the most there is
       * @default 4.5
       */
      contrast?: number;
      /**
       * @description The longer side of logo.png, in pixels
       * @default 1024
       */
      width?: number;
    };
    /** MorphRecipeRequest */
    MorphRecipeRequest: {
      /**
       * @description An animation from a logo to another (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'morph';
      /**
       * @description Of the meaning of these fields
       * @default 1
       * @enum {number}
       */
      version?: 1;
      /**
       * @description svg animates by SMIL and only of two SVGs whose shapes can be led to one another; frames is a zip of PNGs, one for each frame from the first logo to the second
       * @default webp
       * @enum {unknown}
       */
      format?: 'webp' | 'gif' | 'apng' | 'svg' | 'frames';
      /**
       * @description Of the output, in pixels
       * @default 512
       */
      width?: number;
      /**
       * @description Of the output, in pixels
       * @default 512
       */
      height?: number;
      /**
       * @description From the first logo to the second, in milliseconds
       * @default 1000
       */
      duration?: number;
      /**
       * @description Frames a second, of a gif at most 50; all frames may be at most 240, and have at most 64000000 pixels together
       * @default 30
       */
      fps?: number;
      /**
       * @description The names are those of CSS
       * @default ease-in-out
       * @enum {unknown}
       */
      easing?: 'linear' | 'ease-in' | 'ease-out' | 'ease-in-out';
      /**
       * @description How long each logo stands still on top of the duration, in milliseconds
       * @default 500
       */
      hold?: number;
      /**
       * @description alternate goes back to the first logo, again and again
       * @default once
       * @enum {unknown}
       */
      loop?: 'once' | 'repeat' | 'alternate';
      /**
       * @description What shows behind the logos
       * @default transparent
       */
      background?: string;
    };
    /** RecipeRequest */
    RecipeRequest:
      | components['schemas']['VariantRecipeRequest']
      | components['schemas']['KitRecipeRequest']
      | components['schemas']['PaletteRecipeRequest']
      | components['schemas']['RecolourRecipeRequest']
      | components['schemas']['MorphRecipeRequest'];
    /** NewRender */
    NewRender: {
      /**
       * Format: uuid
       * @description The logo; either this or `logoIds` is given
       */
      logoId?: string;
      /** @description The logos of a batch: each gets a render of its own, and the answer is their parent */
      logoIds?: string[];
      /**
       * Format: uuid
       * @description The logo that a morph ends in; required for it, and only for it
       */
      toLogoId?: string;
      recipe: components['schemas']['RecipeRequest'];
      /**
       * @description Of the renders of a tenant that wait, those of a higher priority are made first
       * @default normal
       * @enum {unknown}
       */
      priority?: 'low' | 'normal' | 'high';
      /** @description Texts of your own, by keys of your own */
      metadata?: {
        [key: string]: string;
      };
    };
    /** VariantRecipe */
    VariantRecipe: {
      /**
       * @description One picture (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'variant';
      /**
       * @description Of the meaning of these fields
       * @default 1
       * @enum {number}
       */
      version: 1;
      /**
       * @description Of the output; svg only of an SVG, which stays vectors: quality, lossless, progressive, effort and animated then do nothing, and a blurred background and p3 are refused; ico is a square of at most 256 pixels a side, and has 16, 24, 32 and 48 pixels in it too as far as they are smaller; icns is a square of 16, 32, 64, 128, 256, 512 or 1024 pixels a side, and has those that are smaller in it
       * @default png
       * @enum {unknown}
       */
      format: 'png' | 'jpeg' | 'webp' | 'avif' | 'gif' | 'ico' | 'icns' | 'svg';
      /** @description Of the output, in pixels; without it the height decides */
      width?: number;
      /** @description Of the output, in pixels; without it the width decides */
      height?: number;
      /**
       * @description How the logo meets a box of width × height; the names are those of CSS object-fit
       * @default inside
       * @enum {unknown}
       */
      fit: 'contain' | 'cover' | 'fill' | 'inside' | 'outside';
      /**
       * @description Where contain puts the logo and which part cover keeps; attention and entropy look for the part that stands out (of the first frame), and are centre for contain
       * @default centre
       * @enum {unknown}
       */
      gravity:
        | 'centre'
        | 'north'
        | 'northeast'
        | 'east'
        | 'southeast'
        | 'south'
        | 'southwest'
        | 'west'
        | 'northwest'
        | 'attention'
        | 'entropy';
      /** @description The part of the logo to take, which must lie inside it: in pixels of the logo the right way up, of an SVG in the units of its viewBox */
      crop?: {
        /** @description Of the part, from the left edge of the logo */
        left: number;
        /** @description Of the part, from the top edge of the logo */
        top: number;
        /** @description Of the part */
        width: number;
        /** @description Of the part */
        height: number;
      };
      /**
       * @description Takes away the edges that are transparent or of the colour of the top left pixel
       * @default false
       */
      trim: boolean;
      /**
       * @description Degrees, clockwise; the corners that come free are transparent
       * @default 0
       */
      rotate: number;
      /**
       * @description Mirrors the logo, horizontal from left to right
       * @default none
       * @enum {unknown}
       */
      flip: 'none' | 'horizontal' | 'vertical' | 'both';
      /**
       * @description Kept free around the logo, inside the output: pixels, or percent of the output’s shorter side
       * @default 0px
       */
      padding: string;
      /**
       * @description Of the corners, which become transparent: pixels, or percent of the output’s shorter side; above half it is half
       * @default 0px
       */
      radius: string;
      /**
       * @description What shows behind the logo: a colour, or the logo itself, blurred and covering; JPEG, which has no alpha, puts white for transparent
       * @default transparent
       */
      background: string;
      /**
       * @description Of JPEG, WebP and AVIF; with maxBytes, the highest that is tried
       * @default 80
       */
      quality: number;
      /**
       * @description Of WebP and AVIF; quality has then no effect
       * @default false
       */
      lossless: boolean;
      /** @description Of JPEG and PNG: shown coarsely while it loads. Unless told, JPEGs of at least 100 000 pixels are, which makes them smaller, and PNGs are not, which it would make larger */
      progressive?: boolean;
      /**
       * @description Time given to make the file smaller
       * @default medium
       * @enum {unknown}
       */
      effort: 'low' | 'medium' | 'high';
      /** @description Most bytes of the file, or the render fails. JPEG, WebP and AVIF take the best quality that fits, or the highest effort if lossless; PNG, GIF, ICO and ICNS the most colours that fit (all, or 256 and fewer); an SVG is as large as it is */
      maxBytes?: number;
      /**
       * @description Of the output, and colours of the logo are converted to it; p3 is Display P3, of PNG, JPEG, WebP and AVIF; background is sRGB in both
       * @default srgb
       * @enum {unknown}
       */
      colourSpace: 'srgb' | 'p3';
      /**
       * @description Keeps the EXIF and XMP data of the logo in PNG, JPEG, WebP and AVIF, and its IPTC data in JPEG, but not in animations
       * @default false
       */
      keepMetadata: boolean;
      /**
       * @description GIF and WebP keep all frames of an animated GIF or WebP; otherwise the first is taken
       * @default true
       */
      animated: boolean;
    };
    /** KitRecipe */
    KitRecipe: {
      /**
       * @description A brand kit (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'kit';
      /**
       * @description Of the meaning of these fields
       * @default 1
       * @enum {number}
       */
      version: 1;
      /**
       * @description What to make: modern is the smallest set that covers the platforms of today, compat every file that older generators made; the others are single platforms
       * @default [
       *       "modern"
       *     ]
       */
      include: (
        | 'modern'
        | 'compat'
        | 'favicon'
        | 'apple-touch'
        | 'pwa'
        | 'android'
        | 'windows'
        | 'ios'
        | 'macos'
        | 'extension'
        | 'social'
        | 'email'
        | 'store'
      )[];
      /**
       * Format: well-formed
       * @description Name in the web manifest and the snippet
       * @default App
       */
      name: string;
      /**
       * Format: well-formed
       * @description The name where space is short
       */
      shortName?: string;
      /**
       * @description Behind the logo where a platform wants an opaque picture; auto: the colour that fills the box around the logo, but for round corners, if one does, else white, or darkBackground for a logo that cannot be seen on white
       * @default auto
       */
      background: string;
      /**
       * @description Behind the dark variant of the logo
       * @default #121212
       */
      darkBackground: string;
      /**
       * @description theme_color of the web manifest
       * @default #ffffff
       */
      themeColor: string;
      /**
       * @description speed: areas of pictures are exact, and soft edges at most 6 in 255 off; size: colours are reduced where a structural similarity of 0.995 is kept, for files of about a third
       * @default speed
       * @enum {unknown}
       */
      optimise: 'speed' | 'size';
    };
    /** PaletteRecipe */
    PaletteRecipe: {
      /**
       * @description The colours of a logo, as data (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'palette';
      /**
       * @description Of the meaning of these fields
       * @default 1
       * @enum {number}
       */
      version: 1;
      /**
       * @description How many colours at most
       * @default 6
       */
      colours: number;
    };
    /** RecolourRecipe */
    RecolourRecipe: {
      /**
       * @description A logo in other colours (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'recolour';
      /**
       * @description Of the meaning of these fields
       * @default 1
       * @enum {number}
       */
      version: 1;
      /**
       * @description monochrome: the shape in one colour, white on it and a plate behind it left out; duotone: from shadows to highlights by lightness; brand: each colour to the nearest of colours; dark: for a dark background, with lightness mirrored and hue kept where the contrast is missing, white or black paper made the background, and drop shadows of an SVG kept
       * @default dark
       * @enum {unknown}
       */
      mode: 'monochrome' | 'duotone' | 'brand' | 'dark';
      /**
       * @description Of monochrome
       * @default #000000
       */
      colour: string;
      /**
       * @description Of duotone, for the darkest
       * @default #000000
       */
      shadows: string;
      /**
       * @description Of duotone, for the lightest
       * @default #ffffff
       */
      highlights: string;
      /**
       * @description Of brand; nearest is told in OKLab
       * @default [
       *       "#000000",
       *       "#ffffff"
       *     ]
       */
      colours: string[];
      /**
       * @description What dark is to be seen on
       * @default #121212
       */
      background: string;
      /**
       * @description The least contrast ratio (WCAG 2.2) of dark with its background, or the most there is
       * @default 4.5
       */
      contrast: number;
      /**
       * @description The longer side of logo.png, in pixels
       * @default 1024
       */
      width: number;
    };
    /** MorphRecipe */
    MorphRecipe: {
      /**
       * @description An animation from a logo to another (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      type: 'morph';
      /**
       * @description Of the meaning of these fields
       * @default 1
       * @enum {number}
       */
      version: 1;
      /**
       * @description svg animates by SMIL and only of two SVGs whose shapes can be led to one another; frames is a zip of PNGs, one for each frame from the first logo to the second
       * @default webp
       * @enum {unknown}
       */
      format: 'webp' | 'gif' | 'apng' | 'svg' | 'frames';
      /**
       * @description Of the output, in pixels
       * @default 512
       */
      width: number;
      /**
       * @description Of the output, in pixels
       * @default 512
       */
      height: number;
      /**
       * @description From the first logo to the second, in milliseconds
       * @default 1000
       */
      duration: number;
      /**
       * @description Frames a second, of a gif at most 50; all frames may be at most 240, and have at most 64000000 pixels together
       * @default 30
       */
      fps: number;
      /**
       * @description The names are those of CSS
       * @default ease-in-out
       * @enum {unknown}
       */
      easing: 'linear' | 'ease-in' | 'ease-out' | 'ease-in-out';
      /**
       * @description How long each logo stands still on top of the duration, in milliseconds
       * @default 500
       */
      hold: number;
      /**
       * @description alternate goes back to the first logo, again and again
       * @default once
       * @enum {unknown}
       */
      loop: 'once' | 'repeat' | 'alternate';
      /**
       * @description What shows behind the logos
       * @default transparent
       */
      background: string;
    };
    /** Recipe */
    Recipe:
      | components['schemas']['VariantRecipe']
      | components['schemas']['KitRecipe']
      | components['schemas']['PaletteRecipe']
      | components['schemas']['RecolourRecipe']
      | components['schemas']['MorphRecipe'];
    /** Problem */
    Problem: {
      /** @description Stable URI of the problem type */
      type: string;
      title: string;
      status: number;
      detail?: string;
      /** @description The request, as urn:logomorph:request:<id> */
      instance?: string;
      errors?: {
        pointer: string;
        detail: string;
      }[];
      quota?: {
        /** @enum {unknown} */
        name: 'rendersPerDay' | 'unfinishedRenders' | 'storedBytes';
        limit: number;
        used: number;
        /** Format: date-time */
        resetsAt?: string;
      };
    };
    /** RenderOutput */
    RenderOutput: {
      /** @description A file name; icon sets have a folder before it, as in `a.appiconset/b.png` */
      name: string;
      mediaType: string;
      bytes: number;
      sha256: string;
      width?: number;
      height?: number;
      /** @description Where the file is, relative to the API */
      url: string;
      /** @description Where the file is for who has no API key, relative to the API: for one to two hours, and the same within an hour of the clock */
      signedUrl?: string;
    };
    /** Render */
    Render: {
      /** Format: uuid */
      id: string;
      /**
       * Format: uuid
       * @description Not of a batch
       */
      logoId?: string;
      /**
       * Format: uuid
       * @description Of a morph: the logo that it ends in
       */
      toLogoId?: string;
      /**
       * Format: uuid
       * @description The batch that this render belongs to
       */
      parentId?: string;
      recipe: components['schemas']['Recipe'];
      /** @description True of a render that the signed address of a transform asked for */
      transform?: boolean;
      /** @enum {unknown} */
      priority: 'low' | 'normal' | 'high';
      /** @description Texts of your own, by keys of your own */
      metadata: {
        [key: string]: string;
      };
      /** @enum {unknown} */
      state: 'queued' | 'running' | 'succeeded' | 'failed' | 'canceled';
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      startedAt?: string;
      /** Format: date-time */
      finishedAt?: string;
      error?: components['schemas']['Problem'];
      /** @description What to know of a render that went well, such as what was left out of an SVG */
      warnings: string[];
      outputs: components['schemas']['RenderOutput'][];
      /** @description Of a batch: how many renders it has, and how many of them are finished */
      children?: {
        total: number;
        succeeded: number;
        failed: number;
        canceled: number;
      };
    };
    /** RenderPage */
    RenderPage: {
      items: components['schemas']['Render'][];
      /**
       * Format: uuid
       * @description There when more may follow
       */
      nextCursor?: string;
      /**
       * Format: uuid
       * @description There when newer ones may come before
       */
      previousCursor?: string;
    };
    /** RenderPatch */
    RenderPatch: {
      /** @description Texts of your own, by keys of your own */
      metadata: {
        [key: string]: string;
      };
    };
    /** TransformRequest */
    TransformRequest: {
      /** Format: uuid */
      logoId: string;
      recipe: components['schemas']['VariantRecipeRequest'];
      /**
       * Format: date-time
       * @description When the address ends; when left out, with the logo
       */
      expiresAt?: string;
    };
    /** Transform */
    Transform: {
      /** @description Where the picture is for who has no API key, relative to the API */
      url: string;
      /** Format: uuid */
      logoId: string;
      recipe: components['schemas']['VariantRecipe'];
      /** Format: date-time */
      expiresAt?: string;
    };
    /** WebhookEndpointRequest */
    WebhookEndpointRequest: {
      /**
       * Format: well-formed
       * @description An https:// URL of the public internet, without a user in it; redirects are not followed
       */
      url: string;
      /** Format: well-formed */
      description?: string;
      /** @description What the endpoint is told of; * is all, also what is added later */
      events?: (
        | '*'
        | 'render.succeeded'
        | 'render.failed'
        | 'render.canceled'
        | 'batch.succeeded'
        | 'batch.failed'
        | 'batch.canceled'
        | 'webhook.disabled'
      )[];
    };
    /** NewWebhookEndpoint */
    NewWebhookEndpoint: {
      /** Format: uuid */
      id: string;
      /**
       * Format: well-formed
       * @description An https:// URL of the public internet, without a user in it; redirects are not followed
       */
      url: string;
      /** Format: well-formed */
      description?: string;
      /** @description What the endpoint is told of; * is all, also what is added later */
      events: (
        | '*'
        | 'render.succeeded'
        | 'render.failed'
        | 'render.canceled'
        | 'batch.succeeded'
        | 'batch.failed'
        | 'batch.canceled'
        | 'webhook.disabled'
      )[];
      enabled: boolean;
      /**
       * @description Why it is disabled, if not by you: gone, it answered 410; failing, all has failed for 5 days
       * @enum {unknown}
       */
      disabledReason?: 'gone' | 'failing';
      /** Format: date-time */
      disabledAt?: string;
      /**
       * Format: date-time
       * @description Since when all attempts have failed
       */
      failingSince?: string;
      /** Format: date-time */
      createdAt: string;
      /** @description `whsec_` and the key of the signatures in base64; it is shown this once */
      secret: string;
    };
    /** WebhookEndpoint */
    WebhookEndpoint: {
      /** Format: uuid */
      id: string;
      /**
       * Format: well-formed
       * @description An https:// URL of the public internet, without a user in it; redirects are not followed
       */
      url: string;
      /** Format: well-formed */
      description?: string;
      /** @description What the endpoint is told of; * is all, also what is added later */
      events: (
        | '*'
        | 'render.succeeded'
        | 'render.failed'
        | 'render.canceled'
        | 'batch.succeeded'
        | 'batch.failed'
        | 'batch.canceled'
        | 'webhook.disabled'
      )[];
      enabled: boolean;
      /**
       * @description Why it is disabled, if not by you: gone, it answered 410; failing, all has failed for 5 days
       * @enum {unknown}
       */
      disabledReason?: 'gone' | 'failing';
      /** Format: date-time */
      disabledAt?: string;
      /**
       * Format: date-time
       * @description Since when all attempts have failed
       */
      failingSince?: string;
      /** Format: date-time */
      createdAt: string;
    };
    /** WebhookEndpointPage */
    WebhookEndpointPage: {
      items: components['schemas']['WebhookEndpoint'][];
      /**
       * Format: uuid
       * @description There when more may follow
       */
      nextCursor?: string;
      /**
       * Format: uuid
       * @description There when newer ones may come before
       */
      previousCursor?: string;
    };
    /** WebhookEndpointPatch */
    WebhookEndpointPatch: {
      /**
       * Format: well-formed
       * @description An https:// URL of the public internet, without a user in it; redirects are not followed
       */
      url?: string;
      /** @description null takes it away */
      description?: string | null;
      /** @description What the endpoint is told of; * is all, also what is added later */
      events?: (
        | '*'
        | 'render.succeeded'
        | 'render.failed'
        | 'render.canceled'
        | 'batch.succeeded'
        | 'batch.failed'
        | 'batch.canceled'
        | 'webhook.disabled'
      )[];
      /** @description Enabling begins anew; what was missed can be replayed */
      enabled?: boolean;
    };
    /** WebhookRender */
    WebhookRender: {
      /** Format: uuid */
      id: string;
      /** @description Where the render is, relative to the API */
      url: string;
      /** Format: uuid */
      logoId?: string;
      /** Format: uuid */
      parentId?: string;
      /** @enum {unknown} */
      state: 'succeeded' | 'failed' | 'canceled';
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      finishedAt?: string;
      /** @description Texts of your own, by keys of your own */
      metadata?: {
        [key: string]: string;
      };
      error?: components['schemas']['Problem'];
      /** @description Of a batch: how many renders it has, and how many of them are finished */
      children?: {
        total: number;
        succeeded: number;
        failed: number;
        canceled: number;
      };
    };
    /** WebhookRenderEvent */
    WebhookRenderEvent: {
      /** @enum {unknown} */
      type:
        | 'render.succeeded'
        | 'render.failed'
        | 'render.canceled'
        | 'batch.succeeded'
        | 'batch.failed'
        | 'batch.canceled';
      /**
       * Format: date-time
       * @description When it happened
       */
      timestamp: string;
      /** @description Grows by one with each event that is for the endpoint */
      sequence: number;
      data: components['schemas']['WebhookRender'];
    };
    /** WebhookDisabledEvent */
    WebhookDisabledEvent: {
      /** @enum {unknown} */
      type: 'webhook.disabled';
      /**
       * Format: date-time
       * @description When it happened
       */
      timestamp: string;
      /** @description Grows by one with each event that is for the endpoint */
      sequence: number;
      data: {
        /** Format: uuid */
        id: string;
        url: string;
        /** @enum {unknown} */
        reason: 'gone' | 'failing';
      };
    };
    /** WebhookTestEvent */
    WebhookTestEvent: {
      /** @enum {unknown} */
      type: 'webhook.test';
      /**
       * Format: date-time
       * @description When it happened
       */
      timestamp: string;
      /** @description Grows by one with each event that is for the endpoint */
      sequence: number;
      data: {
        /** Format: uuid */
        id: string;
        url: string;
      };
    };
    /** WebhookPayload */
    WebhookPayload:
      | components['schemas']['WebhookRenderEvent']
      | components['schemas']['WebhookDisabledEvent']
      | components['schemas']['WebhookTestEvent'];
    /** WebhookAttempt */
    WebhookAttempt: {
      /** Format: date-time */
      at: string;
      /** @description Where it was sent, by POST */
      url: string;
      durationMs: number;
      /** @description The status of the answer */
      status?: number;
      /** @description The first 1024 bytes of the answer */
      body?: string;
      /** @description Why there was no answer */
      error?: string;
    };
    /** WebhookDelivery */
    WebhookDelivery: {
      /** Format: uuid */
      id: string;
      /**
       * Format: uuid
       * @description Sent as `webhook-id`; the same in each attempt and replay
       */
      eventId: string;
      /** @enum {unknown} */
      state: 'pending' | 'succeeded' | 'failed';
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      nextAttemptAt?: string;
      payload: components['schemas']['WebhookPayload'];
      /** @description The last of them, in order */
      attempts: components['schemas']['WebhookAttempt'][];
    };
    /** WebhookDeliveryPage */
    WebhookDeliveryPage: {
      items: components['schemas']['WebhookDelivery'][];
      /**
       * Format: uuid
       * @description There when more may follow
       */
      nextCursor?: string;
      /**
       * Format: uuid
       * @description There when newer ones may come before
       */
      previousCursor?: string;
    };
    /** WebhookReplayRequest */
    WebhookReplayRequest: {
      /**
       * Format: date-time
       * @description Events that happened then or later
       */
      since: string;
      /**
       * Format: date-time
       * @description And before then; without it, all since
       */
      until?: string;
      /** @default false */
      includeSucceeded?: boolean;
    };
    /** WebhookReplay */
    WebhookReplay: {
      replayed: number;
      /**
       * Format: date-time
       * @description There when more may follow: replay again with it
       */
      nextSince?: string;
    };
    /** Logo */
    Logo: {
      /** Format: uuid */
      id: string;
      /**
       * @description SHA-256 of the uploaded bytes
       * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
       */
      sha256: string;
      /** @enum {unknown} */
      format: 'png' | 'jpeg' | 'webp' | 'avif' | 'gif' | 'svg';
      bytes: number;
      /** @description Pixels, of a raster whose head tells them */
      width?: number;
      height?: number;
      /**
       * Format: well-formed
       * @description A client's name for it; none when left out
       */
      name?: string;
      /** @description Texts of your own, by keys of your own */
      metadata: {
        [key: string]: string;
      };
      /**
       * @description There while its bytes are not scanned yet: renders of it are taken, and wait until they are
       * @enum {unknown}
       */
      scan?: 'pending';
      /** Format: date-time */
      createdAt: string;
    };
    /** LogoPage */
    LogoPage: {
      items: components['schemas']['Logo'][];
      /**
       * Format: uuid
       * @description There when more may follow
       */
      nextCursor?: string;
      /**
       * Format: uuid
       * @description There when newer ones may come before
       */
      previousCursor?: string;
    };
    /** LogoPatch */
    LogoPatch: {
      /** @description null takes it away */
      name?: string | null;
      /** @description Texts of your own, by keys of your own */
      metadata?: {
        [key: string]: string;
      };
    };
    /** UsageDay */
    UsageDay: {
      /** Format: date */
      day: string;
      /** @description Runs of renders that ended on the day, by the type of their recipe */
      renders: {
        [key: string]: {
          succeeded: number;
          failed: number;
          canceled: number;
        };
      };
      /** @description Width by height of the files that renders made, of those that have both */
      outputPixels: number;
      /** @description Of the files that renders made */
      outputBytes: number;
      /** @description Logos whose bytes were not here yet */
      logosUploaded: number;
    };
    /** Usage */
    Usage: {
      /** Format: date */
      from: string;
      /** Format: date */
      to: string;
      /** @description What there is now, without what was deleted */
      stored: {
        logoBytes: number;
        /** @description Of all different files */
        outputBytes: number;
      };
      /** @description In their order, without days on which nothing was used */
      days: components['schemas']['UsageDay'][];
    };
    /** AuditActor */
    AuditActor: {
      /**
       * @description An API key, who signed in, whoever has a signed address, who runs the service, or the service by itself
       * @enum {unknown}
       */
      type: 'key' | 'user' | 'link' | 'operator' | 'system';
      /** @description Of a key its id, of a user the subject at the identity provider */
      id?: string;
      /** @description Of a key: the part that is no secret */
      prefix?: string;
    };
    /** AuditTarget */
    AuditTarget: {
      type: string;
      id: string;
    };
    /** AuditEntry */
    AuditEntry: {
      /** Format: uuid */
      tenantId: string;
      /** @description Counts the entries of the tenant, from 1 on and without gaps */
      seq: number;
      /** Format: date-time */
      at: string;
      actor: components['schemas']['AuditActor'];
      /** @description What was done; more may be added */
      action: string;
      target: components['schemas']['AuditTarget'];
      /** @description The `Request-Id` of the request that did it */
      requestId?: string;
      /** @description What else is to be known; it has no secrets */
      details: {
        [key: string]: unknown;
      };
      /** @description `hash` of the entry before; 64 zeros in the first one */
      previousHash: string;
      /** @description SHA-256 of the entry without this field, as canonical JSON (RFC 8785) */
      hash: string;
    };
    /** AuditEntryPage */
    AuditEntryPage: {
      items: components['schemas']['AuditEntry'][];
      /** @description There when more may follow */
      nextCursor?: string;
      /** @description There when newer ones may come before */
      previousCursor?: string;
    };
    /** AuditHead */
    AuditHead: {
      /** @description How many entries there are */
      seq: number;
      /** @description `hash` of the last one; 64 zeros when there is none */
      hash: string;
    };
    /** TenantLimit */
    TenantLimit: {
      /**
       * @description key, tenant: requests in a minute; renders: renders asked for in a minute; signed: requests at signed addresses of files and uploads in a minute; rendersPerDay: runs of renders asked for in a day of UTC; unfinishedRenders: renders that are queued or running; storedBytes: bytes of logos and files
       * @enum {unknown}
       */
      name: 'key' | 'tenant' | 'renders' | 'signed' | 'rendersPerDay' | 'unfinishedRenders' | 'storedBytes';
      /** @description Not there when there is no limit */
      limit?: number;
      /** @description Not there when it is not known now */
      used?: number;
      /** @description Not there when there is no limit, or it is not known now */
      remaining?: number;
      /**
       * Format: date-time
       * @description When all of it is there again; only of limits of a time
       */
      resetsAt?: string;
    };
    /** TenantLimits */
    TenantLimits: {
      items: components['schemas']['TenantLimit'][];
    };
    /** Retention */
    Retention: {
      /** @description Days after its end after which a render, or a batch, is deleted with its files; null keeps all */
      renderDays: number | null;
      /** @description Days after which a logo is deleted that was not sent again, and of which no render was made; null keeps all */
      logoDays: number | null;
    };
    /** RetentionPatch */
    RetentionPatch: {
      /** @description Days after its end after which a render, or a batch, is deleted with its files; null keeps all */
      renderDays?: number | null;
      /** @description Days after which a logo is deleted that was not sent again, and of which no render was made; null keeps all */
      logoDays?: number | null;
    };
    /** LogoFromUrlRequest */
    LogoFromUrlRequest: {
      /**
       * Format: well-formed
       * @description An https:// URL of the public internet, without a user in it, that answers with the picture
       */
      url: string;
      /**
       * Format: well-formed
       * @description A client's name for it; none when left out
       */
      name?: string;
    };
    /** LogoUploadRequest */
    LogoUploadRequest: {
      /** @description How many will be sent, at most 10485760 */
      bytes: number;
      /**
       * @description SHA-256 of the uploaded bytes
       * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
       */
      sha256: string;
      /**
       * Format: well-formed
       * @description A client's name for it; none when left out
       */
      name?: string;
      /** @description Texts of your own, by keys of your own */
      metadata?: {
        [key: string]: string;
      };
    };
    /**
     * BytesRequest
     * @description How to send the bytes: without an API key. It is in the answer to the announcement alone
     */
    BytesRequest: {
      /** @enum {unknown} */
      method: 'PUT';
      /** @description Absolute, or relative to the API */
      url: string;
      /** @description To be sent as they are */
      headers: {
        [key: string]: string;
      };
    };
    /** LogoUpload */
    LogoUpload: {
      /** Format: uuid */
      id: string;
      /** @enum {unknown} */
      state: 'pending' | 'completed' | 'expired';
      bytes: number;
      /**
       * @description SHA-256 of the uploaded bytes
       * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
       */
      sha256: string;
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date-time
       * @description Until when it may be sent and completed
       */
      expiresAt: string;
      request?: components['schemas']['BytesRequest'];
      logo?: components['schemas']['Logo'];
    };
    /** Tenant */
    Tenant: {
      /**
       * Format: uuid
       * @description What `confirm` must be to erase it
       */
      id: string;
      /** @description By which the operator knows it */
      name: string;
      /** Format: date-time */
      createdAt: string;
    };
    /** ErasureSubject */
    ErasureSubject: {
      /** @enum {unknown} */
      type: 'logo' | 'tenant';
      /** Format: uuid */
      id: string;
    };
    /** ErasureReceipt */
    ErasureReceipt: {
      /** Format: uuid */
      erasureId: string;
      /** Format: uuid */
      tenantId: string;
      subject: components['schemas']['ErasureSubject'];
      /** @description The prefix of the API key that asked for it, `user` for one who signed in, `operator`, or `identity-provider` */
      requestedBy: string;
      /**
       * Format: date-time
       * @description When it was asked for
       */
      createdAt: string;
      /** Format: date-time */
      startedAt: string;
      /** Format: date-time */
      finishedAt: string;
      /** @description Rows of the database that were erased, by table */
      rows: {
        [key: string]: number;
      };
      objects: {
        /** @description Objects that were removed from the object store, with their older versions where it keeps those */
        removed: number;
        /** @description What they had together */
        bytes: number;
        /** @description Objects that stay, for renders of another logo of the same bytes have them too */
        kept?: number;
      };
      /** @description A last look at the database and at the list of the object store */
      recheck: {
        /** Format: date-time */
        at: string;
        /** @description Rows that were found again: 0 */
        rows: number;
        /** @description Objects that were found again: 0 */
        objects: number;
      };
    };
    /** Erasure */
    Erasure: {
      /** Format: uuid */
      id: string;
      subject: components['schemas']['ErasureSubject'];
      /** @enum {unknown} */
      state: 'pending' | 'running' | 'succeeded';
      /** @description The prefix of the API key that asked for it, `user` for one who signed in, `operator`, or `identity-provider` */
      requestedBy: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      startedAt?: string;
      /** Format: date-time */
      finishedAt?: string;
      /** @description Where this can be read without a key, also when the tenant is gone, relative to the API. Whoever has it can read it */
      receiptUrl: string;
      receipt?: components['schemas']['ErasureReceipt'];
      /** @description SHA-256 over the receipt as canonical JSON (RFC 8785) */
      receiptSha256?: string;
      /** @description That text, signed: a JWS (RFC 7515) by EdDSA, with a key of `/.well-known/jwks.json` */
      signedReceipt?: string;
    };
    /** NewErasure */
    NewErasure: {
      /** Format: uuid */
      logoId: string;
    };
    /** ErasurePage */
    ErasurePage: {
      items: components['schemas']['Erasure'][];
      /**
       * Format: uuid
       * @description There when more may follow
       */
      nextCursor?: string;
      /**
       * Format: uuid
       * @description There when newer ones may come before
       */
      previousCursor?: string;
    };
    /** ReceiptKeys */
    ReceiptKeys: {
      keys: {
        /** @enum {string} */
        kty: 'OKP';
        /** @enum {string} */
        crv: 'Ed25519';
        x: string;
        kid: string;
        /** @enum {string} */
        alg: 'EdDSA';
        /** @enum {string} */
        use: 'sig';
      }[];
    };
    /** BadRequestProblem */
    BadRequestProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:bad-request';
      /** @enum {unknown} */
      status?: 400;
    };
    /** HeadersTooLargeProblem */
    HeadersTooLargeProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:headers-too-large';
      /** @enum {unknown} */
      status?: 431;
    };
    /** InternalProblem */
    InternalProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:internal';
      /** @enum {unknown} */
      status?: 500;
    };
    /** RequestTimeoutProblem */
    RequestTimeoutProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:request-timeout';
      /** @enum {unknown} */
      status?: 408;
    };
    /** UnavailableProblem */
    UnavailableProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:unavailable';
      /** @enum {unknown} */
      status?: 503;
    };
    /** UriTooLongProblem */
    UriTooLongProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:uri-too-long';
      /** @enum {unknown} */
      status?: 414;
    };
    /** UnsupportedMediaTypeProblem */
    UnsupportedMediaTypeProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:unsupported-media-type';
      /** @enum {unknown} */
      status?: 415;
    };
    /** AnswerNotKeptProblem */
    AnswerNotKeptProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:answer-not-kept';
      /** @enum {unknown} */
      status?: 409;
    };
    /** IdempotencyKeyInUseProblem */
    IdempotencyKeyInUseProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:idempotency-key-in-use';
      /** @enum {unknown} */
      status?: 409;
    };
    /** TooManyKeysProblem */
    TooManyKeysProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:too-many-keys';
      /** @enum {unknown} */
      status?: 409;
    };
    /** EmptyBodyProblem */
    EmptyBodyProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:empty-body';
      /** @enum {unknown} */
      status?: 400;
    };
    /** InvalidIdempotencyKeyProblem */
    InvalidIdempotencyKeyProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:invalid-idempotency-key';
      /** @enum {unknown} */
      status?: 400;
    };
    /** BodyTooLargeProblem */
    BodyTooLargeProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:body-too-large';
      /** @enum {unknown} */
      status?: 413;
    };
    /** IdempotencyKeyReusedProblem */
    IdempotencyKeyReusedProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:idempotency-key-reused';
      /** @enum {unknown} */
      status?: 422;
    };
    /** InvalidRequestProblem */
    InvalidRequestProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:invalid-request';
      /** @enum {unknown} */
      status?: 422;
    };
    /** InsufficientScopeProblem */
    InsufficientScopeProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:insufficient-scope';
      /** @enum {unknown} */
      status?: 403;
    };
    /** TenantSuspendedProblem */
    TenantSuspendedProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:tenant-suspended';
      /** @enum {unknown} */
      status?: 403;
    };
    /** InvalidTokenProblem */
    InvalidTokenProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:invalid-token';
      /** @enum {unknown} */
      status?: 401;
    };
    /** UnauthorizedProblem */
    UnauthorizedProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:unauthorized';
      /** @enum {unknown} */
      status?: 401;
    };
    /** NotFoundProblem */
    NotFoundProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:not-found';
      /** @enum {unknown} */
      status?: 404;
    };
    /** OverloadedProblem */
    OverloadedProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:overloaded';
      /** @enum {unknown} */
      status?: 503;
    };
    /** RateLimitedProblem */
    RateLimitedProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:rate-limited';
      /** @enum {unknown} */
      status?: 429;
    };
    /** LastAdminKeyProblem */
    LastAdminKeyProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:last-admin-key';
      /** @enum {unknown} */
      status?: 409;
    };
    /** KeyEndedProblem */
    KeyEndedProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:key-ended';
      /** @enum {unknown} */
      status?: 409;
    };
    /** StorageFullProblem */
    StorageFullProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:storage-full';
      /** @enum {unknown} */
      status?: 409;
    };
    /** LogoInfectedProblem */
    LogoInfectedProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:logo-infected';
      /** @enum {unknown} */
      status?: 422;
    };
    /** QuotaExceededProblem */
    QuotaExceededProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:quota-exceeded';
      /** @enum {unknown} */
      status?: 429;
    };
    /** NotFinishedProblem */
    NotFinishedProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:not-finished';
      /** @enum {unknown} */
      status?: 409;
    };
    /** PartOfBatchProblem */
    PartOfBatchProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:part-of-batch';
      /** @enum {unknown} */
      status?: 409;
    };
    /** AlreadyFinishedProblem */
    AlreadyFinishedProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:already-finished';
      /** @enum {unknown} */
      status?: 409;
    };
    /** NotRetryableProblem */
    NotRetryableProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:not-retryable';
      /** @enum {unknown} */
      status?: 409;
    };
    /** NotReadyProblem */
    NotReadyProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:not-ready';
      /** @enum {unknown} */
      status?: 409;
    };
    /** PreconditionFailedProblem */
    PreconditionFailedProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:precondition-failed';
      /** @enum {unknown} */
      status?: 412;
    };
    /** RangeNotSatisfiableProblem */
    RangeNotSatisfiableProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:range-not-satisfiable';
      /** @enum {unknown} */
      status?: 416;
    };
    /** TooManyWebhooksProblem */
    TooManyWebhooksProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:too-many-webhooks';
      /** @enum {unknown} */
      status?: 409;
    };
    /** WebhookDisabledProblem */
    WebhookDisabledProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:webhook-disabled';
      /** @enum {unknown} */
      status?: 409;
    };
    /** TruncatedLogoProblem */
    TruncatedLogoProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:truncated-logo';
      /** @enum {unknown} */
      status?: 422;
    };
    /** UnknownLogoFormatProblem */
    UnknownLogoFormatProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:unknown-logo-format';
      /** @enum {unknown} */
      status?: 415;
    };
    /** LogoInUseProblem */
    LogoInUseProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:logo-in-use';
      /** @enum {unknown} */
      status?: 409;
    };
    /** DigestMismatchProblem */
    DigestMismatchProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:digest-mismatch';
      /** @enum {unknown} */
      status?: 422;
    };
    /** InvalidRangeProblem */
    InvalidRangeProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:invalid-range';
      /** @enum {unknown} */
      status?: 400;
    };
    /** LogoTooLargeProblem */
    LogoTooLargeProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:logo-too-large';
      /** @enum {unknown} */
      status?: 413;
    };
    /** UrlBadAnswerProblem */
    UrlBadAnswerProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:url-bad-answer';
      /** @enum {unknown} */
      status?: 422;
    };
    /** UrlRefusedProblem */
    UrlRefusedProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:url-refused';
      /** @enum {unknown} */
      status?: 422;
    };
    /** UrlTimeoutProblem */
    UrlTimeoutProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:url-timeout';
      /** @enum {unknown} */
      status?: 422;
    };
    /** UrlUnreachableProblem */
    UrlUnreachableProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:url-unreachable';
      /** @enum {unknown} */
      status?: 422;
    };
    /** TooManyUploadsProblem */
    TooManyUploadsProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:too-many-uploads';
      /** @enum {unknown} */
      status?: 409;
    };
    /** UploadCompletedProblem */
    UploadCompletedProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:upload-completed';
      /** @enum {unknown} */
      status?: 409;
    };
    /** NotUploadedProblem */
    NotUploadedProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:not-uploaded';
      /** @enum {unknown} */
      status?: 409;
    };
    /** UploadExpiredProblem */
    UploadExpiredProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:upload-expired';
      /** @enum {unknown} */
      status?: 410;
    };
    /** AddressExpiredProblem */
    AddressExpiredProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:address-expired';
      /** @enum {unknown} */
      status?: 403;
    };
    /** WrongSignatureProblem */
    WrongSignatureProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:wrong-signature';
      /** @enum {unknown} */
      status?: 403;
    };
    /** CropOutsideLogoProblem */
    CropOutsideLogoProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:crop-outside-logo';
      /** @enum {unknown} */
      status?: 422;
    };
    /** EmptyLogoProblem */
    EmptyLogoProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:empty-logo';
      /** @enum {unknown} */
      status?: 422;
    };
    /** FormatNotPossibleProblem */
    FormatNotPossibleProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:format-not-possible';
      /** @enum {unknown} */
      status?: 422;
    };
    /** LogoDeletedProblem */
    LogoDeletedProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:logo-deleted';
      /** @enum {unknown} */
      status?: 422;
    };
    /** LogoTooComplexProblem */
    LogoTooComplexProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:logo-too-complex';
      /** @enum {unknown} */
      status?: 422;
    };
    /** LogoTooManyFramesProblem */
    LogoTooManyFramesProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:logo-too-many-frames';
      /** @enum {unknown} */
      status?: 422;
    };
    /** LogoTooManyPixelsProblem */
    LogoTooManyPixelsProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:logo-too-many-pixels';
      /** @enum {unknown} */
      status?: 422;
    };
    /** MaxBytesNotReachedProblem */
    MaxBytesNotReachedProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:max-bytes-not-reached';
      /** @enum {unknown} */
      status?: 422;
    };
    /** OutputTooLargeProblem */
    OutputTooLargeProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:output-too-large';
      /** @enum {unknown} */
      status?: 422;
    };
    /** RenderOutOfMemoryProblem */
    RenderOutOfMemoryProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:render-out-of-memory';
      /** @enum {unknown} */
      status?: 422;
    };
    /** RenderTimeoutProblem */
    RenderTimeoutProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:render-timeout';
      /** @enum {unknown} */
      status?: 422;
    };
    /** UnreadableLogoProblem */
    UnreadableLogoProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:unreadable-logo';
      /** @enum {unknown} */
      status?: 422;
    };
    /** RenderInterruptedProblem */
    RenderInterruptedProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:render-interrupted';
      /** @enum {unknown} */
      status?: 500;
    };
    /** StillRenderingProblem */
    StillRenderingProblem: components['schemas']['Problem'] & {
      /** @enum {unknown} */
      type?: 'urn:logomorph:problem:still-rendering';
      /** @enum {unknown} */
      status?: 503;
    };
    /** RenderQueuedEvent */
    RenderQueuedEvent: {
      /** @description Counts up from 1 in each render, without a gap */
      seq: number;
      /** Format: date-time */
      at: string;
      /** @constant */
      type: 'queued';
      data: Record<string, never>;
    };
    /** RenderStartedEvent */
    RenderStartedEvent: {
      /** @description Counts up from 1 in each render, without a gap */
      seq: number;
      /** Format: date-time */
      at: string;
      /** @constant */
      type: 'started';
      data: Record<string, never>;
    };
    /** RenderOutputEvent */
    RenderOutputEvent: {
      /** @description Counts up from 1 in each render, without a gap */
      seq: number;
      /** Format: date-time */
      at: string;
      /** @constant */
      type: 'output';
      data: components['schemas']['RenderOutput'];
    };
    /** RenderChildEvent */
    RenderChildEvent: {
      /** @description Counts up from 1 in each render, without a gap */
      seq: number;
      /** Format: date-time */
      at: string;
      /** @constant */
      type: 'child';
      data: {
        /** Format: uuid */
        renderId: string;
        /** Format: uuid */
        logoId: string;
        /** @enum {unknown} */
        state: 'succeeded' | 'failed' | 'canceled';
      };
    };
    /** RenderSucceededEvent */
    RenderSucceededEvent: {
      /** @description Counts up from 1 in each render, without a gap */
      seq: number;
      /** Format: date-time */
      at: string;
      /** @constant */
      type: 'succeeded';
      data: {
        /** @description A batch has none of its own */
        outputs: number;
      };
    };
    /** RenderFailedEvent */
    RenderFailedEvent: {
      /** @description Counts up from 1 in each render, without a gap */
      seq: number;
      /** Format: date-time */
      at: string;
      /** @constant */
      type: 'failed';
      data: components['schemas']['Problem'];
    };
    /** RenderCanceledEvent */
    RenderCanceledEvent: {
      /** @description Counts up from 1 in each render, without a gap */
      seq: number;
      /** Format: date-time */
      at: string;
      /** @constant */
      type: 'canceled';
      data: Record<string, never>;
    };
    /** RenderEvent */
    RenderEvent:
      | components['schemas']['RenderQueuedEvent']
      | components['schemas']['RenderStartedEvent']
      | components['schemas']['RenderOutputEvent']
      | components['schemas']['RenderChildEvent']
      | components['schemas']['RenderSucceededEvent']
      | components['schemas']['RenderFailedEvent']
      | components['schemas']['RenderCanceledEvent'];
  };
  responses: {
    /** @description The request cannot be read (`bad-request`) */
    'bad-request': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['BadRequestProblem'];
      };
    };
    /** @description The request line or the headers are larger than the limit (`headers-too-large`) */
    'headers-too-large': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['HeadersTooLargeProblem'];
      };
    };
    /** @description Something went wrong on our side (`internal`) */
    internal: {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['InternalProblem'];
      };
    };
    /** @description The request did not come in time (`request-timeout`) */
    'request-timeout': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['RequestTimeoutProblem'];
      };
    };
    /** @description Something that this needs cannot be reached now (`unavailable`) */
    unavailable: {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['UnavailableProblem'];
      };
    };
    /** @description The address is longer than the limit (`uri-too-long`) */
    'uri-too-long': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['UriTooLongProblem'];
      };
    };
    /** @description This content type is not accepted here (`unsupported-media-type`) */
    'unsupported-media-type': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['UnsupportedMediaTypeProblem'];
      };
    };
    /** @description It was done, but its answer is not kept (`answer-not-kept`); A request with this Idempotency-Key is still under way (`idempotency-key-in-use`); There are as many API keys as the limit allows (`too-many-keys`) */
    'answer-not-kept.idempotency-key-in-use.too-many-keys': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['AnswerNotKeptProblem']
          | components['schemas']['IdempotencyKeyInUseProblem']
          | components['schemas']['TooManyKeysProblem'];
      };
    };
    /** @description The request cannot be read (`bad-request`); The body is empty (`empty-body`); The Idempotency-Key cannot be used (`invalid-idempotency-key`) */
    'bad-request.empty-body.invalid-idempotency-key': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['BadRequestProblem']
          | components['schemas']['EmptyBodyProblem']
          | components['schemas']['InvalidIdempotencyKeyProblem'];
      };
    };
    /** @description The body is larger than the limit (`body-too-large`) */
    'body-too-large': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['BodyTooLargeProblem'];
      };
    };
    /** @description The Idempotency-Key was used for another request (`idempotency-key-reused`); The request breaks a rule of its schema (`invalid-request`) */
    'idempotency-key-reused.invalid-request': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['IdempotencyKeyReusedProblem']
          | components['schemas']['InvalidRequestProblem'];
      };
    };
    /** @description The API key or access token may not do this (`insufficient-scope`); The tenant is suspended (`tenant-suspended`) */
    'insufficient-scope.tenant-suspended': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['InsufficientScopeProblem']
          | components['schemas']['TenantSuspendedProblem'];
      };
    };
    /** @description The access token is not accepted (`invalid-token`); A valid API key or access token is needed (`unauthorized`) */
    'invalid-token.unauthorized': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['InvalidTokenProblem']
          | components['schemas']['UnauthorizedProblem'];
      };
    };
    /** @description There is nothing here (`not-found`) */
    'not-found': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['NotFoundProblem'];
      };
    };
    /** @description There is more to do than can be done in time (`overloaded`); Something that this needs cannot be reached now (`unavailable`) */
    'overloaded.unavailable': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['OverloadedProblem']
          | components['schemas']['UnavailableProblem'];
      };
    };
    /** @description Too many requests came in a short time (`rate-limited`) */
    'rate-limited': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        'Retry-After': components['headers']['Retry-After'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['RateLimitedProblem'];
      };
    };
    /** @description The request breaks a rule of its schema (`invalid-request`) */
    'invalid-request': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['InvalidRequestProblem'];
      };
    };
    /** @description It was done, but its answer is not kept (`answer-not-kept`); A request with this Idempotency-Key is still under way (`idempotency-key-in-use`) */
    'answer-not-kept.idempotency-key-in-use': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['AnswerNotKeptProblem']
          | components['schemas']['IdempotencyKeyInUseProblem'];
      };
    };
    /** @description It was done, but its answer is not kept (`answer-not-kept`); A request with this Idempotency-Key is still under way (`idempotency-key-in-use`); No other key could manage the keys (`last-admin-key`) */
    'answer-not-kept.idempotency-key-in-use.last-admin-key': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['AnswerNotKeptProblem']
          | components['schemas']['IdempotencyKeyInUseProblem']
          | components['schemas']['LastAdminKeyProblem'];
      };
    };
    /** @description The Idempotency-Key was used for another request (`idempotency-key-reused`) */
    'idempotency-key-reused': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['IdempotencyKeyReusedProblem'];
      };
    };
    /** @description It was done, but its answer is not kept (`answer-not-kept`); A request with this Idempotency-Key is still under way (`idempotency-key-in-use`); The API key is revoked or has expired (`key-ended`); There are as many API keys as the limit allows (`too-many-keys`) */
    'answer-not-kept.idempotency-key-in-use.key-ended.too-many-keys': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['AnswerNotKeptProblem']
          | components['schemas']['IdempotencyKeyInUseProblem']
          | components['schemas']['KeyEndedProblem']
          | components['schemas']['TooManyKeysProblem'];
      };
    };
    /** @description It was done, but its answer is not kept (`answer-not-kept`); A request with this Idempotency-Key is still under way (`idempotency-key-in-use`); The tenant stores as many bytes as its quota allows (`storage-full`) */
    'answer-not-kept.idempotency-key-in-use.storage-full': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['AnswerNotKeptProblem']
          | components['schemas']['IdempotencyKeyInUseProblem']
          | components['schemas']['StorageFullProblem'];
      };
    };
    /** @description The Idempotency-Key was used for another request (`idempotency-key-reused`); The request breaks a rule of its schema (`invalid-request`); A virus scanner has found something in the picture (`logo-infected`) */
    'idempotency-key-reused.invalid-request.logo-infected': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['IdempotencyKeyReusedProblem']
          | components['schemas']['InvalidRequestProblem']
          | components['schemas']['LogoInfectedProblem'];
      };
    };
    /** @description A quota of the tenant is used up for now (`quota-exceeded`); Too many requests came in a short time (`rate-limited`) */
    'quota-exceeded.rate-limited': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        'Retry-After': components['headers']['Retry-After'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['QuotaExceededProblem']
          | components['schemas']['RateLimitedProblem'];
      };
    };
    /** @description It was done, but its answer is not kept (`answer-not-kept`); A request with this Idempotency-Key is still under way (`idempotency-key-in-use`); The render has not finished yet (`not-finished`); The render belongs to a batch (`part-of-batch`) */
    'answer-not-kept.idempotency-key-in-use.not-finished.part-of-batch': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['AnswerNotKeptProblem']
          | components['schemas']['IdempotencyKeyInUseProblem']
          | components['schemas']['NotFinishedProblem']
          | components['schemas']['PartOfBatchProblem'];
      };
    };
    /** @description The render has finished (`already-finished`); It was done, but its answer is not kept (`answer-not-kept`); A request with this Idempotency-Key is still under way (`idempotency-key-in-use`) */
    'already-finished.answer-not-kept.idempotency-key-in-use': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['AlreadyFinishedProblem']
          | components['schemas']['AnswerNotKeptProblem']
          | components['schemas']['IdempotencyKeyInUseProblem'];
      };
    };
    /** @description It was done, but its answer is not kept (`answer-not-kept`); A request with this Idempotency-Key is still under way (`idempotency-key-in-use`); The render has neither failed nor been canceled (`not-retryable`); The tenant stores as many bytes as its quota allows (`storage-full`) */
    'answer-not-kept.idempotency-key-in-use.not-retryable.storage-full': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['AnswerNotKeptProblem']
          | components['schemas']['IdempotencyKeyInUseProblem']
          | components['schemas']['NotRetryableProblem']
          | components['schemas']['StorageFullProblem'];
      };
    };
    /** @description The render has not succeeded (yet) (`not-ready`) */
    'not-ready': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['NotReadyProblem'];
      };
    };
    /** @description The file is not the one that was asked for (`precondition-failed`) */
    'precondition-failed': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['PreconditionFailedProblem'];
      };
    };
    /** @description The file has no such bytes (`range-not-satisfiable`) */
    'range-not-satisfiable': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        'Content-Range': components['headers']['Content-Range'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['RangeNotSatisfiableProblem'];
      };
    };
    /** @description It was done, but its answer is not kept (`answer-not-kept`); A request with this Idempotency-Key is still under way (`idempotency-key-in-use`); There are as many webhook endpoints as the limit allows (`too-many-webhooks`) */
    'answer-not-kept.idempotency-key-in-use.too-many-webhooks': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['AnswerNotKeptProblem']
          | components['schemas']['IdempotencyKeyInUseProblem']
          | components['schemas']['TooManyWebhooksProblem'];
      };
    };
    /** @description It was done, but its answer is not kept (`answer-not-kept`); A request with this Idempotency-Key is still under way (`idempotency-key-in-use`); The webhook endpoint is disabled (`webhook-disabled`) */
    'answer-not-kept.idempotency-key-in-use.webhook-disabled': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['AnswerNotKeptProblem']
          | components['schemas']['IdempotencyKeyInUseProblem']
          | components['schemas']['WebhookDisabledProblem'];
      };
    };
    /** @description The Idempotency-Key was used for another request (`idempotency-key-reused`); A virus scanner has found something in the picture (`logo-infected`); The picture is cut off (`truncated-logo`) */
    'idempotency-key-reused.logo-infected.truncated-logo': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['IdempotencyKeyReusedProblem']
          | components['schemas']['LogoInfectedProblem']
          | components['schemas']['TruncatedLogoProblem'];
      };
    };
    /** @description The file is in no picture format that is accepted (`unknown-logo-format`); This content type is not accepted here (`unsupported-media-type`) */
    'unknown-logo-format.unsupported-media-type': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['UnknownLogoFormatProblem']
          | components['schemas']['UnsupportedMediaTypeProblem'];
      };
    };
    /** @description A virus scanner has found something in the picture (`logo-infected`) */
    'logo-infected': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['LogoInfectedProblem'];
      };
    };
    /** @description It was done, but its answer is not kept (`answer-not-kept`); A request with this Idempotency-Key is still under way (`idempotency-key-in-use`); Renders of the logo are not finished (`logo-in-use`) */
    'answer-not-kept.idempotency-key-in-use.logo-in-use': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['AnswerNotKeptProblem']
          | components['schemas']['IdempotencyKeyInUseProblem']
          | components['schemas']['LogoInUseProblem'];
      };
    };
    /** @description The bytes are not the announced ones (`digest-mismatch`); The Idempotency-Key was used for another request (`idempotency-key-reused`); A virus scanner has found something in the picture (`logo-infected`); The picture is cut off (`truncated-logo`) */
    'digest-mismatch.idempotency-key-reused.logo-infected.truncated-logo': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['DigestMismatchProblem']
          | components['schemas']['IdempotencyKeyReusedProblem']
          | components['schemas']['LogoInfectedProblem']
          | components['schemas']['TruncatedLogoProblem'];
      };
    };
    /** @description The request cannot be read (`bad-request`); The range cannot be used (`invalid-range`) */
    'bad-request.invalid-range': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['BadRequestProblem']
          | components['schemas']['InvalidRangeProblem'];
      };
    };
    /** @description The body is larger than the limit (`body-too-large`); The picture is larger than the limit (`logo-too-large`) */
    'body-too-large.logo-too-large': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['BodyTooLargeProblem']
          | components['schemas']['LogoTooLargeProblem'];
      };
    };
    /** @description The Idempotency-Key was used for another request (`idempotency-key-reused`); The request breaks a rule of its schema (`invalid-request`); A virus scanner has found something in the picture (`logo-infected`); The picture is cut off (`truncated-logo`); The URL did not answer with a file (`url-bad-answer`); This URL is not allowed (`url-refused`); The URL did not answer in time (`url-timeout`); The URL cannot be reached (`url-unreachable`) */
    'idempotency-key-reused.invalid-request.logo-infected.truncated-logo.url-bad-answer.url-refused.url-timeout.url-unreachable': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['IdempotencyKeyReusedProblem']
          | components['schemas']['InvalidRequestProblem']
          | components['schemas']['LogoInfectedProblem']
          | components['schemas']['TruncatedLogoProblem']
          | components['schemas']['UrlBadAnswerProblem']
          | components['schemas']['UrlRefusedProblem']
          | components['schemas']['UrlTimeoutProblem']
          | components['schemas']['UrlUnreachableProblem'];
      };
    };
    /** @description It was done, but its answer is not kept (`answer-not-kept`); A request with this Idempotency-Key is still under way (`idempotency-key-in-use`); The tenant stores as many bytes as its quota allows (`storage-full`); There are as many pending uploads as the limit allows (`too-many-uploads`) */
    'answer-not-kept.idempotency-key-in-use.storage-full.too-many-uploads': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['AnswerNotKeptProblem']
          | components['schemas']['IdempotencyKeyInUseProblem']
          | components['schemas']['StorageFullProblem']
          | components['schemas']['TooManyUploadsProblem'];
      };
    };
    /** @description It was done, but its answer is not kept (`answer-not-kept`); A request with this Idempotency-Key is still under way (`idempotency-key-in-use`); The upload is completed (`upload-completed`) */
    'answer-not-kept.idempotency-key-in-use.upload-completed': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['AnswerNotKeptProblem']
          | components['schemas']['IdempotencyKeyInUseProblem']
          | components['schemas']['UploadCompletedProblem'];
      };
    };
    /** @description It was done, but its answer is not kept (`answer-not-kept`); A request with this Idempotency-Key is still under way (`idempotency-key-in-use`); The bytes have not been sent yet (`not-uploaded`); The tenant stores as many bytes as its quota allows (`storage-full`) */
    'answer-not-kept.idempotency-key-in-use.not-uploaded.storage-full': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['AnswerNotKeptProblem']
          | components['schemas']['IdempotencyKeyInUseProblem']
          | components['schemas']['NotUploadedProblem']
          | components['schemas']['StorageFullProblem'];
      };
    };
    /** @description The upload has expired (`upload-expired`) */
    'upload-expired': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['UploadExpiredProblem'];
      };
    };
    /** @description The address has expired (`address-expired`); The tenant is suspended (`tenant-suspended`); The signature of the address is wrong (`wrong-signature`) */
    'address-expired.tenant-suspended.wrong-signature': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['AddressExpiredProblem']
          | components['schemas']['TenantSuspendedProblem']
          | components['schemas']['WrongSignatureProblem'];
      };
    };
    /** @description The part to take is not inside the logo (`crop-outside-logo`); The picture shows nothing (`empty-logo`); This output cannot be made of this logo (`format-not-possible`); The request breaks a rule of its schema (`invalid-request`); The logo of the render was deleted (`logo-deleted`); A virus scanner has found something in the picture (`logo-infected`); The SVG is more complex than the limit (`logo-too-complex`); The picture has more frames than the limit (`logo-too-many-frames`); The picture has more pixels than the limit (`logo-too-many-pixels`); No quality makes the output as small as asked for (`max-bytes-not-reached`); The output would be larger than the limit (`output-too-large`); The render needs more memory than the limit (`render-out-of-memory`); The render took longer than its budget (`render-timeout`); The picture is cut off (`truncated-logo`); The picture cannot be decoded (`unreadable-logo`) */
    'crop-outside-logo.empty-logo.format-not-possible.invalid-request.logo-deleted.logo-infected.logo-too-complex.logo-too-many-frames.logo-too-many-pixels.max-bytes-not-reached.output-too-large.render-out-of-memory.render-timeout.truncated-logo.unreadable-logo': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['CropOutsideLogoProblem']
          | components['schemas']['EmptyLogoProblem']
          | components['schemas']['FormatNotPossibleProblem']
          | components['schemas']['InvalidRequestProblem']
          | components['schemas']['LogoDeletedProblem']
          | components['schemas']['LogoInfectedProblem']
          | components['schemas']['LogoTooComplexProblem']
          | components['schemas']['LogoTooManyFramesProblem']
          | components['schemas']['LogoTooManyPixelsProblem']
          | components['schemas']['MaxBytesNotReachedProblem']
          | components['schemas']['OutputTooLargeProblem']
          | components['schemas']['RenderOutOfMemoryProblem']
          | components['schemas']['RenderTimeoutProblem']
          | components['schemas']['TruncatedLogoProblem']
          | components['schemas']['UnreadableLogoProblem'];
      };
    };
    /** @description Something went wrong on our side (`internal`); The render was interrupted too often (`render-interrupted`) */
    'internal.render-interrupted': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['InternalProblem']
          | components['schemas']['RenderInterruptedProblem'];
      };
    };
    /** @description There is more to do than can be done in time (`overloaded`); The picture is still being made (`still-rendering`); Something that this needs cannot be reached now (`unavailable`) */
    'overloaded.still-rendering.unavailable': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['OverloadedProblem']
          | components['schemas']['StillRenderingProblem']
          | components['schemas']['UnavailableProblem'];
      };
    };
    /** @description The tenant stores as many bytes as its quota allows (`storage-full`) */
    'storage-full': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['StorageFullProblem'];
      };
    };
    /** @description The address has expired (`address-expired`); The signature of the address is wrong (`wrong-signature`) */
    'address-expired.wrong-signature': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['AddressExpiredProblem']
          | components['schemas']['WrongSignatureProblem'];
      };
    };
    /** @description The request cannot be read (`bad-request`); The body is empty (`empty-body`) */
    'bad-request.empty-body': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['BadRequestProblem']
          | components['schemas']['EmptyBodyProblem'];
      };
    };
    /** @description The bytes are not the announced ones (`digest-mismatch`); The request breaks a rule of its schema (`invalid-request`); A virus scanner has found something in the picture (`logo-infected`) */
    'digest-mismatch.invalid-request.logo-infected': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json':
          | components['schemas']['DigestMismatchProblem']
          | components['schemas']['InvalidRequestProblem']
          | components['schemas']['LogoInfectedProblem'];
      };
    };
    /** @description The upload is completed (`upload-completed`) */
    'upload-completed': {
      headers: {
        'Request-Id': components['headers']['Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['UploadCompletedProblem'];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: {
    /**
     * @description The one that was sent, or a new one; logs have it
     * @example 6f2f0cb0-4b3a-4cf1-9d1e-0a2b3c4d5e6f
     */
    'Request-Id': string;
    /**
     * @description Where what was made is, relative to the API
     * @example /v1/renders/0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e
     */
    Location: string;
    /**
     * @description After how many seconds to try again
     * @example 5
     */
    'Retry-After': number;
    /**
     * @description What is wrong with the key or the token (RFC 6750)
     * @example Bearer realm="logomorph"
     */
    'WWW-Authenticate': string;
    /**
     * @description The limits on rates, as `q` in `w` seconds; not there while they cannot be counted
     * @example "key";q=1000;w=60, "tenant";q=5000;w=60
     */
    'RateLimit-Policy': string;
    /**
     * @description What is left of each limit, as `r` for `t` seconds; not there while they cannot be counted
     * @example "key";r=998;t=42, "tenant";r=4987;t=42
     */
    RateLimit: string;
    /**
     * @description That the answer is the one that an earlier request with the same `Idempotency-Key` got
     * @example true
     */
    'Idempotency-Replayed': 'true';
    /**
     * @description How long was waited at most, if `Prefer` asked for it
     * @example wait=10
     */
    'Preference-Applied': string;
    /**
     * @description How long the answer may be kept, and by whom
     * @example private, max-age=31536000, immutable
     */
    'Cache-Control': string;
    /**
     * @description Tells versions of the file apart; weak when it is compressed on the way
     * @example "9f86d081884c7d65"
     */
    ETag: string;
    /**
     * @description Not there while the render may still make the file
     * @example Tue, 24 Nov 2026 08:00:04 GMT
     */
    'Last-Modified': string;
    /**
     * @description That parts can be asked for; not there when it is compressed on the way
     * @example bytes
     */
    'Accept-Ranges': string;
    /**
     * @description Which bytes these are, or how many there are
     * @example bytes 0-99/1456
     */
    'Content-Range': string;
    /**
     * @description Whether to show or to save it, and under which name
     * @example inline; filename="logo.webp"
     */
    'Content-Disposition': string;
    /**
     * @description SHA-256 of the file (RFC 9530); not there when it is compressed on the way
     * @example sha-256=:n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=:
     */
    'Repr-Digest': string;
  };
  pathItems: never;
}
export type Liveness = components['schemas']['Liveness'];
export type Readiness = components['schemas']['Readiness'];
export type ApiKeyRequest = components['schemas']['ApiKeyRequest'];
export type NewApiKey = components['schemas']['NewApiKey'];
export type ApiKey = components['schemas']['ApiKey'];
export type ApiKeyPage = components['schemas']['ApiKeyPage'];
export type ApiKeyChange = components['schemas']['ApiKeyChange'];
export type ApiKeyRotation = components['schemas']['ApiKeyRotation'];
export type VariantRecipeRequest = components['schemas']['VariantRecipeRequest'];
export type KitRecipeRequest = components['schemas']['KitRecipeRequest'];
export type PaletteRecipeRequest = components['schemas']['PaletteRecipeRequest'];
export type RecolourRecipeRequest = components['schemas']['RecolourRecipeRequest'];
export type MorphRecipeRequest = components['schemas']['MorphRecipeRequest'];
export type RecipeRequest = components['schemas']['RecipeRequest'];
export type NewRender = components['schemas']['NewRender'];
export type VariantRecipe = components['schemas']['VariantRecipe'];
export type KitRecipe = components['schemas']['KitRecipe'];
export type PaletteRecipe = components['schemas']['PaletteRecipe'];
export type RecolourRecipe = components['schemas']['RecolourRecipe'];
export type MorphRecipe = components['schemas']['MorphRecipe'];
export type Recipe = components['schemas']['Recipe'];
export type Problem = components['schemas']['Problem'];
export type RenderOutput = components['schemas']['RenderOutput'];
export type Render = components['schemas']['Render'];
export type RenderPage = components['schemas']['RenderPage'];
export type RenderPatch = components['schemas']['RenderPatch'];
export type TransformRequest = components['schemas']['TransformRequest'];
export type Transform = components['schemas']['Transform'];
export type WebhookEndpointRequest = components['schemas']['WebhookEndpointRequest'];
export type NewWebhookEndpoint = components['schemas']['NewWebhookEndpoint'];
export type WebhookEndpoint = components['schemas']['WebhookEndpoint'];
export type WebhookEndpointPage = components['schemas']['WebhookEndpointPage'];
export type WebhookEndpointPatch = components['schemas']['WebhookEndpointPatch'];
export type WebhookRender = components['schemas']['WebhookRender'];
export type WebhookRenderEvent = components['schemas']['WebhookRenderEvent'];
export type WebhookDisabledEvent = components['schemas']['WebhookDisabledEvent'];
export type WebhookTestEvent = components['schemas']['WebhookTestEvent'];
export type WebhookPayload = components['schemas']['WebhookPayload'];
export type WebhookAttempt = components['schemas']['WebhookAttempt'];
export type WebhookDelivery = components['schemas']['WebhookDelivery'];
export type WebhookDeliveryPage = components['schemas']['WebhookDeliveryPage'];
export type WebhookReplayRequest = components['schemas']['WebhookReplayRequest'];
export type WebhookReplay = components['schemas']['WebhookReplay'];
export type Logo = components['schemas']['Logo'];
export type LogoPage = components['schemas']['LogoPage'];
export type LogoPatch = components['schemas']['LogoPatch'];
export type UsageDay = components['schemas']['UsageDay'];
export type Usage = components['schemas']['Usage'];
export type AuditActor = components['schemas']['AuditActor'];
export type AuditTarget = components['schemas']['AuditTarget'];
export type AuditEntry = components['schemas']['AuditEntry'];
export type AuditEntryPage = components['schemas']['AuditEntryPage'];
export type AuditHead = components['schemas']['AuditHead'];
export type TenantLimit = components['schemas']['TenantLimit'];
export type TenantLimits = components['schemas']['TenantLimits'];
export type Retention = components['schemas']['Retention'];
export type RetentionPatch = components['schemas']['RetentionPatch'];
export type LogoFromUrlRequest = components['schemas']['LogoFromUrlRequest'];
export type LogoUploadRequest = components['schemas']['LogoUploadRequest'];
export type BytesRequest = components['schemas']['BytesRequest'];
export type LogoUpload = components['schemas']['LogoUpload'];
export type Tenant = components['schemas']['Tenant'];
export type ErasureSubject = components['schemas']['ErasureSubject'];
export type ErasureReceipt = components['schemas']['ErasureReceipt'];
export type Erasure = components['schemas']['Erasure'];
export type NewErasure = components['schemas']['NewErasure'];
export type ErasurePage = components['schemas']['ErasurePage'];
export type ReceiptKeys = components['schemas']['ReceiptKeys'];
export type BadRequestProblem = components['schemas']['BadRequestProblem'];
export type HeadersTooLargeProblem = components['schemas']['HeadersTooLargeProblem'];
export type InternalProblem = components['schemas']['InternalProblem'];
export type RequestTimeoutProblem = components['schemas']['RequestTimeoutProblem'];
export type UnavailableProblem = components['schemas']['UnavailableProblem'];
export type UriTooLongProblem = components['schemas']['UriTooLongProblem'];
export type UnsupportedMediaTypeProblem = components['schemas']['UnsupportedMediaTypeProblem'];
export type AnswerNotKeptProblem = components['schemas']['AnswerNotKeptProblem'];
export type IdempotencyKeyInUseProblem = components['schemas']['IdempotencyKeyInUseProblem'];
export type TooManyKeysProblem = components['schemas']['TooManyKeysProblem'];
export type EmptyBodyProblem = components['schemas']['EmptyBodyProblem'];
export type InvalidIdempotencyKeyProblem = components['schemas']['InvalidIdempotencyKeyProblem'];
export type BodyTooLargeProblem = components['schemas']['BodyTooLargeProblem'];
export type IdempotencyKeyReusedProblem = components['schemas']['IdempotencyKeyReusedProblem'];
export type InvalidRequestProblem = components['schemas']['InvalidRequestProblem'];
export type InsufficientScopeProblem = components['schemas']['InsufficientScopeProblem'];
export type TenantSuspendedProblem = components['schemas']['TenantSuspendedProblem'];
export type InvalidTokenProblem = components['schemas']['InvalidTokenProblem'];
export type UnauthorizedProblem = components['schemas']['UnauthorizedProblem'];
export type NotFoundProblem = components['schemas']['NotFoundProblem'];
export type OverloadedProblem = components['schemas']['OverloadedProblem'];
export type RateLimitedProblem = components['schemas']['RateLimitedProblem'];
export type LastAdminKeyProblem = components['schemas']['LastAdminKeyProblem'];
export type KeyEndedProblem = components['schemas']['KeyEndedProblem'];
export type StorageFullProblem = components['schemas']['StorageFullProblem'];
export type LogoInfectedProblem = components['schemas']['LogoInfectedProblem'];
export type QuotaExceededProblem = components['schemas']['QuotaExceededProblem'];
export type NotFinishedProblem = components['schemas']['NotFinishedProblem'];
export type PartOfBatchProblem = components['schemas']['PartOfBatchProblem'];
export type AlreadyFinishedProblem = components['schemas']['AlreadyFinishedProblem'];
export type NotRetryableProblem = components['schemas']['NotRetryableProblem'];
export type NotReadyProblem = components['schemas']['NotReadyProblem'];
export type PreconditionFailedProblem = components['schemas']['PreconditionFailedProblem'];
export type RangeNotSatisfiableProblem = components['schemas']['RangeNotSatisfiableProblem'];
export type TooManyWebhooksProblem = components['schemas']['TooManyWebhooksProblem'];
export type WebhookDisabledProblem = components['schemas']['WebhookDisabledProblem'];
export type TruncatedLogoProblem = components['schemas']['TruncatedLogoProblem'];
export type UnknownLogoFormatProblem = components['schemas']['UnknownLogoFormatProblem'];
export type LogoInUseProblem = components['schemas']['LogoInUseProblem'];
export type DigestMismatchProblem = components['schemas']['DigestMismatchProblem'];
export type InvalidRangeProblem = components['schemas']['InvalidRangeProblem'];
export type LogoTooLargeProblem = components['schemas']['LogoTooLargeProblem'];
export type UrlBadAnswerProblem = components['schemas']['UrlBadAnswerProblem'];
export type UrlRefusedProblem = components['schemas']['UrlRefusedProblem'];
export type UrlTimeoutProblem = components['schemas']['UrlTimeoutProblem'];
export type UrlUnreachableProblem = components['schemas']['UrlUnreachableProblem'];
export type TooManyUploadsProblem = components['schemas']['TooManyUploadsProblem'];
export type UploadCompletedProblem = components['schemas']['UploadCompletedProblem'];
export type NotUploadedProblem = components['schemas']['NotUploadedProblem'];
export type UploadExpiredProblem = components['schemas']['UploadExpiredProblem'];
export type AddressExpiredProblem = components['schemas']['AddressExpiredProblem'];
export type WrongSignatureProblem = components['schemas']['WrongSignatureProblem'];
export type CropOutsideLogoProblem = components['schemas']['CropOutsideLogoProblem'];
export type EmptyLogoProblem = components['schemas']['EmptyLogoProblem'];
export type FormatNotPossibleProblem = components['schemas']['FormatNotPossibleProblem'];
export type LogoDeletedProblem = components['schemas']['LogoDeletedProblem'];
export type LogoTooComplexProblem = components['schemas']['LogoTooComplexProblem'];
export type LogoTooManyFramesProblem = components['schemas']['LogoTooManyFramesProblem'];
export type LogoTooManyPixelsProblem = components['schemas']['LogoTooManyPixelsProblem'];
export type MaxBytesNotReachedProblem = components['schemas']['MaxBytesNotReachedProblem'];
export type OutputTooLargeProblem = components['schemas']['OutputTooLargeProblem'];
export type RenderOutOfMemoryProblem = components['schemas']['RenderOutOfMemoryProblem'];
export type RenderTimeoutProblem = components['schemas']['RenderTimeoutProblem'];
export type UnreadableLogoProblem = components['schemas']['UnreadableLogoProblem'];
export type RenderInterruptedProblem = components['schemas']['RenderInterruptedProblem'];
export type StillRenderingProblem = components['schemas']['StillRenderingProblem'];
export type RenderQueuedEvent = components['schemas']['RenderQueuedEvent'];
export type RenderStartedEvent = components['schemas']['RenderStartedEvent'];
export type RenderOutputEvent = components['schemas']['RenderOutputEvent'];
export type RenderChildEvent = components['schemas']['RenderChildEvent'];
export type RenderSucceededEvent = components['schemas']['RenderSucceededEvent'];
export type RenderFailedEvent = components['schemas']['RenderFailedEvent'];
export type RenderCanceledEvent = components['schemas']['RenderCanceledEvent'];
export type RenderEvent = components['schemas']['RenderEvent'];
export type ResponseBadRequest = components['responses']['bad-request'];
export type ResponseHeadersTooLarge = components['responses']['headers-too-large'];
export type ResponseInternal = components['responses']['internal'];
export type ResponseRequestTimeout = components['responses']['request-timeout'];
export type ResponseUnavailable = components['responses']['unavailable'];
export type ResponseUriTooLong = components['responses']['uri-too-long'];
export type ResponseUnsupportedMediaType = components['responses']['unsupported-media-type'];
export type ResponseAnswerNotKeptIdempotencyKeyInUseTooManyKeys =
  components['responses']['answer-not-kept.idempotency-key-in-use.too-many-keys'];
export type ResponseBadRequestEmptyBodyInvalidIdempotencyKey =
  components['responses']['bad-request.empty-body.invalid-idempotency-key'];
export type ResponseBodyTooLarge = components['responses']['body-too-large'];
export type ResponseIdempotencyKeyReusedInvalidRequest =
  components['responses']['idempotency-key-reused.invalid-request'];
export type ResponseInsufficientScopeTenantSuspended = components['responses']['insufficient-scope.tenant-suspended'];
export type ResponseInvalidTokenUnauthorized = components['responses']['invalid-token.unauthorized'];
export type ResponseNotFound = components['responses']['not-found'];
export type ResponseOverloadedUnavailable = components['responses']['overloaded.unavailable'];
export type ResponseRateLimited = components['responses']['rate-limited'];
export type ResponseInvalidRequest = components['responses']['invalid-request'];
export type ResponseAnswerNotKeptIdempotencyKeyInUse =
  components['responses']['answer-not-kept.idempotency-key-in-use'];
export type ResponseAnswerNotKeptIdempotencyKeyInUseLastAdminKey =
  components['responses']['answer-not-kept.idempotency-key-in-use.last-admin-key'];
export type ResponseIdempotencyKeyReused = components['responses']['idempotency-key-reused'];
export type ResponseAnswerNotKeptIdempotencyKeyInUseKeyEndedTooManyKeys =
  components['responses']['answer-not-kept.idempotency-key-in-use.key-ended.too-many-keys'];
export type ResponseAnswerNotKeptIdempotencyKeyInUseStorageFull =
  components['responses']['answer-not-kept.idempotency-key-in-use.storage-full'];
export type ResponseIdempotencyKeyReusedInvalidRequestLogoInfected =
  components['responses']['idempotency-key-reused.invalid-request.logo-infected'];
export type ResponseQuotaExceededRateLimited = components['responses']['quota-exceeded.rate-limited'];
export type ResponseAnswerNotKeptIdempotencyKeyInUseNotFinishedPartOfBatch =
  components['responses']['answer-not-kept.idempotency-key-in-use.not-finished.part-of-batch'];
export type ResponseAlreadyFinishedAnswerNotKeptIdempotencyKeyInUse =
  components['responses']['already-finished.answer-not-kept.idempotency-key-in-use'];
export type ResponseAnswerNotKeptIdempotencyKeyInUseNotRetryableStorageFull =
  components['responses']['answer-not-kept.idempotency-key-in-use.not-retryable.storage-full'];
export type ResponseNotReady = components['responses']['not-ready'];
export type ResponsePreconditionFailed = components['responses']['precondition-failed'];
export type ResponseRangeNotSatisfiable = components['responses']['range-not-satisfiable'];
export type ResponseAnswerNotKeptIdempotencyKeyInUseTooManyWebhooks =
  components['responses']['answer-not-kept.idempotency-key-in-use.too-many-webhooks'];
export type ResponseAnswerNotKeptIdempotencyKeyInUseWebhookDisabled =
  components['responses']['answer-not-kept.idempotency-key-in-use.webhook-disabled'];
export type ResponseIdempotencyKeyReusedLogoInfectedTruncatedLogo =
  components['responses']['idempotency-key-reused.logo-infected.truncated-logo'];
export type ResponseUnknownLogoFormatUnsupportedMediaType =
  components['responses']['unknown-logo-format.unsupported-media-type'];
export type ResponseLogoInfected = components['responses']['logo-infected'];
export type ResponseAnswerNotKeptIdempotencyKeyInUseLogoInUse =
  components['responses']['answer-not-kept.idempotency-key-in-use.logo-in-use'];
export type ResponseDigestMismatchIdempotencyKeyReusedLogoInfectedTruncatedLogo =
  components['responses']['digest-mismatch.idempotency-key-reused.logo-infected.truncated-logo'];
export type ResponseBadRequestInvalidRange = components['responses']['bad-request.invalid-range'];
export type ResponseBodyTooLargeLogoTooLarge = components['responses']['body-too-large.logo-too-large'];
export type ResponseIdempotencyKeyReusedInvalidRequestLogoInfectedTruncatedLogoUrlBadAnswerUrlRefusedUrlTimeoutUrlUnreachable =
  components['responses']['idempotency-key-reused.invalid-request.logo-infected.truncated-logo.url-bad-answer.url-refused.url-timeout.url-unreachable'];
export type ResponseAnswerNotKeptIdempotencyKeyInUseStorageFullTooManyUploads =
  components['responses']['answer-not-kept.idempotency-key-in-use.storage-full.too-many-uploads'];
export type ResponseAnswerNotKeptIdempotencyKeyInUseUploadCompleted =
  components['responses']['answer-not-kept.idempotency-key-in-use.upload-completed'];
export type ResponseAnswerNotKeptIdempotencyKeyInUseNotUploadedStorageFull =
  components['responses']['answer-not-kept.idempotency-key-in-use.not-uploaded.storage-full'];
export type ResponseUploadExpired = components['responses']['upload-expired'];
export type ResponseAddressExpiredTenantSuspendedWrongSignature =
  components['responses']['address-expired.tenant-suspended.wrong-signature'];
export type ResponseCropOutsideLogoEmptyLogoFormatNotPossibleInvalidRequestLogoDeletedLogoInfectedLogoTooComplexLogoTooManyFramesLogoTooManyPixelsMaxBytesNotReachedOutputTooLargeRenderOutOfMemoryRenderTimeoutTruncatedLogoUnreadableLogo =
  components['responses']['crop-outside-logo.empty-logo.format-not-possible.invalid-request.logo-deleted.logo-infected.logo-too-complex.logo-too-many-frames.logo-too-many-pixels.max-bytes-not-reached.output-too-large.render-out-of-memory.render-timeout.truncated-logo.unreadable-logo'];
export type ResponseInternalRenderInterrupted = components['responses']['internal.render-interrupted'];
export type ResponseOverloadedStillRenderingUnavailable =
  components['responses']['overloaded.still-rendering.unavailable'];
export type ResponseStorageFull = components['responses']['storage-full'];
export type ResponseAddressExpiredWrongSignature = components['responses']['address-expired.wrong-signature'];
export type ResponseBadRequestEmptyBody = components['responses']['bad-request.empty-body'];
export type ResponseDigestMismatchInvalidRequestLogoInfected =
  components['responses']['digest-mismatch.invalid-request.logo-infected'];
export type ResponseUploadCompleted = components['responses']['upload-completed'];
export type HeaderRequestId = components['headers']['Request-Id'];
export type HeaderLocation = components['headers']['Location'];
export type HeaderRetryAfter = components['headers']['Retry-After'];
export type HeaderWwwAuthenticate = components['headers']['WWW-Authenticate'];
export type HeaderRateLimitPolicy = components['headers']['RateLimit-Policy'];
export type HeaderRateLimit = components['headers']['RateLimit'];
export type HeaderIdempotencyReplayed = components['headers']['Idempotency-Replayed'];
export type HeaderPreferenceApplied = components['headers']['Preference-Applied'];
export type HeaderCacheControl = components['headers']['Cache-Control'];
export type HeaderETag = components['headers']['ETag'];
export type HeaderLastModified = components['headers']['Last-Modified'];
export type HeaderAcceptRanges = components['headers']['Accept-Ranges'];
export type HeaderContentRange = components['headers']['Content-Range'];
export type HeaderContentDisposition = components['headers']['Content-Disposition'];
export type HeaderReprDigest = components['headers']['Repr-Digest'];
export type $defs = Record<string, never>;
export interface operations {
  readLiveness: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "status": "ok",
           *       "version": "0.1.0",
           *       "uptimeSeconds": 3600
           *     }
           */
          'application/json': components['schemas']['Liveness'];
        };
      };
      400: components['responses']['bad-request'];
      408: components['responses']['request-timeout'];
      414: components['responses']['uri-too-long'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  readReadiness: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "status": "ready",
           *       "checks": {
           *         "postgres": {
           *           "ok": true,
           *           "ms": 2
           *         },
           *         "queue": {
           *           "ok": true,
           *           "ms": 1
           *         },
           *         "objectStore": {
           *           "ok": true,
           *           "ms": 4
           *         }
           *       }
           *     }
           */
          'application/json': components['schemas']['Readiness'];
        };
      };
      400: components['responses']['bad-request'];
      408: components['responses']['request-timeout'];
      414: components['responses']['uri-too-long'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      /** @description Service Unavailable */
      503: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "status": "ready",
           *       "checks": {
           *         "postgres": {
           *           "ok": true,
           *           "ms": 2
           *         },
           *         "queue": {
           *           "ok": true,
           *           "ms": 1
           *         },
           *         "objectStore": {
           *           "ok": true,
           *           "ms": 4
           *         }
           *       }
           *     }
           */
          'application/json': components['schemas']['Readiness'];
        };
      };
    };
  };
  readMetrics: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The metrics */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      400: components['responses']['bad-request'];
      408: components['responses']['request-timeout'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['unavailable'];
    };
  };
  listKeys: {
    parameters: {
      query?: {
        limit?: number;
        /** @description `nextCursor` of the page before */
        cursor?: string;
        /** @description `previousCursor` of the page after; not together with `cursor` */
        before?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "0199f0a4-5a3c-7f2e-9d41-1b2c3d4e5f60",
           *           "name": "website",
           *           "prefix": "lm_91b679344c784683",
           *           "scopes": [
           *             "read",
           *             "render"
           *           ],
           *           "createdAt": "2026-11-24T08:00:00.000Z",
           *           "lastUsedAt": "2026-11-24T09:12:30.000Z"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['ApiKeyPage'];
        };
      };
      400: components['responses']['bad-request'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      408: components['responses']['request-timeout'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['invalid-request'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  createKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes a repetition harmless: the same request under the same key is done once */
        'idempotency-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ApiKeyRequest'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          Location: components['headers']['Location'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a4-5a3c-7f2e-9d41-1b2c3d4e5f60",
           *       "name": "website",
           *       "prefix": "lm_91b679344c784683",
           *       "scopes": [
           *         "read",
           *         "render"
           *       ],
           *       "createdAt": "2026-11-24T08:00:00.000Z",
           *       "lastUsedAt": "2026-11-24T09:12:30.000Z",
           *       "key": "lm_91b679344c784683_000000000000000000000000000000000000000000000000AbCdEf"
           *     }
           */
          'application/json': components['schemas']['NewApiKey'];
        };
      };
      400: components['responses']['bad-request.empty-body.invalid-idempotency-key'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      409: components['responses']['answer-not-kept.idempotency-key-in-use.too-many-keys'];
      413: components['responses']['body-too-large'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['idempotency-key-reused.invalid-request'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  readKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        keyId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a4-5a3c-7f2e-9d41-1b2c3d4e5f60",
           *       "name": "website",
           *       "prefix": "lm_91b679344c784683",
           *       "scopes": [
           *         "read",
           *         "render"
           *       ],
           *       "createdAt": "2026-11-24T08:00:00.000Z",
           *       "lastUsedAt": "2026-11-24T09:12:30.000Z"
           *     }
           */
          'application/json': components['schemas']['ApiKey'];
        };
      };
      400: components['responses']['bad-request'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  revokeKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes a repetition harmless: the same request under the same key is done once */
        'idempotency-key'?: string;
      };
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        keyId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Revoked */
      204: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['bad-request.empty-body.invalid-idempotency-key'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      409: components['responses']['answer-not-kept.idempotency-key-in-use.last-admin-key'];
      413: components['responses']['body-too-large'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['idempotency-key-reused'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  changeKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes a repetition harmless: the same request under the same key is done once */
        'idempotency-key'?: string;
      };
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        keyId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ApiKeyChange'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a4-5a3c-7f2e-9d41-1b2c3d4e5f60",
           *       "name": "website",
           *       "prefix": "lm_91b679344c784683",
           *       "scopes": [
           *         "read",
           *         "render"
           *       ],
           *       "createdAt": "2026-11-24T08:00:00.000Z",
           *       "lastUsedAt": "2026-11-24T09:12:30.000Z"
           *     }
           */
          'application/json': components['schemas']['ApiKey'];
        };
      };
      400: components['responses']['bad-request.empty-body.invalid-idempotency-key'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      409: components['responses']['answer-not-kept.idempotency-key-in-use'];
      413: components['responses']['body-too-large'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['idempotency-key-reused.invalid-request'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  rotateKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes a repetition harmless: the same request under the same key is done once */
        'idempotency-key'?: string;
      };
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        keyId: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        /**
         * @example {
         *       "overlapSeconds": 3600
         *     }
         */
        'application/json': components['schemas']['ApiKeyRotation'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          Location: components['headers']['Location'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a4-5a3c-7f2e-9d41-1b2c3d4e5f60",
           *       "name": "website",
           *       "prefix": "lm_91b679344c784683",
           *       "scopes": [
           *         "read",
           *         "render"
           *       ],
           *       "createdAt": "2026-11-24T08:00:00.000Z",
           *       "lastUsedAt": "2026-11-24T09:12:30.000Z",
           *       "key": "lm_91b679344c784683_000000000000000000000000000000000000000000000000AbCdEf"
           *     }
           */
          'application/json': components['schemas']['NewApiKey'];
        };
      };
      400: components['responses']['bad-request.empty-body.invalid-idempotency-key'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      409: components['responses']['answer-not-kept.idempotency-key-in-use.key-ended.too-many-keys'];
      413: components['responses']['body-too-large'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['idempotency-key-reused.invalid-request'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  listRenders: {
    parameters: {
      query?: {
        limit?: number;
        /** @description `nextCursor` of the page before */
        cursor?: string;
        /** @description `previousCursor` of the page after; not together with `cursor` */
        before?: string;
        /** @description May be given several times: renders of any of these states */
        state?: ('queued' | 'running' | 'succeeded' | 'failed' | 'canceled')[];
        /** @description The logo that the renders are made of */
        logoId?: string;
        /** @description The batch that the renders belong to */
        parentId?: string;
        /** @description The type of the recipe */
        type?: 'variant' | 'kit' | 'palette' | 'recolour' | 'morph';
        /** @description True: those that addresses of transforms asked for, which are else left out, and no others */
        transforms?: boolean;
        /** @description Later than this millisecond */
        createdAfter?: string;
        /** @description Earlier than this millisecond */
        createdBefore?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e",
           *           "logoId": "0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11",
           *           "recipe": {
           *             "type": "palette",
           *             "version": 1,
           *             "colours": 6
           *           },
           *           "priority": "normal",
           *           "metadata": {
           *             "order": "1042"
           *           },
           *           "state": "succeeded",
           *           "createdAt": "2026-11-24T08:00:00.000Z",
           *           "startedAt": "2026-11-24T08:00:00.040Z",
           *           "finishedAt": "2026-11-24T08:00:00.070Z",
           *           "warnings": [],
           *           "outputs": [
           *             {
           *               "name": "palette.json",
           *               "mediaType": "application/json",
           *               "bytes": 612,
           *               "sha256": "f5563175ee0be40834c4a2c4c1c1c468c008e85bb574cd4581b4c50a38ec1413",
           *               "url": "/v1/renders/0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e/outputs/palette.json",
           *               "signedUrl": "/files/0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e/palette.json?expires=1795593600&signature=q1kq5W2q9m0TqFhV8bW7m3yq0xw6Hj4k1s2d3f4g5h6"
           *             }
           *           ]
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['RenderPage'];
        };
      };
      400: components['responses']['bad-request'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      408: components['responses']['request-timeout'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['invalid-request'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  createRender: {
    parameters: {
      query?: never;
      header?: {
        /** @description `wait=N` (RFC 7240, 4.3): answer when the render is finished, and after N seconds as it is then; N is at most 30 */
        prefer?: string;
        /** @description Makes a repetition harmless: the same request under the same key is done once */
        'idempotency-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewRender'];
      };
    };
    responses: {
      /** @description Accepted */
      202: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          Location: components['headers']['Location'];
          'Preference-Applied': components['headers']['Preference-Applied'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e",
           *       "logoId": "0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11",
           *       "recipe": {
           *         "type": "palette",
           *         "version": 1,
           *         "colours": 6
           *       },
           *       "priority": "normal",
           *       "metadata": {
           *         "order": "1042"
           *       },
           *       "state": "succeeded",
           *       "createdAt": "2026-11-24T08:00:00.000Z",
           *       "startedAt": "2026-11-24T08:00:00.040Z",
           *       "finishedAt": "2026-11-24T08:00:00.070Z",
           *       "warnings": [],
           *       "outputs": [
           *         {
           *           "name": "palette.json",
           *           "mediaType": "application/json",
           *           "bytes": 612,
           *           "sha256": "f5563175ee0be40834c4a2c4c1c1c468c008e85bb574cd4581b4c50a38ec1413",
           *           "url": "/v1/renders/0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e/outputs/palette.json",
           *           "signedUrl": "/files/0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e/palette.json?expires=1795593600&signature=q1kq5W2q9m0TqFhV8bW7m3yq0xw6Hj4k1s2d3f4g5h6"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['Render'];
        };
      };
      400: components['responses']['bad-request.empty-body.invalid-idempotency-key'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      409: components['responses']['answer-not-kept.idempotency-key-in-use.storage-full'];
      413: components['responses']['body-too-large'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['idempotency-key-reused.invalid-request.logo-infected'];
      429: components['responses']['quota-exceeded.rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  readRender: {
    parameters: {
      query?: never;
      header?: {
        /** @description `wait=N` (RFC 7240, 4.3): answer when the render is finished, and after N seconds as it is then; N is at most 30 */
        prefer?: string;
      };
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        renderId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Preference-Applied': components['headers']['Preference-Applied'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e",
           *       "logoId": "0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11",
           *       "recipe": {
           *         "type": "palette",
           *         "version": 1,
           *         "colours": 6
           *       },
           *       "priority": "normal",
           *       "metadata": {
           *         "order": "1042"
           *       },
           *       "state": "succeeded",
           *       "createdAt": "2026-11-24T08:00:00.000Z",
           *       "startedAt": "2026-11-24T08:00:00.040Z",
           *       "finishedAt": "2026-11-24T08:00:00.070Z",
           *       "warnings": [],
           *       "outputs": [
           *         {
           *           "name": "palette.json",
           *           "mediaType": "application/json",
           *           "bytes": 612,
           *           "sha256": "f5563175ee0be40834c4a2c4c1c1c468c008e85bb574cd4581b4c50a38ec1413",
           *           "url": "/v1/renders/0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e/outputs/palette.json",
           *           "signedUrl": "/files/0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e/palette.json?expires=1795593600&signature=q1kq5W2q9m0TqFhV8bW7m3yq0xw6Hj4k1s2d3f4g5h6"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['Render'];
        };
      };
      400: components['responses']['bad-request'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['invalid-request'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  deleteRender: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes a repetition harmless: the same request under the same key is done once */
        'idempotency-key'?: string;
      };
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        renderId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Deleted */
      204: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['bad-request.empty-body.invalid-idempotency-key'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      409: components['responses']['answer-not-kept.idempotency-key-in-use.not-finished.part-of-batch'];
      413: components['responses']['body-too-large'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['idempotency-key-reused'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  changeRender: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes a repetition harmless: the same request under the same key is done once */
        'idempotency-key'?: string;
      };
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        renderId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "metadata": {
         *         "order": "1042",
         *         "invoice": "7"
         *       }
         *     }
         */
        'application/json': components['schemas']['RenderPatch'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e",
           *       "logoId": "0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11",
           *       "recipe": {
           *         "type": "palette",
           *         "version": 1,
           *         "colours": 6
           *       },
           *       "priority": "normal",
           *       "metadata": {
           *         "order": "1042"
           *       },
           *       "state": "succeeded",
           *       "createdAt": "2026-11-24T08:00:00.000Z",
           *       "startedAt": "2026-11-24T08:00:00.040Z",
           *       "finishedAt": "2026-11-24T08:00:00.070Z",
           *       "warnings": [],
           *       "outputs": [
           *         {
           *           "name": "palette.json",
           *           "mediaType": "application/json",
           *           "bytes": 612,
           *           "sha256": "f5563175ee0be40834c4a2c4c1c1c468c008e85bb574cd4581b4c50a38ec1413",
           *           "url": "/v1/renders/0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e/outputs/palette.json",
           *           "signedUrl": "/files/0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e/palette.json?expires=1795593600&signature=q1kq5W2q9m0TqFhV8bW7m3yq0xw6Hj4k1s2d3f4g5h6"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['Render'];
        };
      };
      400: components['responses']['bad-request.empty-body.invalid-idempotency-key'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      409: components['responses']['answer-not-kept.idempotency-key-in-use'];
      413: components['responses']['body-too-large'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['idempotency-key-reused.invalid-request'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  cancelRender: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes a repetition harmless: the same request under the same key is done once */
        'idempotency-key'?: string;
      };
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        renderId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e",
           *       "logoId": "0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11",
           *       "recipe": {
           *         "type": "palette",
           *         "version": 1,
           *         "colours": 6
           *       },
           *       "priority": "normal",
           *       "metadata": {
           *         "order": "1042"
           *       },
           *       "state": "succeeded",
           *       "createdAt": "2026-11-24T08:00:00.000Z",
           *       "startedAt": "2026-11-24T08:00:00.040Z",
           *       "finishedAt": "2026-11-24T08:00:00.070Z",
           *       "warnings": [],
           *       "outputs": [
           *         {
           *           "name": "palette.json",
           *           "mediaType": "application/json",
           *           "bytes": 612,
           *           "sha256": "f5563175ee0be40834c4a2c4c1c1c468c008e85bb574cd4581b4c50a38ec1413",
           *           "url": "/v1/renders/0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e/outputs/palette.json",
           *           "signedUrl": "/files/0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e/palette.json?expires=1795593600&signature=q1kq5W2q9m0TqFhV8bW7m3yq0xw6Hj4k1s2d3f4g5h6"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['Render'];
        };
      };
      400: components['responses']['bad-request.empty-body.invalid-idempotency-key'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      409: components['responses']['already-finished.answer-not-kept.idempotency-key-in-use'];
      413: components['responses']['body-too-large'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['idempotency-key-reused'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  retryRender: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes a repetition harmless: the same request under the same key is done once */
        'idempotency-key'?: string;
      };
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        renderId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Accepted */
      202: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e",
           *       "logoId": "0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11",
           *       "recipe": {
           *         "type": "palette",
           *         "version": 1,
           *         "colours": 6
           *       },
           *       "priority": "normal",
           *       "metadata": {
           *         "order": "1042"
           *       },
           *       "state": "succeeded",
           *       "createdAt": "2026-11-24T08:00:00.000Z",
           *       "startedAt": "2026-11-24T08:00:00.040Z",
           *       "finishedAt": "2026-11-24T08:00:00.070Z",
           *       "warnings": [],
           *       "outputs": [
           *         {
           *           "name": "palette.json",
           *           "mediaType": "application/json",
           *           "bytes": 612,
           *           "sha256": "f5563175ee0be40834c4a2c4c1c1c468c008e85bb574cd4581b4c50a38ec1413",
           *           "url": "/v1/renders/0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e/outputs/palette.json",
           *           "signedUrl": "/files/0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e/palette.json?expires=1795593600&signature=q1kq5W2q9m0TqFhV8bW7m3yq0xw6Hj4k1s2d3f4g5h6"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['Render'];
        };
      };
      400: components['responses']['bad-request.empty-body.invalid-idempotency-key'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      409: components['responses']['answer-not-kept.idempotency-key-in-use.not-retryable.storage-full'];
      413: components['responses']['body-too-large'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['idempotency-key-reused'];
      429: components['responses']['quota-exceeded.rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  createTransform: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes a repetition harmless: the same request under the same key is done once */
        'idempotency-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "logoId": "0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11",
         *       "recipe": {
         *         "type": "variant",
         *         "format": "webp",
         *         "width": 256
         *       },
         *       "expiresAt": "2030-01-01T00:00:00Z"
         *     }
         */
        'application/json': components['schemas']['TransformRequest'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "url": "/transforms/0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11/e30.png?signature=q1kq5W2q9m0TqFhV8bW7m3yq0xw6Hj4k1s2d3f4g5h6",
           *       "logoId": "0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11",
           *       "recipe": {
           *         "type": "variant",
           *         "version": 1,
           *         "format": "png",
           *         "fit": "inside",
           *         "gravity": "centre",
           *         "trim": false,
           *         "rotate": 0,
           *         "flip": "none",
           *         "padding": "0px",
           *         "radius": "0px",
           *         "background": "transparent",
           *         "quality": 80,
           *         "lossless": false,
           *         "effort": "medium",
           *         "colourSpace": "srgb",
           *         "keepMetadata": false,
           *         "animated": true
           *       }
           *     }
           */
          'application/json': components['schemas']['Transform'];
        };
      };
      400: components['responses']['bad-request.empty-body.invalid-idempotency-key'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      409: components['responses']['answer-not-kept.idempotency-key-in-use'];
      413: components['responses']['body-too-large'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['idempotency-key-reused.invalid-request.logo-infected'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  followRender: {
    parameters: {
      query?: never;
      header?: {
        'last-event-id'?: number;
      };
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        renderId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The events */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Cache-Control': components['headers']['Cache-Control'];
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': unknown;
        };
      };
      /** @description The render is finished and nothing follows */
      204: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['bad-request'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['invalid-request'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  fetchOutput: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        renderId: string;
        /**
         * @description The name of the output
         * @example logo.webp
         */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The bytes, in the type that the output names */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Cache-Control': components['headers']['Cache-Control'];
          ETag: components['headers']['ETag'];
          'Accept-Ranges': components['headers']['Accept-Ranges'];
          'Content-Disposition': components['headers']['Content-Disposition'];
          'Last-Modified': components['headers']['Last-Modified'];
          'Repr-Digest': components['headers']['Repr-Digest'];
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
          '*/*': unknown;
        };
      };
      /** @description The part that `Range` asks for */
      206: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Cache-Control': components['headers']['Cache-Control'];
          ETag: components['headers']['ETag'];
          'Accept-Ranges': components['headers']['Accept-Ranges'];
          'Content-Disposition': components['headers']['Content-Disposition'];
          'Last-Modified': components['headers']['Last-Modified'];
          'Repr-Digest': components['headers']['Repr-Digest'];
          'Content-Range': components['headers']['Content-Range'];
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
          '*/*': unknown;
        };
      };
      /** @description The client has these bytes */
      304: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Cache-Control': components['headers']['Cache-Control'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['bad-request'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      409: components['responses']['not-ready'];
      412: components['responses']['precondition-failed'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      416: components['responses']['range-not-satisfiable'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  listWebhooks: {
    parameters: {
      query?: {
        limit?: number;
        /** @description `nextCursor` of the page before */
        cursor?: string;
        /** @description `previousCursor` of the page after; not together with `cursor` */
        before?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "0199f0a4-8d11-7c22-a733-4e5f60718293",
           *           "url": "https://example.com/hooks/logomorph",
           *           "events": [
           *             "render.succeeded",
           *             "render.failed"
           *           ],
           *           "enabled": true,
           *           "createdAt": "2026-11-24T08:00:00.000Z"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['WebhookEndpointPage'];
        };
      };
      400: components['responses']['bad-request'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      408: components['responses']['request-timeout'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['invalid-request'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  createWebhook: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes a repetition harmless: the same request under the same key is done once */
        'idempotency-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "url": "https://example.com/hooks/logomorph",
         *       "events": [
         *         "render.succeeded",
         *         "render.failed"
         *       ]
         *     }
         */
        'application/json': components['schemas']['WebhookEndpointRequest'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          Location: components['headers']['Location'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a4-8d11-7c22-a733-4e5f60718293",
           *       "url": "https://example.com/hooks/logomorph",
           *       "events": [
           *         "render.succeeded",
           *         "render.failed"
           *       ],
           *       "enabled": true,
           *       "createdAt": "2026-11-24T08:00:00.000Z",
           *       "secret": "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"
           *     }
           */
          'application/json': components['schemas']['NewWebhookEndpoint'];
        };
      };
      400: components['responses']['bad-request.empty-body.invalid-idempotency-key'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      409: components['responses']['answer-not-kept.idempotency-key-in-use.too-many-webhooks'];
      413: components['responses']['body-too-large'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['idempotency-key-reused.invalid-request'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  readWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a4-8d11-7c22-a733-4e5f60718293",
           *       "url": "https://example.com/hooks/logomorph",
           *       "events": [
           *         "render.succeeded",
           *         "render.failed"
           *       ],
           *       "enabled": true,
           *       "createdAt": "2026-11-24T08:00:00.000Z"
           *     }
           */
          'application/json': components['schemas']['WebhookEndpoint'];
        };
      };
      400: components['responses']['bad-request'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  deleteWebhook: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes a repetition harmless: the same request under the same key is done once */
        'idempotency-key'?: string;
      };
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Deleted */
      204: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['bad-request.empty-body.invalid-idempotency-key'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      409: components['responses']['answer-not-kept.idempotency-key-in-use'];
      413: components['responses']['body-too-large'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['idempotency-key-reused'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  changeWebhook: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes a repetition harmless: the same request under the same key is done once */
        'idempotency-key'?: string;
      };
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "enabled": false
         *     }
         */
        'application/json': components['schemas']['WebhookEndpointPatch'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a4-8d11-7c22-a733-4e5f60718293",
           *       "url": "https://example.com/hooks/logomorph",
           *       "events": [
           *         "render.succeeded",
           *         "render.failed"
           *       ],
           *       "enabled": true,
           *       "createdAt": "2026-11-24T08:00:00.000Z"
           *     }
           */
          'application/json': components['schemas']['WebhookEndpoint'];
        };
      };
      400: components['responses']['bad-request.empty-body.invalid-idempotency-key'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      409: components['responses']['answer-not-kept.idempotency-key-in-use'];
      413: components['responses']['body-too-large'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['idempotency-key-reused.invalid-request'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  rotateWebhookSecret: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes a repetition harmless: the same request under the same key is done once */
        'idempotency-key'?: string;
      };
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a4-8d11-7c22-a733-4e5f60718293",
           *       "url": "https://example.com/hooks/logomorph",
           *       "events": [
           *         "render.succeeded",
           *         "render.failed"
           *       ],
           *       "enabled": true,
           *       "createdAt": "2026-11-24T08:00:00.000Z",
           *       "secret": "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"
           *     }
           */
          'application/json': components['schemas']['NewWebhookEndpoint'];
        };
      };
      400: components['responses']['bad-request.empty-body.invalid-idempotency-key'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      409: components['responses']['answer-not-kept.idempotency-key-in-use'];
      413: components['responses']['body-too-large'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['idempotency-key-reused'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  listDeliveries: {
    parameters: {
      query?: {
        limit?: number;
        /** @description `nextCursor` of the page before */
        cursor?: string;
        /** @description `previousCursor` of the page after; not together with `cursor` */
        before?: string;
        state?: 'pending' | 'succeeded' | 'failed';
      };
      header?: never;
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "0199f0a4-9e21-7d33-b844-5f6071829304",
           *           "eventId": "0199f0a4-9e20-7d32-b843-5f6071829303",
           *           "state": "succeeded",
           *           "createdAt": "2026-11-24T08:00:04.000Z",
           *           "payload": {
           *             "type": "render.succeeded",
           *             "timestamp": "2026-11-24T08:00:04.000Z",
           *             "sequence": 7,
           *             "data": {
           *               "id": "0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e",
           *               "url": "/v1/renders/0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e",
           *               "logoId": "0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11",
           *               "state": "succeeded",
           *               "createdAt": "2026-11-24T08:00:00.000Z",
           *               "finishedAt": "2026-11-24T08:00:04.000Z",
           *               "metadata": {
           *                 "order": "1042"
           *               }
           *             }
           *           },
           *           "attempts": [
           *             {
           *               "at": "2026-11-24T08:00:04.000Z",
           *               "url": "https://example.com/hooks/logomorph",
           *               "durationMs": 84,
           *               "status": 200,
           *               "body": "ok"
           *             }
           *           ]
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['WebhookDeliveryPage'];
        };
      };
      400: components['responses']['bad-request'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['invalid-request'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  readDelivery: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        webhookId: string;
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        deliveryId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a4-9e21-7d33-b844-5f6071829304",
           *       "eventId": "0199f0a4-9e20-7d32-b843-5f6071829303",
           *       "state": "succeeded",
           *       "createdAt": "2026-11-24T08:00:04.000Z",
           *       "payload": {
           *         "type": "render.succeeded",
           *         "timestamp": "2026-11-24T08:00:04.000Z",
           *         "sequence": 7,
           *         "data": {
           *           "id": "0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e",
           *           "url": "/v1/renders/0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e",
           *           "logoId": "0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11",
           *           "state": "succeeded",
           *           "createdAt": "2026-11-24T08:00:00.000Z",
           *           "finishedAt": "2026-11-24T08:00:04.000Z",
           *           "metadata": {
           *             "order": "1042"
           *           }
           *         }
           *       },
           *       "attempts": [
           *         {
           *           "at": "2026-11-24T08:00:04.000Z",
           *           "url": "https://example.com/hooks/logomorph",
           *           "durationMs": 84,
           *           "status": 200,
           *           "body": "ok"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['WebhookDelivery'];
        };
      };
      400: components['responses']['bad-request'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  replayDelivery: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes a repetition harmless: the same request under the same key is done once */
        'idempotency-key'?: string;
      };
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        webhookId: string;
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        deliveryId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Accepted */
      202: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a4-9e21-7d33-b844-5f6071829304",
           *       "eventId": "0199f0a4-9e20-7d32-b843-5f6071829303",
           *       "state": "succeeded",
           *       "createdAt": "2026-11-24T08:00:04.000Z",
           *       "payload": {
           *         "type": "render.succeeded",
           *         "timestamp": "2026-11-24T08:00:04.000Z",
           *         "sequence": 7,
           *         "data": {
           *           "id": "0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e",
           *           "url": "/v1/renders/0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e",
           *           "logoId": "0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11",
           *           "state": "succeeded",
           *           "createdAt": "2026-11-24T08:00:00.000Z",
           *           "finishedAt": "2026-11-24T08:00:04.000Z",
           *           "metadata": {
           *             "order": "1042"
           *           }
           *         }
           *       },
           *       "attempts": [
           *         {
           *           "at": "2026-11-24T08:00:04.000Z",
           *           "url": "https://example.com/hooks/logomorph",
           *           "durationMs": 84,
           *           "status": 200,
           *           "body": "ok"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['WebhookDelivery'];
        };
      };
      400: components['responses']['bad-request.empty-body.invalid-idempotency-key'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      409: components['responses']['answer-not-kept.idempotency-key-in-use.webhook-disabled'];
      413: components['responses']['body-too-large'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['idempotency-key-reused'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  replayWebhook: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes a repetition harmless: the same request under the same key is done once */
        'idempotency-key'?: string;
      };
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "since": "2026-11-24T08:00:00Z",
         *       "until": "2026-11-24T09:00:00Z"
         *     }
         */
        'application/json': components['schemas']['WebhookReplayRequest'];
      };
    };
    responses: {
      /** @description Accepted */
      202: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "replayed": 12
           *     }
           */
          'application/json': components['schemas']['WebhookReplay'];
        };
      };
      400: components['responses']['bad-request.empty-body.invalid-idempotency-key'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      409: components['responses']['answer-not-kept.idempotency-key-in-use.webhook-disabled'];
      413: components['responses']['body-too-large'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['idempotency-key-reused.invalid-request'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  testWebhook: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes a repetition harmless: the same request under the same key is done once */
        'idempotency-key'?: string;
      };
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Accepted */
      202: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a4-9e21-7d33-b844-5f6071829304",
           *       "eventId": "0199f0a4-9e20-7d32-b843-5f6071829303",
           *       "state": "succeeded",
           *       "createdAt": "2026-11-24T08:00:04.000Z",
           *       "payload": {
           *         "type": "render.succeeded",
           *         "timestamp": "2026-11-24T08:00:04.000Z",
           *         "sequence": 7,
           *         "data": {
           *           "id": "0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e",
           *           "url": "/v1/renders/0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e",
           *           "logoId": "0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11",
           *           "state": "succeeded",
           *           "createdAt": "2026-11-24T08:00:00.000Z",
           *           "finishedAt": "2026-11-24T08:00:04.000Z",
           *           "metadata": {
           *             "order": "1042"
           *           }
           *         }
           *       },
           *       "attempts": [
           *         {
           *           "at": "2026-11-24T08:00:04.000Z",
           *           "url": "https://example.com/hooks/logomorph",
           *           "durationMs": 84,
           *           "status": 200,
           *           "body": "ok"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['WebhookDelivery'];
        };
      };
      400: components['responses']['bad-request.empty-body.invalid-idempotency-key'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      409: components['responses']['answer-not-kept.idempotency-key-in-use.webhook-disabled'];
      413: components['responses']['body-too-large'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['idempotency-key-reused'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  listLogos: {
    parameters: {
      query?: {
        limit?: number;
        /** @description `nextCursor` of the page before */
        cursor?: string;
        /** @description `previousCursor` of the page after; not together with `cursor` */
        before?: string;
        /** @description May be given several times: logos of any of these formats */
        format?: ('png' | 'jpeg' | 'webp' | 'avif' | 'gif' | 'svg')[];
        /** @description SHA-256 of the uploaded bytes */
        sha256?: string;
        /** @description Later than this millisecond */
        createdAfter?: string;
        /** @description Earlier than this millisecond */
        createdBefore?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11",
           *           "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           *           "format": "svg",
           *           "bytes": 1843,
           *           "name": "Acme, 2026",
           *           "metadata": {
           *             "brand": "acme"
           *           },
           *           "createdAt": "2026-11-24T08:00:00.000Z"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['LogoPage'];
        };
      };
      400: components['responses']['bad-request'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      408: components['responses']['request-timeout'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['invalid-request'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  uploadLogo: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes a repetition harmless: the same request under the same key is done once */
        'idempotency-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': string;
        'image/png': string;
        'image/jpeg': string;
        'image/webp': string;
        'image/avif': string;
        'image/gif': string;
        'image/svg+xml': string;
      };
    };
    responses: {
      /** @description These bytes were here already */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          Location: components['headers']['Location'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11",
           *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           *       "format": "svg",
           *       "bytes": 1843,
           *       "name": "Acme, 2026",
           *       "metadata": {
           *         "brand": "acme"
           *       },
           *       "createdAt": "2026-11-24T08:00:00.000Z"
           *     }
           */
          'application/json': components['schemas']['Logo'];
        };
      };
      /** @description Stored */
      201: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          Location: components['headers']['Location'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11",
           *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           *       "format": "svg",
           *       "bytes": 1843,
           *       "name": "Acme, 2026",
           *       "metadata": {
           *         "brand": "acme"
           *       },
           *       "createdAt": "2026-11-24T08:00:00.000Z"
           *     }
           */
          'application/json': components['schemas']['Logo'];
        };
      };
      400: components['responses']['bad-request.empty-body.invalid-idempotency-key'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      408: components['responses']['request-timeout'];
      409: components['responses']['answer-not-kept.idempotency-key-in-use.storage-full'];
      413: components['responses']['body-too-large'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unknown-logo-format.unsupported-media-type'];
      422: components['responses']['idempotency-key-reused.logo-infected.truncated-logo'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  readLogo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        logoId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11",
           *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           *       "format": "svg",
           *       "bytes": 1843,
           *       "name": "Acme, 2026",
           *       "metadata": {
           *         "brand": "acme"
           *       },
           *       "createdAt": "2026-11-24T08:00:00.000Z"
           *     }
           */
          'application/json': components['schemas']['Logo'];
        };
      };
      400: components['responses']['bad-request'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['logo-infected'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  deleteLogo: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes a repetition harmless: the same request under the same key is done once */
        'idempotency-key'?: string;
      };
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        logoId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Deleted */
      204: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['bad-request.empty-body.invalid-idempotency-key'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      409: components['responses']['answer-not-kept.idempotency-key-in-use.logo-in-use'];
      413: components['responses']['body-too-large'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['idempotency-key-reused'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  changeLogo: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes a repetition harmless: the same request under the same key is done once */
        'idempotency-key'?: string;
      };
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        logoId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Acme, 2026",
         *       "metadata": {
         *         "brand": "acme"
         *       }
         *     }
         */
        'application/json': components['schemas']['LogoPatch'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11",
           *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           *       "format": "svg",
           *       "bytes": 1843,
           *       "name": "Acme, 2026",
           *       "metadata": {
           *         "brand": "acme"
           *       },
           *       "createdAt": "2026-11-24T08:00:00.000Z"
           *     }
           */
          'application/json': components['schemas']['Logo'];
        };
      };
      400: components['responses']['bad-request.empty-body.invalid-idempotency-key'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      409: components['responses']['answer-not-kept.idempotency-key-in-use'];
      413: components['responses']['body-too-large'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['idempotency-key-reused.invalid-request'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  findLogo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description SHA-256 of the uploaded bytes
         * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
         */
        sha256: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11",
           *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           *       "format": "svg",
           *       "bytes": 1843,
           *       "name": "Acme, 2026",
           *       "metadata": {
           *         "brand": "acme"
           *       },
           *       "createdAt": "2026-11-24T08:00:00.000Z"
           *     }
           */
          'application/json': components['schemas']['Logo'];
        };
      };
      400: components['responses']['bad-request'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['logo-infected'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  uploadLogoBySha256: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes a repetition harmless: the same request under the same key is done once */
        'idempotency-key'?: string;
      };
      path: {
        /**
         * @description SHA-256 of the uploaded bytes
         * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
         */
        sha256: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': string;
        'image/png': string;
        'image/jpeg': string;
        'image/webp': string;
        'image/avif': string;
        'image/gif': string;
        'image/svg+xml': string;
      };
    };
    responses: {
      /** @description These bytes were here already */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          Location: components['headers']['Location'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11",
           *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           *       "format": "svg",
           *       "bytes": 1843,
           *       "name": "Acme, 2026",
           *       "metadata": {
           *         "brand": "acme"
           *       },
           *       "createdAt": "2026-11-24T08:00:00.000Z"
           *     }
           */
          'application/json': components['schemas']['Logo'];
        };
      };
      /** @description Stored */
      201: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          Location: components['headers']['Location'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11",
           *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           *       "format": "svg",
           *       "bytes": 1843,
           *       "name": "Acme, 2026",
           *       "metadata": {
           *         "brand": "acme"
           *       },
           *       "createdAt": "2026-11-24T08:00:00.000Z"
           *     }
           */
          'application/json': components['schemas']['Logo'];
        };
      };
      400: components['responses']['bad-request.empty-body.invalid-idempotency-key'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      409: components['responses']['answer-not-kept.idempotency-key-in-use.storage-full'];
      413: components['responses']['body-too-large'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unknown-logo-format.unsupported-media-type'];
      422: components['responses']['digest-mismatch.idempotency-key-reused.logo-infected.truncated-logo'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  readUsage: {
    parameters: {
      query: {
        /**
         * @description The first day, of UTC
         * @example 2026-11-01
         */
        from: string;
        /**
         * @description The last day, of UTC; with it there may be 366 days
         * @example 2026-11-30
         */
        to: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "from": "2026-11-01",
           *       "to": "2026-11-30",
           *       "stored": {
           *         "logoBytes": 1843,
           *         "outputBytes": 731204
           *       },
           *       "days": [
           *         {
           *           "day": "2026-11-24",
           *           "renders": {
           *             "kit": {
           *               "succeeded": 2,
           *               "failed": 0,
           *               "canceled": 1
           *             },
           *             "palette": {
           *               "succeeded": 1,
           *               "failed": 0,
           *               "canceled": 0
           *             }
           *           },
           *           "outputPixels": 9437184,
           *           "outputBytes": 731204,
           *           "logosUploaded": 1
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['Usage'];
        };
      };
      400: components['responses']['bad-request.invalid-range'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      408: components['responses']['request-timeout'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['invalid-request'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  listAuditEntries: {
    parameters: {
      query?: {
        limit?: number;
        /** @description `nextCursor` of the page before */
        cursor?: string;
        /** @description `previousCursor` of the page after; not together with `cursor` */
        before?: string;
        /** @description What was done */
        action?:
          | 'key.created'
          | 'key.changed'
          | 'key.rotated'
          | 'key.revoked'
          | 'logo.created'
          | 'logo.changed'
          | 'logo.quarantined'
          | 'logo.deleted'
          | 'logo.erased'
          | 'logo-upload.created'
          | 'logo-upload.canceled'
          | 'logo-upload.completed'
          | 'render.created'
          | 'render.changed'
          | 'render.canceled'
          | 'render.retried'
          | 'render.deleted'
          | 'transform.created'
          | 'webhook.created'
          | 'webhook.changed'
          | 'webhook.disabled'
          | 'webhook.deleted'
          | 'webhook.secret-rotated'
          | 'webhook.tested'
          | 'webhook.replayed'
          | 'webhook-delivery.replayed'
          | 'retention.changed'
          | 'tenant.created'
          | 'tenant.changed'
          | 'tenant.suspended'
          | 'tenant.resumed'
          | 'tenant.erasure-begun';
        /** @description The id of who did it; without one: `system`, `operator` or `link` */
        actor?: string;
        /** @description The id of what it was done to */
        target?: string;
        /** @description Later than this millisecond */
        createdAfter?: string;
        /** @description Earlier than this millisecond */
        createdBefore?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "tenantId": "0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f01",
           *           "seq": 1,
           *           "at": "2026-11-24T08:00:00.250Z",
           *           "actor": {
           *             "type": "key",
           *             "id": "0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e",
           *             "prefix": "lm_0123456789abcdef"
           *           },
           *           "action": "logo.deleted",
           *           "target": {
           *             "type": "logo",
           *             "id": "0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f02"
           *           },
           *           "requestId": "6f2f0cb0-4b3a-4cf1-9d1e-0a2b3c4d5e6f",
           *           "details": {},
           *           "previousHash": "0000000000000000000000000000000000000000000000000000000000000000",
           *           "hash": "5e8a3ed2a9d7b3a5a1f6f0f6f0b9f7bb1d6d1f0a0a2b3c4d5e6f708192a3b4c5"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['AuditEntryPage'];
        };
      };
      400: components['responses']['bad-request'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      408: components['responses']['request-timeout'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['invalid-request'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  readAuditHead: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "seq": 1,
           *       "hash": "5e8a3ed2a9d7b3a5a1f6f0f6f0b9f7bb1d6d1f0a0a2b3c4d5e6f708192a3b4c5"
           *     }
           */
          'application/json': components['schemas']['AuditHead'];
        };
      };
      400: components['responses']['bad-request'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      408: components['responses']['request-timeout'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  exportAuditLog: {
    parameters: {
      query?: {
        /** @description `seq` of the last entry that is there already */
        after?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The entries, as lines of JSON */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Content-Disposition': components['headers']['Content-Disposition'];
          [name: string]: unknown;
        };
        content: {
          /** @example {"tenantId":"0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f01","seq":1,"at":"2026-11-24T08:00:00.250Z","actor":{"type":"key","id":"0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e","prefix":"lm_0123456789abcdef"},"action":"logo.deleted","target":{"type":"logo","id":"0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f02"},"requestId":"6f2f0cb0-4b3a-4cf1-9d1e-0a2b3c4d5e6f","details":{},"previousHash":"0000000000000000000000000000000000000000000000000000000000000000","hash":"5e8a3ed2a9d7b3a5a1f6f0f6f0b9f7bb1d6d1f0a0a2b3c4d5e6f708192a3b4c5"} */
          'application/x-ndjson': unknown;
        };
      };
      400: components['responses']['bad-request'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      408: components['responses']['request-timeout'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['invalid-request'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  readLimits: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "name": "key",
           *           "limit": 1000,
           *           "used": 2,
           *           "remaining": 998,
           *           "resetsAt": "2026-11-24T08:01:00.000Z"
           *         },
           *         {
           *           "name": "rendersPerDay",
           *           "limit": 500,
           *           "used": 12,
           *           "remaining": 488,
           *           "resetsAt": "2026-11-25T00:00:00.000Z"
           *         },
           *         {
           *           "name": "storedBytes",
           *           "used": 733047
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['TenantLimits'];
        };
      };
      400: components['responses']['bad-request'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      408: components['responses']['request-timeout'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  readRetention: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "renderDays": 30,
           *       "logoDays": null
           *     }
           */
          'application/json': components['schemas']['Retention'];
        };
      };
      400: components['responses']['bad-request'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      408: components['responses']['request-timeout'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  changeRetention: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes a repetition harmless: the same request under the same key is done once */
        'idempotency-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "renderDays": 30
         *     }
         */
        'application/json': components['schemas']['RetentionPatch'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "renderDays": 30,
           *       "logoDays": null
           *     }
           */
          'application/json': components['schemas']['Retention'];
        };
      };
      400: components['responses']['bad-request.empty-body.invalid-idempotency-key'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      409: components['responses']['answer-not-kept.idempotency-key-in-use'];
      413: components['responses']['body-too-large'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['idempotency-key-reused.invalid-request'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  fetchLogo: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes a repetition harmless: the same request under the same key is done once */
        'idempotency-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "url": "https://example.com/brand/logo.svg",
         *       "name": "Acme, 2026"
         *     }
         */
        'application/json': components['schemas']['LogoFromUrlRequest'];
      };
    };
    responses: {
      /** @description These bytes were here already */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          Location: components['headers']['Location'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11",
           *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           *       "format": "svg",
           *       "bytes": 1843,
           *       "name": "Acme, 2026",
           *       "metadata": {
           *         "brand": "acme"
           *       },
           *       "createdAt": "2026-11-24T08:00:00.000Z"
           *     }
           */
          'application/json': components['schemas']['Logo'];
        };
      };
      /** @description Stored */
      201: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          Location: components['headers']['Location'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11",
           *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           *       "format": "svg",
           *       "bytes": 1843,
           *       "name": "Acme, 2026",
           *       "metadata": {
           *         "brand": "acme"
           *       },
           *       "createdAt": "2026-11-24T08:00:00.000Z"
           *     }
           */
          'application/json': components['schemas']['Logo'];
        };
      };
      400: components['responses']['bad-request.empty-body.invalid-idempotency-key'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      408: components['responses']['request-timeout'];
      409: components['responses']['answer-not-kept.idempotency-key-in-use.storage-full'];
      413: components['responses']['body-too-large.logo-too-large'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unknown-logo-format.unsupported-media-type'];
      422: components['responses']['idempotency-key-reused.invalid-request.logo-infected.truncated-logo.url-bad-answer.url-refused.url-timeout.url-unreachable'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  createUpload: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes a repetition harmless: the same request under the same key is done once */
        'idempotency-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "bytes": 7340032,
         *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         *       "name": "Acme, 2026",
         *       "metadata": {
         *         "brand": "acme"
         *       }
         *     }
         */
        'application/json': components['schemas']['LogoUploadRequest'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          Location: components['headers']['Location'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a4-7a52-7b0e-8f3c-2d1e0f9a8b7c",
           *       "state": "pending",
           *       "bytes": 7340032,
           *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           *       "createdAt": "2026-11-24T08:00:00.000Z",
           *       "expiresAt": "2026-11-24T09:00:00.000Z",
           *       "request": {
           *         "method": "PUT",
           *         "url": "https://logos.s3.us-east-1.amazonaws.com/0199/uploads/0199?X-Amz-Signature=5d6c",
           *         "headers": {
           *           "x-amz-checksum-sha256": "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg="
           *         }
           *       }
           *     }
           */
          'application/json': components['schemas']['LogoUpload'];
        };
      };
      400: components['responses']['bad-request.empty-body.invalid-idempotency-key'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      409: components['responses']['answer-not-kept.idempotency-key-in-use.storage-full.too-many-uploads'];
      413: components['responses']['body-too-large.logo-too-large'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['idempotency-key-reused.invalid-request.logo-infected'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  readUpload: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        uploadId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a4-7a52-7b0e-8f3c-2d1e0f9a8b7c",
           *       "state": "pending",
           *       "bytes": 7340032,
           *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           *       "createdAt": "2026-11-24T08:00:00.000Z",
           *       "expiresAt": "2026-11-24T09:00:00.000Z",
           *       "request": {
           *         "method": "PUT",
           *         "url": "https://logos.s3.us-east-1.amazonaws.com/0199/uploads/0199?X-Amz-Signature=5d6c",
           *         "headers": {
           *           "x-amz-checksum-sha256": "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg="
           *         }
           *       }
           *     }
           */
          'application/json': components['schemas']['LogoUpload'];
        };
      };
      400: components['responses']['bad-request'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  cancelUpload: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes a repetition harmless: the same request under the same key is done once */
        'idempotency-key'?: string;
      };
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        uploadId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Canceled */
      204: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['bad-request.empty-body.invalid-idempotency-key'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      409: components['responses']['answer-not-kept.idempotency-key-in-use.upload-completed'];
      413: components['responses']['body-too-large'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['idempotency-key-reused'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  completeUpload: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes a repetition harmless: the same request under the same key is done once */
        'idempotency-key'?: string;
      };
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        uploadId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description These bytes were here already */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          Location: components['headers']['Location'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11",
           *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           *       "format": "svg",
           *       "bytes": 1843,
           *       "name": "Acme, 2026",
           *       "metadata": {
           *         "brand": "acme"
           *       },
           *       "createdAt": "2026-11-24T08:00:00.000Z"
           *     }
           */
          'application/json': components['schemas']['Logo'];
        };
      };
      /** @description Stored */
      201: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          Location: components['headers']['Location'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11",
           *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           *       "format": "svg",
           *       "bytes": 1843,
           *       "name": "Acme, 2026",
           *       "metadata": {
           *         "brand": "acme"
           *       },
           *       "createdAt": "2026-11-24T08:00:00.000Z"
           *     }
           */
          'application/json': components['schemas']['Logo'];
        };
      };
      400: components['responses']['bad-request.empty-body.invalid-idempotency-key'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      409: components['responses']['answer-not-kept.idempotency-key-in-use.not-uploaded.storage-full'];
      410: components['responses']['upload-expired'];
      413: components['responses']['body-too-large'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unknown-logo-format.unsupported-media-type'];
      422: components['responses']['digest-mismatch.idempotency-key-reused.logo-infected.truncated-logo'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  readTenant: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0a0-1b2c-7d3e-8f40-5a6b7c8d9e0f",
           *       "name": "acme",
           *       "createdAt": "2026-11-24T08:00:00.000Z"
           *     }
           */
          'application/json': components['schemas']['Tenant'];
        };
      };
      400: components['responses']['bad-request'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  eraseTenant: {
    parameters: {
      query?: {
        /**
         * @description Needed: the id of the tenant, which `GET /v1/tenant` tells
         * @example 0199f0a0-1b2c-7d3e-8f40-5a6b7c8d9e0f
         */
        confirm?: string;
      };
      header?: {
        /** @description Makes a repetition harmless: the same request under the same key is done once */
        'idempotency-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Accepted */
      202: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          Location: components['headers']['Location'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0b1-2a7c-7d11-8c3e-5b1f0a9d4e21",
           *       "subject": {
           *         "type": "logo",
           *         "id": "0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11"
           *       },
           *       "state": "running",
           *       "requestedBy": "lm_2f6d0b1c9a7e4d35",
           *       "createdAt": "2026-11-24T08:00:00.000Z",
           *       "startedAt": "2026-11-24T08:00:00.000Z",
           *       "receiptUrl": "/erasures/0199f0b1-2a7c-7d11-8c3e-5b1f0a9d4e21?expires=2110752000&signature=Zr3x"
           *     }
           */
          'application/json': components['schemas']['Erasure'];
        };
      };
      400: components['responses']['bad-request.empty-body.invalid-idempotency-key'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      408: components['responses']['request-timeout'];
      409: components['responses']['answer-not-kept.idempotency-key-in-use'];
      413: components['responses']['body-too-large'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['idempotency-key-reused.invalid-request'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  listErasures: {
    parameters: {
      query?: {
        limit?: number;
        /** @description `nextCursor` of the page before */
        cursor?: string;
        /** @description `previousCursor` of the page after; not together with `cursor` */
        before?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "0199f0b1-2a7c-7d11-8c3e-5b1f0a9d4e21",
           *           "subject": {
           *             "type": "logo",
           *             "id": "0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11"
           *           },
           *           "state": "running",
           *           "requestedBy": "lm_2f6d0b1c9a7e4d35",
           *           "createdAt": "2026-11-24T08:00:00.000Z",
           *           "startedAt": "2026-11-24T08:00:00.000Z",
           *           "receiptUrl": "/erasures/0199f0b1-2a7c-7d11-8c3e-5b1f0a9d4e21?expires=2110752000&signature=Zr3x"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['ErasurePage'];
        };
      };
      400: components['responses']['bad-request'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      408: components['responses']['request-timeout'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['invalid-request'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  eraseLogo: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes a repetition harmless: the same request under the same key is done once */
        'idempotency-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "logoId": "0199f0a0-1b2c-7d3e-8f40-5a6b7c8d9e0f"
         *     }
         */
        'application/json': components['schemas']['NewErasure'];
      };
    };
    responses: {
      /** @description Accepted */
      202: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          Location: components['headers']['Location'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0b1-2a7c-7d11-8c3e-5b1f0a9d4e21",
           *       "subject": {
           *         "type": "logo",
           *         "id": "0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11"
           *       },
           *       "state": "running",
           *       "requestedBy": "lm_2f6d0b1c9a7e4d35",
           *       "createdAt": "2026-11-24T08:00:00.000Z",
           *       "startedAt": "2026-11-24T08:00:00.000Z",
           *       "receiptUrl": "/erasures/0199f0b1-2a7c-7d11-8c3e-5b1f0a9d4e21?expires=2110752000&signature=Zr3x"
           *     }
           */
          'application/json': components['schemas']['Erasure'];
        };
      };
      400: components['responses']['bad-request.empty-body.invalid-idempotency-key'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      409: components['responses']['answer-not-kept.idempotency-key-in-use'];
      413: components['responses']['body-too-large'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['idempotency-key-reused.invalid-request'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  readErasure: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        erasureId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0b1-2a7c-7d11-8c3e-5b1f0a9d4e21",
           *       "subject": {
           *         "type": "logo",
           *         "id": "0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11"
           *       },
           *       "state": "running",
           *       "requestedBy": "lm_2f6d0b1c9a7e4d35",
           *       "createdAt": "2026-11-24T08:00:00.000Z",
           *       "startedAt": "2026-11-24T08:00:00.000Z",
           *       "receiptUrl": "/erasures/0199f0b1-2a7c-7d11-8c3e-5b1f0a9d4e21?expires=2110752000&signature=Zr3x"
           *     }
           */
          'application/json': components['schemas']['Erasure'];
        };
      };
      400: components['responses']['bad-request'];
      401: components['responses']['invalid-token.unauthorized'];
      403: components['responses']['insufficient-scope.tenant-suspended'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  fetchSignedFile: {
    parameters: {
      query: {
        /**
         * @description When the address expires, in seconds since 1970
         * @example 1795593600
         */
        expires: number;
        /** @example q1kq5W2q9m0TqFhV8bW7m3yq0xw6Hj4k1s2d3f4g5h6 */
        signature: string;
      };
      header?: never;
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        renderId: string;
        /**
         * @description The name of the output
         * @example logo.webp
         */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The bytes, in the type that the output names */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          ETag: components['headers']['ETag'];
          'Accept-Ranges': components['headers']['Accept-Ranges'];
          'Content-Disposition': components['headers']['Content-Disposition'];
          'Last-Modified': components['headers']['Last-Modified'];
          'Repr-Digest': components['headers']['Repr-Digest'];
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
          '*/*': unknown;
        };
      };
      /** @description The part that `Range` asks for */
      206: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          ETag: components['headers']['ETag'];
          'Accept-Ranges': components['headers']['Accept-Ranges'];
          'Content-Disposition': components['headers']['Content-Disposition'];
          'Last-Modified': components['headers']['Last-Modified'];
          'Repr-Digest': components['headers']['Repr-Digest'];
          'Content-Range': components['headers']['Content-Range'];
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
          '*/*': unknown;
        };
      };
      /** @description The client has these bytes */
      304: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['bad-request'];
      403: components['responses']['address-expired.tenant-suspended.wrong-signature'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      412: components['responses']['precondition-failed'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      416: components['responses']['range-not-satisfiable'];
      422: components['responses']['invalid-request'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  fetchTransform: {
    parameters: {
      query: {
        /**
         * @description When the address expires, in seconds since 1970
         * @example 1795593600
         */
        expires?: number;
        /** @example q1kq5W2q9m0TqFhV8bW7m3yq0xw6Hj4k1s2d3f4g5h6 */
        signature: string;
      };
      header?: never;
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        logoId: string;
        /**
         * @description The recipe and the format
         * @example e30.png
         */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The bytes, in the type that the output names */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          ETag: components['headers']['ETag'];
          'Accept-Ranges': components['headers']['Accept-Ranges'];
          'Content-Disposition': components['headers']['Content-Disposition'];
          'Last-Modified': components['headers']['Last-Modified'];
          'Repr-Digest': components['headers']['Repr-Digest'];
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
          '*/*': unknown;
        };
      };
      /** @description The part that `Range` asks for */
      206: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          ETag: components['headers']['ETag'];
          'Accept-Ranges': components['headers']['Accept-Ranges'];
          'Content-Disposition': components['headers']['Content-Disposition'];
          'Last-Modified': components['headers']['Last-Modified'];
          'Repr-Digest': components['headers']['Repr-Digest'];
          'Content-Range': components['headers']['Content-Range'];
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
          '*/*': unknown;
        };
      };
      /** @description The client has these bytes */
      304: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['bad-request'];
      403: components['responses']['address-expired.tenant-suspended.wrong-signature'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      409: components['responses']['storage-full'];
      412: components['responses']['precondition-failed'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      416: components['responses']['range-not-satisfiable'];
      422: components['responses']['crop-outside-logo.empty-logo.format-not-possible.invalid-request.logo-deleted.logo-infected.logo-too-complex.logo-too-many-frames.logo-too-many-pixels.max-bytes-not-reached.output-too-large.render-out-of-memory.render-timeout.truncated-logo.unreadable-logo'];
      429: components['responses']['quota-exceeded.rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal.render-interrupted'];
      503: components['responses']['overloaded.still-rendering.unavailable'];
    };
  };
  readErasureReceipt: {
    parameters: {
      query: {
        /**
         * @description When the address expires, in seconds since 1970
         * @example 1795593600
         */
        expires: number;
        /** @example q1kq5W2q9m0TqFhV8bW7m3yq0xw6Hj4k1s2d3f4g5h6 */
        signature: string;
      };
      header?: never;
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        erasureId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0199f0b1-2a7c-7d11-8c3e-5b1f0a9d4e21",
           *       "subject": {
           *         "type": "logo",
           *         "id": "0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11"
           *       },
           *       "state": "running",
           *       "requestedBy": "lm_2f6d0b1c9a7e4d35",
           *       "createdAt": "2026-11-24T08:00:00.000Z",
           *       "startedAt": "2026-11-24T08:00:00.000Z",
           *       "receiptUrl": "/erasures/0199f0b1-2a7c-7d11-8c3e-5b1f0a9d4e21?expires=2110752000&signature=Zr3x"
           *     }
           */
          'application/json': components['schemas']['Erasure'];
        };
      };
      400: components['responses']['bad-request'];
      403: components['responses']['address-expired.wrong-signature'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['invalid-request'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  readReceiptKeys: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "keys": [
           *         {
           *           "kty": "OKP",
           *           "crv": "Ed25519",
           *           "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
           *           "kid": "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
           *           "alg": "EdDSA",
           *           "use": "sig"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['ReceiptKeys'];
        };
      };
      400: components['responses']['bad-request'];
      408: components['responses']['request-timeout'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  sendUpload: {
    parameters: {
      query: {
        /**
         * @description When the address expires, in seconds since 1970
         * @example 1795593600
         */
        expires: number;
        /** @example q1kq5W2q9m0TqFhV8bW7m3yq0xw6Hj4k1s2d3f4g5h6 */
        signature: string;
      };
      header?: never;
      path: {
        /** @example 0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e */
        uploadId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': string;
        'image/png': string;
        'image/jpeg': string;
        'image/webp': string;
        'image/avif': string;
        'image/gif': string;
        'image/svg+xml': string;
      };
    };
    responses: {
      /** @description They are here; complete the upload */
      204: {
        headers: {
          'Request-Id': components['headers']['Request-Id'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['bad-request.empty-body'];
      403: components['responses']['address-expired.tenant-suspended.wrong-signature'];
      404: components['responses']['not-found'];
      408: components['responses']['request-timeout'];
      409: components['responses']['upload-completed'];
      410: components['responses']['upload-expired'];
      413: components['responses']['body-too-large'];
      414: components['responses']['uri-too-long'];
      415: components['responses']['unsupported-media-type'];
      422: components['responses']['digest-mismatch.invalid-request.logo-infected'];
      429: components['responses']['rate-limited'];
      431: components['responses']['headers-too-large'];
      500: components['responses']['internal'];
      503: components['responses']['overloaded.unavailable'];
    };
  };
  receiveEvent: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Of the event, also when it comes again
         * @example 4f7c0a52-0f6f-4d0c-8f0e-1e2a0c9b7d11
         */
        'webhook-id': string;
        /**
         * @description When it was sent, in seconds since 1970
         * @example 1795507200
         */
        'webhook-timestamp': string;
        /**
         * @description One for each secret, with spaces between
         * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9
         */
        'webhook-signature': string;
        /**
         * @description Counts the events of the endpoint
         * @example 7
         */
        'webhook-sequence': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "type": "render.succeeded",
         *       "timestamp": "2026-11-24T08:00:00.000Z",
         *       "sequence": 7,
         *       "data": {
         *         "id": "01a20ce7-2e7e-7005-8af7-d3290e702682",
         *         "url": "/v1/renders/01a20ce7-2e7e-7005-8af7-d3290e702682",
         *         "logoId": "01a20cde-018d-754f-85d2-7b3f34037503",
         *         "state": "succeeded",
         *         "createdAt": "2026-11-24T07:59:59.000Z",
         *         "finishedAt": "2026-11-24T08:00:00.000Z"
         *       }
         *     }
         */
        'application/json': components['schemas']['WebhookPayload'];
      };
    };
    responses: {
      /** @description The endpoint wants no more, and is disabled */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description It is taken */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description It is sent again later */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
}
