CREATE INDEX log_actor_officer ON log_actor (officer_id);

CREATE INDEX log_entry_stream ON log_entry (stream, hlc_ms, hlc_count);

CREATE INDEX plan_package_plan ON plan_package (plan_id);

CREATE TABLE draft (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE log_actor (
  id INTEGER PRIMARY KEY,
  officer_id TEXT NOT NULL,
  name TEXT NOT NULL,
  post TEXT NOT NULL,
  role TEXT,
  on_behalf_of TEXT
) STRICT;

CREATE TABLE log_chain (
  id INTEGER PRIMARY KEY,
  chain_id TEXT NOT NULL UNIQUE,
  started_at INTEGER NOT NULL,
  -- The last entry of this file when the chain began, as position and hash; null for the first chain.
  after_position INTEGER,
  after_hash BLOB
) STRICT;

CREATE TABLE log_command (
  id INTEGER PRIMARY KEY,
  command_id TEXT NOT NULL UNIQUE,
  content_hash BLOB NOT NULL,
  first_position INTEGER NOT NULL,
  entries INTEGER NOT NULL
) STRICT;

CREATE TABLE log_entry (
  -- Place in this file; (chain, chain_seq) is the identity across devices.
  position INTEGER PRIMARY KEY,
  chain INTEGER NOT NULL REFERENCES log_chain (id),
  chain_seq INTEGER NOT NULL,
  entry_id TEXT NOT NULL UNIQUE,
  command INTEGER NOT NULL REFERENCES log_command (id),
  command_index INTEGER NOT NULL,
  -- null: the command itself
  correlation TEXT,
  -- chain.seq of the stream's heads that were seen, chains by their id here: "1.17 2.4"
  parents TEXT NOT NULL,
  stream INTEGER NOT NULL REFERENCES log_stream (id),
  type TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  hlc_ms INTEGER NOT NULL,
  hlc_count INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  monotonic INTEGER NOT NULL,
  clock_trusted INTEGER NOT NULL CHECK (clock_trusted IN (0, 1)),
  origin INTEGER NOT NULL REFERENCES log_origin (id),
  plan INTEGER REFERENCES plan_package (id),
  actor INTEGER NOT NULL REFERENCES log_actor (id),
  classification TEXT,
  -- JSON list; null: none
  attachments TEXT,
  payload_hash BLOB NOT NULL,
  prev_hash BLOB NOT NULL,
  hash BLOB NOT NULL,
  hash_alg TEXT NOT NULL,
  UNIQUE (chain, chain_seq)
) STRICT;

CREATE TABLE log_origin (
  id INTEGER PRIMARY KEY,
  app_version TEXT NOT NULL,
  engine_version TEXT NOT NULL,
  boot_id TEXT NOT NULL,
  UNIQUE (app_version, engine_version, boot_id)
) STRICT;

CREATE TABLE log_payload (
  position INTEGER PRIMARY KEY REFERENCES log_entry (position),
  salt BLOB,
  body TEXT,
  CHECK ((salt IS NULL) = (body IS NULL))
) STRICT;

CREATE TABLE log_stream (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE plan_package (
  id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  plan_id TEXT NOT NULL,
  version TEXT NOT NULL,
  body TEXT NOT NULL,
  stored_at INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER log_actor_no_delete BEFORE DELETE ON log_actor
BEGIN SELECT RAISE(ABORT, 'log_actor is append-only'); END;

CREATE TRIGGER log_actor_no_update BEFORE UPDATE ON log_actor
BEGIN SELECT RAISE(ABORT, 'log_actor is append-only'); END;

CREATE TRIGGER log_chain_no_delete BEFORE DELETE ON log_chain
BEGIN SELECT RAISE(ABORT, 'log_chain is append-only'); END;

CREATE TRIGGER log_chain_no_update BEFORE UPDATE ON log_chain
BEGIN SELECT RAISE(ABORT, 'log_chain is append-only'); END;

CREATE TRIGGER log_command_no_delete BEFORE DELETE ON log_command
BEGIN SELECT RAISE(ABORT, 'log_command is append-only'); END;

CREATE TRIGGER log_command_no_update BEFORE UPDATE ON log_command
BEGIN SELECT RAISE(ABORT, 'log_command is append-only'); END;

CREATE TRIGGER log_entry_no_delete BEFORE DELETE ON log_entry
BEGIN SELECT RAISE(ABORT, 'log_entry is append-only'); END;

CREATE TRIGGER log_entry_no_update BEFORE UPDATE ON log_entry
BEGIN SELECT RAISE(ABORT, 'log_entry is append-only'); END;

CREATE TRIGGER log_origin_no_delete BEFORE DELETE ON log_origin
BEGIN SELECT RAISE(ABORT, 'log_origin is append-only'); END;

CREATE TRIGGER log_origin_no_update BEFORE UPDATE ON log_origin
BEGIN SELECT RAISE(ABORT, 'log_origin is append-only'); END;

CREATE TRIGGER log_payload_no_delete BEFORE DELETE ON log_payload
BEGIN SELECT RAISE(ABORT, 'log_payload is append-only'); END;

CREATE TRIGGER log_payload_only_redacted BEFORE UPDATE ON log_payload
WHEN NEW.position IS NOT OLD.position OR NEW.salt IS NOT NULL OR NEW.body IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'log_payload can only be redacted'); END;

CREATE TRIGGER log_stream_no_delete BEFORE DELETE ON log_stream
BEGIN SELECT RAISE(ABORT, 'log_stream is append-only'); END;

CREATE TRIGGER log_stream_no_update BEFORE UPDATE ON log_stream
BEGIN SELECT RAISE(ABORT, 'log_stream is append-only'); END;

CREATE TRIGGER plan_package_no_delete BEFORE DELETE ON plan_package
BEGIN SELECT RAISE(ABORT, 'plan_package is append-only'); END;

CREATE TRIGGER plan_package_no_update BEFORE UPDATE ON plan_package
BEGIN SELECT RAISE(ABORT, 'plan_package is append-only'); END;
