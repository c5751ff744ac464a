import fp from 'fastify-plugin';
import type { ServiceDeps } from '../deps.ts';

/** Counts the connections of clients, and closes those that are too many as they come. */
export const connections = fp<Pick<ServiceDeps, 'config' | 'metrics'>>(async ({ server }, { config, metrics }) => {
  server.maxConnections = config.maxConnections;
  server.on('drop', () => metrics.connectionsRefused.inc());
  server.on('connection', (socket) => {
    metrics.activeConnections.inc();
    socket.once('close', () => metrics.activeConnections.dec());
  });
});
