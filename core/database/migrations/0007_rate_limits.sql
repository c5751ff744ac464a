-- Counts of requests in the open windows, as rate-limiter-flexible keeps them. Unlogged: a crash may empty it.
create unlogged table rate_limits (
  key text primary key,
  points integer not null default 0,
  -- When the window ends, in milliseconds since 1970.
  expire bigint
);
