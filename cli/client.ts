// By its path, so that what is built has the client in it: one package to fetch, and no other version of it beside.
export * from '../client/index.ts';
