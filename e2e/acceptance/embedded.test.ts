import { embedded } from '../harness/profiles.ts';
import { acceptance } from './acceptance.ts';

acceptance(embedded);
