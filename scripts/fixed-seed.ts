import fc from 'fast-check';

// Property tests of `npm test` try the same cases on every run, so that one that fails says something of the change at
// hand. A single test file that is run by hand tries others each time, and so does `npm run fuzz`.
fc.configureGlobal({ seed: 20_261_124 });
