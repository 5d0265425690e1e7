#!/bin/sh
# Makes the role that the server works with. It owns nothing, so the ledger stays append-only for it.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$WINNOW_DB_PASSWORD" -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<'SQL'
CREATE ROLE winnow LOGIN PASSWORD :'password';
SQL
