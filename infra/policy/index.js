// Pulumi would have an entry in TypeScript compiled by its own old compiler; from here Node itself runs the rest.
import './pack.ts';
