import { servers } from '../harness/profiles.ts';
import { acceptance } from './acceptance.ts';

acceptance(servers(0));
