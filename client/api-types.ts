// Generated from docs/openapi.json by npm run docs.
export interface paths {
  '/health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Liveness */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Liveness'];
          };
        };
      };
    };
  };
  '/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Readiness */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Readiness'];
          };
        };
        /** @description Default Response */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Readiness'];
          };
        };
      };
    };
  };
  '/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Metrics for Prometheus */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
      };
    };
  };
  '/v1/keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List API keys, newest first */
    get: {
      parameters: {
        query?: {
          limit?: number;
          /** @description `nextCursor` of the page before */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['ApiKeyPage'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    /**
     * Create an API key; its secret is in this answer alone
     * @description A key can be given the scopes that the key of the request has, and no others.
     */
    post: {
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
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['NewApiKey'];
          };
        };
        /** @description A problem document */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        413: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        415: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
  };
  '/v1/keys/{keyId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Revoke an API key
     * @description It stops within 5 seconds. The last key with the scope admin, which could make another, is not revoked.
     */
    delete: {
      parameters: {
        query?: never;
        header?: {
          /** @description Makes a repetition harmless: the same request under the same key is done once */
          'idempotency-key'?: string;
        };
        path: {
          keyId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Revoked */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description A problem document */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    /** Rename an API key, or change its own limit */
    patch: {
      parameters: {
        query?: never;
        header?: {
          /** @description Makes a repetition harmless: the same request under the same key is done once */
          'idempotency-key'?: string;
        };
        path: {
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
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['ApiKey'];
          };
        };
        /** @description A problem document */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        413: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        415: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
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
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Makes a repetition harmless: the same request under the same key is done once */
          'idempotency-key'?: string;
        };
        path: {
          keyId: string;
        };
        cookie?: never;
      };
      requestBody: {
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
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['NewApiKey'];
          };
        };
        /** @description A problem document */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        413: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        415: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
  };
  '/v1/renders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List renders, newest first */
    get: {
      parameters: {
        query?: {
          limit?: number;
          /** @description `nextCursor` of the page before */
          cursor?: string;
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
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['RenderPage'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    /** Ask for a render of a logo, or a batch of renders of many */
    post: {
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
        /** @description Default Response */
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Render'];
          };
        };
        /** @description A problem document */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        413: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        415: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
  };
  '/v1/renders/{renderId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a render */
    get: {
      parameters: {
        query?: never;
        header?: {
          /** @description `wait=N` (RFC 7240, 4.3): answer when the render is finished, and after N seconds as it is then; N is at most 30 */
          prefer?: string;
        };
        path: {
          renderId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Render'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    /** Delete a render that has finished, with its files, or a batch with its renders */
    delete: {
      parameters: {
        query?: never;
        header?: {
          /** @description Makes a repetition harmless: the same request under the same key is done once */
          'idempotency-key'?: string;
        };
        path: {
          renderId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Deleted */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description A problem document */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
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
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Makes a repetition harmless: the same request under the same key is done once */
          'idempotency-key'?: string;
        };
        path: {
          renderId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Render'];
          };
        };
        /** @description A problem document */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
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
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Makes a repetition harmless: the same request under the same key is done once */
          'idempotency-key'?: string;
        };
        path: {
          renderId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Render'];
          };
        };
        /** @description A problem document */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
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
     * @description Nothing is rendered or kept by this. The same wish gives the same address.
     */
    post: {
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
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Transform'];
          };
        };
        /** @description A problem document */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        413: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        415: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
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
    get: {
      parameters: {
        query?: never;
        header?: {
          'last-event-id'?: number;
        };
        path: {
          renderId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description The events */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/event-stream': string;
          };
        };
        /** @description The render is finished and nothing follows */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
  };
  '/v1/renders/{renderId}/outputs/{*}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Fetch a file of a render */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          renderId: string;
          /** @description The name of the output */
          '*': string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description The bytes, in the type that the output names */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/octet-stream': string;
          };
        };
        /** @description The part that `Range` asks for */
        206: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/octet-stream': string;
          };
        };
        /** @description The client has these bytes */
        304: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': unknown;
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        416: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
  };
  '/v1/webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List webhook endpoints, newest first */
    get: {
      parameters: {
        query?: {
          limit?: number;
          /** @description `nextCursor` of the page before */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['WebhookEndpointPage'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    /** Create a webhook endpoint; its secret is in this answer alone */
    post: {
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
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['NewWebhookEndpoint'];
          };
        };
        /** @description A problem document */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        413: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        415: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
  };
  '/v1/webhooks/{webhookId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a webhook endpoint */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          webhookId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['WebhookEndpoint'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    /** Delete a webhook endpoint with its deliveries */
    delete: {
      parameters: {
        query?: never;
        header?: {
          /** @description Makes a repetition harmless: the same request under the same key is done once */
          'idempotency-key'?: string;
        };
        path: {
          webhookId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Deleted */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description A problem document */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    /** Change a webhook endpoint; disabling it ends what is on the way to it */
    patch: {
      parameters: {
        query?: never;
        header?: {
          /** @description Makes a repetition harmless: the same request under the same key is done once */
          'idempotency-key'?: string;
        };
        path: {
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
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['WebhookEndpoint'];
          };
        };
        /** @description A problem document */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        413: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        415: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
  };
  '/v1/webhooks/{webhookId}/rotate-secret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Give a webhook endpoint a new secret; the one before signs beside it for 24 hours */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Makes a repetition harmless: the same request under the same key is done once */
          'idempotency-key'?: string;
        };
        path: {
          webhookId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['NewWebhookEndpoint'];
          };
        };
        /** @description A problem document */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
  };
  '/v1/webhooks/{webhookId}/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the deliveries to a webhook endpoint, newest first */
    get: {
      parameters: {
        query?: {
          limit?: number;
          /** @description `nextCursor` of the page before */
          cursor?: string;
          state?: 'pending' | 'succeeded' | 'failed';
        };
        header?: never;
        path: {
          webhookId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['WebhookDeliveryPage'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
  };
  '/v1/webhooks/{webhookId}/deliveries/{deliveryId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a delivery */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          webhookId: string;
          deliveryId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['WebhookDelivery'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
  };
  '/v1/webhooks/{webhookId}/deliveries/{deliveryId}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Send a delivery again */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Makes a repetition harmless: the same request under the same key is done once */
          'idempotency-key'?: string;
        };
        path: {
          webhookId: string;
          deliveryId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['WebhookDelivery'];
          };
        };
        /** @description A problem document */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
  };
  '/v1/webhooks/{webhookId}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Send again what has happened since a time and was not delivered */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Makes a repetition harmless: the same request under the same key is done once */
          'idempotency-key'?: string;
        };
        path: {
          webhookId: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          /**
           * @example {
           *       "since": "2026-11-24T08:00:00Z"
           *     }
           */
          'application/json': components['schemas']['WebhookReplayRequest'];
        };
      };
      responses: {
        /** @description Default Response */
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['WebhookReplay'];
          };
        };
        /** @description A problem document */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        413: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        415: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
  };
  '/v1/webhooks/{webhookId}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Send a webhook endpoint the event webhook.test */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Makes a repetition harmless: the same request under the same key is done once */
          'idempotency-key'?: string;
        };
        path: {
          webhookId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['WebhookDelivery'];
          };
        };
        /** @description A problem document */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
  };
  '/v1/logos': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List logos, newest first */
    get: {
      parameters: {
        query?: {
          limit?: number;
          /** @description `nextCursor` of the page before */
          cursor?: string;
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
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['LogoPage'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    /** Upload a logo as the raw body */
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Makes a repetition harmless: the same request under the same key is done once */
          'idempotency-key'?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description These bytes were here already */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Logo'];
          };
        };
        /** @description Stored */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Logo'];
          };
        };
        /** @description A problem document */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        413: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        415: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
  };
  '/v1/logos/{logoId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a logo */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          logoId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
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
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    /**
     * Delete a logo of which no render is unfinished
     * @description Finished renders stay, with their files and the id of the logo, which then leads nowhere.
     */
    delete: {
      parameters: {
        query?: never;
        header?: {
          /** @description Makes a repetition harmless: the same request under the same key is done once */
          'idempotency-key'?: string;
        };
        path: {
          logoId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Deleted */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description A problem document */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    /** Name a logo, or give it metadata in place of what it has */
    patch: {
      parameters: {
        query?: never;
        header?: {
          /** @description Makes a repetition harmless: the same request under the same key is done once */
          'idempotency-key'?: string;
        };
        path: {
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
        /** @description Default Response */
        200: {
          headers: {
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
        /** @description A problem document */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        413: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        415: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
  };
  '/v1/logos/sha256/{sha256}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Ask for the logo of these bytes, before they are sent */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description SHA-256 of the uploaded bytes */
          sha256: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
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
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    /** Upload a logo under its SHA-256, which is checked */
    put: {
      parameters: {
        query?: never;
        header?: {
          /** @description Makes a repetition harmless: the same request under the same key is done once */
          'idempotency-key'?: string;
        };
        path: {
          /** @description SHA-256 of the uploaded bytes */
          sha256: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description These bytes were here already */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Logo'];
          };
        };
        /** @description Stored */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Logo'];
          };
        };
        /** @description A problem document */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        413: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        415: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
  };
  '/v1/usage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read what was used on each day, and what is stored now */
    get: {
      parameters: {
        query: {
          /** @description The first day, of UTC */
          from: string;
          /** @description The last day, of UTC; with it there may be 366 days */
          to: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
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
        /** @description A problem document */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
  };
  '/v1/limits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read all limits, and what is left of each */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
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
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
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
    post: {
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
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Logo'];
          };
        };
        /** @description Stored */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Logo'];
          };
        };
        /** @description A problem document */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        413: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        415: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
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
    post: {
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
        /** @description Default Response */
        201: {
          headers: {
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
        /** @description A problem document */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        413: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        415: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
  };
  '/v1/logos/uploads/{uploadId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read an upload */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          uploadId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
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
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
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
    post: {
      parameters: {
        query?: never;
        header?: {
          /** @description Makes a repetition harmless: the same request under the same key is done once */
          'idempotency-key'?: string;
        };
        path: {
          uploadId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description These bytes were here already */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Logo'];
          };
        };
        /** @description Stored */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Logo'];
          };
        };
        /** @description A problem document */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        401: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        410: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        413: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        415: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
  };
  '/files/{renderId}/{*}': {
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
    get: {
      parameters: {
        query: {
          /** @description When the address expires, in seconds since 1970 */
          expires: number;
          signature: string;
        };
        header?: never;
        path: {
          renderId: string;
          /** @description The name of the output */
          '*': string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description The bytes, in the type that the output names */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/octet-stream': string;
          };
        };
        /** @description The part that `Range` asks for */
        206: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/octet-stream': string;
          };
        };
        /** @description The client has these bytes */
        304: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': unknown;
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        416: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
  };
  '/transforms/{logoId}/{*}': {
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
    get: {
      parameters: {
        query: {
          /** @description When the address expires, in seconds since 1970 */
          expires?: number;
          signature: string;
        };
        header?: never;
        path: {
          logoId: string;
          '*': string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description The bytes, in the type that the output names */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/octet-stream': string;
          };
        };
        /** @description The part that `Range` asks for */
        206: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/octet-stream': string;
          };
        };
        /** @description The client has these bytes */
        304: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': unknown;
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        416: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        429: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
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
    put: {
      parameters: {
        query: {
          /** @description When the address expires, in seconds since 1970 */
          expires: number;
          signature: string;
        };
        header?: never;
        path: {
          uploadId: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description They are here; complete the upload */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description A problem document */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        408: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        410: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        413: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        422: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        500: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
        /** @description A problem document */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
  };
}
export type webhooks = Record<string, never>;
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
    /** ApiKey */
    ApiKey: {
      /** Format: uuid */
      id: string;
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
      /** Format: uuid */
      nextCursor?: string;
    };
    /** ApiKeyChange */
    ApiKeyChange: {
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
       * @description Of the output; svg only of an SVG; ico is a square of at most 256 pixels a side, and has 16, 24, 32 and 48 pixels in it too as far as they are smaller; icns is a square of 16, 32, 64, 128, 256, 512 or 1024 pixels a side, and has those that are smaller in it
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
      /** @description The part of the logo to take; it has to lie inside the logo */
      crop?: {
        /** @description Of the part, from the left edge of the logo */
        left: number;
        /** @description Of the part, from the top edge of the logo */
        top: number;
        width: number;
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
       * @description Name in the web manifest and the snippet
       * @default App
       */
      name?: string;
      /** @description The name where space is short */
      shortName?: string;
      /**
       * @description Behind the logo where a platform wants an opaque picture; auto: white, or darkBackground for a logo that cannot be seen on white
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
       * @description The most colours to tell
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
       * @description monochrome: the shape in one colour, white on it and a plate behind it left out; duotone: from shadows to highlights by lightness; brand: each colour to the nearest of colours; dark: for a dark background, with lightness mirrored and hue kept where the contrast is missing, and white or black paper made the background
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
       * @description Of the output; svg only of an SVG; ico is a square of at most 256 pixels a side, and has 16, 24, 32 and 48 pixels in it too as far as they are smaller; icns is a square of 16, 32, 64, 128, 256, 512 or 1024 pixels a side, and has those that are smaller in it
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
      /** @description The part of the logo to take; it has to lie inside the logo */
      crop?: {
        /** @description Of the part, from the left edge of the logo */
        left: number;
        /** @description Of the part, from the top edge of the logo */
        top: number;
        width: number;
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
       * @description Name in the web manifest and the snippet
       * @default App
       */
      name: string;
      /** @description The name where space is short */
      shortName?: string;
      /**
       * @description Behind the logo where a platform wants an opaque picture; auto: white, or darkBackground for a logo that cannot be seen on white
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
       * @description The most colours to tell
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
       * @description monochrome: the shape in one colour, white on it and a plate behind it left out; duotone: from shadows to highlights by lightness; brand: each colour to the nearest of colours; dark: for a dark background, with lightness mirrored and hue kept where the contrast is missing, and white or black paper made the background
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
      /** Format: uuid */
      nextCursor?: string;
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
      /** @description An https:// URL of the public internet, without a user in it; redirects are not followed */
      url: string;
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
      /** @description An https:// URL of the public internet, without a user in it; redirects are not followed */
      url: string;
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
      /** @description An https:// URL of the public internet, without a user in it; redirects are not followed */
      url: string;
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
      /** Format: uuid */
      nextCursor?: string;
    };
    /** WebhookEndpointPatch */
    WebhookEndpointPatch: {
      /** @description An https:// URL of the public internet, without a user in it; redirects are not followed */
      url?: string;
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
      /** @description Enabling begins anew; what was missed can be replayed */
      enabled?: boolean;
    };
    /** WebhookPayload */
    WebhookPayload: {
      /** @enum {unknown} */
      type:
        | 'render.succeeded'
        | 'render.failed'
        | 'render.canceled'
        | 'batch.succeeded'
        | 'batch.failed'
        | 'batch.canceled'
        | 'webhook.disabled'
        | 'webhook.test';
      /**
       * Format: date-time
       * @description When it happened
       */
      timestamp: string;
      /** @description Grows by one with each event that is for the endpoint */
      sequence: number;
      /** @description Of a render or a batch: WebhookRender */
      data: {
        [key: string]: unknown;
      };
    };
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
      /** Format: uuid */
      nextCursor?: string;
    };
    /** WebhookReplayRequest */
    WebhookReplayRequest: {
      /**
       * Format: date-time
       * @description Events that happened then or later
       */
      since: string;
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
      /** @description SHA-256 of the uploaded bytes */
      sha256: string;
      /** @enum {unknown} */
      format: 'png' | 'jpeg' | 'webp' | 'avif' | 'gif' | 'svg';
      bytes: number;
      /** @description Pixels, of a raster whose head tells them */
      width?: number;
      height?: number;
      /** @description A client's name for it; none when left out */
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
      /** Format: uuid */
      nextCursor?: string;
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
    /** TenantLimit */
    TenantLimit: {
      /**
       * @description key, tenant: requests in a minute; renders: renders asked for in a minute; rendersPerDay: runs of renders asked for in a day of UTC; unfinishedRenders: renders that are queued or running; storedBytes: bytes of logos and files
       * @enum {unknown}
       */
      name: 'key' | 'tenant' | 'renders' | 'rendersPerDay' | 'unfinishedRenders' | 'storedBytes';
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
    /** LogoFromUrlRequest */
    LogoFromUrlRequest: {
      /** @description An https:// URL of the public internet, without a user in it, that answers with the picture */
      url: string;
      /** @description A client's name for it; none when left out */
      name?: string;
    };
    /** LogoUploadRequest */
    LogoUploadRequest: {
      /** @description How many will be sent */
      bytes: number;
      /** @description SHA-256 of the uploaded bytes */
      sha256: string;
      /** @description A client's name for it; none when left out */
      name?: string;
      /** @description Texts of your own, by keys of your own */
      metadata?: {
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
      /** @description SHA-256 of the uploaded bytes */
      sha256: string;
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date-time
       * @description Until when it may be sent and completed
       */
      expiresAt: string;
      /** @description How to send the bytes: without an API key. It is in the answer to the announcement alone */
      request?: {
        /** @enum {unknown} */
        method: 'PUT';
        /** @description Absolute, or relative to the API */
        url: string;
        /** @description To be sent as they are */
        headers: {
          [key: string]: string;
        };
      };
      logo?: components['schemas']['Logo'];
    };
    /** RenderEvent */
    RenderEvent:
      | {
          /** @description Counts up from 1 in each render, without a gap */
          seq: number;
          /** Format: date-time */
          at: string;
          /** @constant */
          type: 'queued';
          data: Record<string, never>;
        }
      | {
          /** @description Counts up from 1 in each render, without a gap */
          seq: number;
          /** Format: date-time */
          at: string;
          /** @constant */
          type: 'started';
          data: Record<string, never>;
        }
      | {
          /** @description Counts up from 1 in each render, without a gap */
          seq: number;
          /** Format: date-time */
          at: string;
          /** @constant */
          type: 'output';
          data: components['schemas']['RenderOutput'];
        }
      | {
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
        }
      | {
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
        }
      | {
          /** @description Counts up from 1 in each render, without a gap */
          seq: number;
          /** Format: date-time */
          at: string;
          /** @constant */
          type: 'failed';
          data: components['schemas']['Problem'];
        }
      | {
          /** @description Counts up from 1 in each render, without a gap */
          seq: number;
          /** Format: date-time */
          at: string;
          /** @constant */
          type: 'canceled';
          data: Record<string, never>;
        };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type Liveness = components['schemas']['Liveness'];
export type Readiness = components['schemas']['Readiness'];
export type ApiKeyRequest = components['schemas']['ApiKeyRequest'];
export type NewApiKey = components['schemas']['NewApiKey'];
export type Problem = components['schemas']['Problem'];
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
export type RenderOutput = components['schemas']['RenderOutput'];
export type Render = components['schemas']['Render'];
export type RenderPage = components['schemas']['RenderPage'];
export type TransformRequest = components['schemas']['TransformRequest'];
export type Transform = components['schemas']['Transform'];
export type WebhookEndpointRequest = components['schemas']['WebhookEndpointRequest'];
export type NewWebhookEndpoint = components['schemas']['NewWebhookEndpoint'];
export type WebhookEndpoint = components['schemas']['WebhookEndpoint'];
export type WebhookEndpointPage = components['schemas']['WebhookEndpointPage'];
export type WebhookEndpointPatch = components['schemas']['WebhookEndpointPatch'];
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
export type TenantLimit = components['schemas']['TenantLimit'];
export type TenantLimits = components['schemas']['TenantLimits'];
export type LogoFromUrlRequest = components['schemas']['LogoFromUrlRequest'];
export type LogoUploadRequest = components['schemas']['LogoUploadRequest'];
export type LogoUpload = components['schemas']['LogoUpload'];
export type RenderEvent = components['schemas']['RenderEvent'];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
