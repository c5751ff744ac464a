import { Server, ServerCredentials, type ServerUnaryCall, type sendUnaryData } from '@grpc/grpc-js';
import plugins from '@pulumi/pulumi/proto/plugin_pb.js';
import { ResourceProviderService } from '@pulumi/pulumi/proto/provider_grpc_pb.js';
import messages from '@pulumi/pulumi/proto/provider_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import type structs from 'google-protobuf/google/protobuf/struct_pb.js';

/** The input that can never be changed: another one makes another resource. */
export const FIXED = 'identifier';

type Answer<R> = sendUnaryData<R>;
type Call<Q> = ServerUnaryCall<Q, unknown>;

/** A provider of Pulumi in this process, that takes every resource and keeps none: for the real engine to plan with. */
export async function madeUpCloud(): Promise<{ port: number } & Disposable> {
  const server = new Server();
  server.addService(ResourceProviderService, {
    checkConfig: checked,
    check: checked,
    diffConfig: (_: Call<messages.DiffRequest>, done: Answer<messages.DiffResponse>) =>
      done(null, new messages.DiffResponse()),
    diff: ({ request }: Call<messages.DiffRequest>, done: Answer<messages.DiffResponse>) =>
      done(null, difference(request.getOldInputs(), request.getNews())),
    configure: (_: unknown, done: Answer<messages.ConfigureResponse>) => done(null, configured()),
    create: ({ request }: Call<messages.CreateRequest>, done: Answer<messages.CreateResponse>) =>
      done(null, new messages.CreateResponse().setId('made-up').setProperties(request.getProperties())),
    update: ({ request }: Call<messages.UpdateRequest>, done: Answer<messages.UpdateResponse>) =>
      done(null, new messages.UpdateResponse().setProperties(request.getNews())),
    delete: (_: unknown, done: Answer<empty.Empty>) => done(null, new empty.Empty()),
    cancel: (_: unknown, done: Answer<empty.Empty>) => done(null, new empty.Empty()),
    attach: (_: unknown, done: Answer<empty.Empty>) => done(null, new empty.Empty()),
    getPluginInfo: (_: unknown, done: Answer<plugins.PluginInfo>) =>
      done(null, new plugins.PluginInfo().setVersion('7.0.0')),
  });
  const port = await new Promise<number>((resolve, reject) => {
    const listening = (error: Error | null, port: number) => (error === null ? resolve(port) : reject(error));
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), listening);
  });
  return { port, [Symbol.dispose]: () => server.forceShutdown() };
}

function checked({ request }: Call<messages.CheckRequest>, done: Answer<messages.CheckResponse>): void {
  done(null, new messages.CheckResponse().setInputs(request.getNews()));
}

function configured(): messages.ConfigureResponse {
  return new messages.ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true).setAcceptresources(true);
}

function difference(before?: structs.Struct, after?: structs.Struct): messages.DiffResponse {
  const [old, now] = [before, after].map((struct) => Object(struct?.toJavaScript()));
  const differs = (key: string) => JSON.stringify(old[key]) !== JSON.stringify(now[key]);
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(differs);
  const { DIFF_SOME, DIFF_NONE } = messages.DiffResponse.DiffChanges;
  return new messages.DiffResponse()
    .setChanges(keys.length > 0 ? DIFF_SOME : DIFF_NONE)
    .setDiffsList(keys)
    .setReplacesList(keys.filter((key) => key === FIXED));
}
