/** A link of OpenAPI: what can be asked next, with what of the answer. */
interface Link {
  operationId: string;
  description: string;
  parameters: Record<string, string>;
  requestBody?: object;
}

const ID = '$response.body#/id';

const to = (description: string, operationId: string, parameters: Record<string, string>): Record<string, Link> => ({
  [operationId]: { operationId, description, parameters },
});

const ofRender = {
  ...to('Read it, and wait for its end', 'readRender', { renderId: ID }),
  ...to('Follow it live', 'followRender', { renderId: ID }),
  ...to('Give it other metadata', 'changeRender', { renderId: ID }),
  ...to('Cancel it while it is not finished', 'cancelRender', { renderId: ID }),
  ...to('Make it again if it fails', 'retryRender', { renderId: ID }),
  ...to('Delete it when it is finished', 'deleteRender', { renderId: ID }),
};

const ofLogo = {
  ...to('Read it', 'readLogo', { logoId: ID }),
  ...to('Name it', 'changeLogo', { logoId: ID }),
  ...to('Delete it', 'deleteLogo', { logoId: ID }),
  createRender: {
    operationId: 'createRender',
    description: 'Have something made of it',
    parameters: {},
    requestBody: { logoId: ID, recipe: { type: 'palette' } },
  },
  ...to('List what was made of it', 'listRenders', { logoId: ID }),
  ...to('Find it by its bytes', 'findLogo', { sha256: '$response.body#/sha256' }),
};

const ofKey = {
  ...to('Read it', 'readKey', { keyId: ID }),
  ...to('Rename it', 'changeKey', { keyId: ID }),
  ...to('Replace it', 'rotateKey', { keyId: ID }),
  ...to('Revoke it', 'revokeKey', { keyId: ID }),
};

const ofWebhook = {
  ...to('Read it', 'readWebhook', { webhookId: ID }),
  ...to('Change it', 'changeWebhook', { webhookId: ID }),
  ...to('Send it a test', 'testWebhook', { webhookId: ID }),
  ...to('List what was sent to it', 'listDeliveries', { webhookId: ID }),
  ...to('Send again what it missed', 'replayWebhook', { webhookId: ID }),
  ...to('Give it a new secret', 'rotateWebhookSecret', { webhookId: ID }),
  ...to('Delete it', 'deleteWebhook', { webhookId: ID }),
};

const delivery = { webhookId: '$request.path.webhookId', deliveryId: ID };

const ofDelivery = {
  ...to('Read how it went', 'readDelivery', delivery),
  ...to('Send it again', 'replayDelivery', delivery),
};

const ofUpload = {
  ...to('Read it', 'readUpload', { uploadId: ID }),
  ...to('Make a logo of the bytes when they are sent', 'completeUpload', { uploadId: ID }),
};

/** What can be asked after an answer, by the operation and the status. */
export const LINKS: Readonly<Record<string, Readonly<Record<string, Record<string, Link>>>>> = {
  createRender: { 202: ofRender },
  uploadLogo: { 200: ofLogo, 201: ofLogo },
  uploadLogoBySha256: { 200: ofLogo, 201: ofLogo },
  fetchLogo: { 200: ofLogo, 201: ofLogo },
  completeUpload: { 200: ofLogo, 201: ofLogo },
  createUpload: { 201: ofUpload },
  createKey: { 201: ofKey },
  rotateKey: { 201: ofKey },
  createWebhook: { 201: ofWebhook },
  testWebhook: { 202: ofDelivery },
};
