import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { credentials } from '@grpc/grpc-js';
import { AnalyzerClient } from '@pulumi/pulumi/proto/analyzer_grpc_pb.js';
import analyzer from '@pulumi/pulumi/proto/analyzer_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import structs from 'google-protobuf/google/protobuf/struct_pb.js';

const RUNNER = createRequire(import.meta.url).resolve('@pulumi/pulumi/cmd/run-policy-pack/index.js');

/** A resource as the engine knows it. */
export interface Known {
  type: string;
  name: string;
  properties: Record<string, structs.JavaScriptValue>;
  protect?: boolean;
}

/** Starts the policy pack in a process of its own as Pulumi does, for a stack with that config. */
export async function startPack(stack: string, config: Record<string, string>) {
  const process = start(stack, config);
  const client = new AnalyzerClient(`127.0.0.1:${await portOf(process)}`, credentials.createInsecure());
  return {
    /** Names of its rules. */
    async rules(): Promise<string[]> {
      const info = await call<analyzer.AnalyzerInfo>((done) => client.getAnalyzerInfo(new empty.Empty(), done));
      return info.getPoliciesList().map((policy) => policy.getName());
    },

    /** What it says of a resource that a program registers: `rule: message`. */
    async analyze(known: Known): Promise<string[]> {
      const request = describe(known, new analyzer.AnalyzeRequest());
      return said(await call((done) => client.analyze(request, done)));
    },

    /** What it says of all that a stack has become. */
    async analyzeStack(all: readonly Known[]): Promise<string[]> {
      const request = new analyzer.AnalyzeStackRequest();
      for (const known of all) request.addResources(describe(known, new analyzer.AnalyzerResource()));
      return said(await call((done) => client.analyzeStack(request, done)));
    },

    async [Symbol.asyncDispose](): Promise<void> {
      client.close();
      const closed = once(process, 'close');
      process.kill();
      await closed;
    },
  };
}

/** URN of a resource in a stack named prod. */
export function urnOf({ type, name }: Pick<Known, 'type' | 'name'>): string {
  return `urn:pulumi:prod::logomorph::${type}::${name}`;
}

function start(stack: string, config: Record<string, string>) {
  return spawn(process.execPath, [RUNNER, '127.0.0.1:1', '.'], {
    cwd: dirname(import.meta.dirname),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PULUMI_CONFIG: JSON.stringify(config), PULUMI_NODEJS_STACK: stack, PULUMI_NODEJS_PROJECT: 'logomorph' },
  });
}

/** It writes its port once it listens, and nothing before. */
async function portOf({ stdout, stderr }: ReturnType<typeof start>): Promise<string> {
  let errors = '';
  stderr.on('data', (data) => {
    errors += data;
  });
  for await (const line of createInterface(stdout)) return line;
  throw new Error(`the pack does not start: ${errors}`);
}

function describe<R extends analyzer.AnalyzeRequest | analyzer.AnalyzerResource>(known: Known, request: R): R {
  const options = new analyzer.AnalyzerResourceOptions();
  options.setProtect(known.protect ?? false);
  request.setOptions(options);
  request.setType(known.type);
  request.setName(known.name);
  request.setUrn(urnOf(known));
  request.setProperties(structs.Struct.fromJavaScript(known.properties));
  return request;
}

function said(response: analyzer.AnalyzeResponse): string[] {
  return response.getDiagnosticsList().map((one) => `${one.getPolicyname()}: ${one.getMessage()}`);
}

function call<T>(ask: (done: (error: Error | null, answer: T) => void) => unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    ask((error, answer) => (error === null ? resolve(answer) : reject(error)));
  });
}
