package pgdb

import (
	"context"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// Breaks: with real commits, what a migration did before one of them stays.
func (d *DB) Breaks() bool { return d.commits }

// Break stops a migration before a statement: the server itself lets it fail, so
// that the transaction is what it would be. An index that is made or rebuilt
// concurrently stays behind, invalid, as it does when its making is stopped.
func (d *DB) Break(ctx context.Context, sql string, lost bool) error {
	if lost {
		_ = d.c.Close(ctx)
		return &live.Failure{Class: "OperationalError", Code: "08006", Message: "server closed the connection unexpectedly", Statement: sql}
	}
	if err := d.halfway(ctx, sql); err != nil {
		return err
	}
	_, err := d.c.Exec(ctx, "DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '55P03', MESSAGE = 'canceling statement due to lock timeout'; END $$").ReadAll()
	return d.failure(ctx, err, sql)
}

// halfway leaves the invalid index of CREATE INDEX CONCURRENTLY, where the account
// may mark one so.
func (d *DB) halfway(ctx context.Context, sql string) error {
	t := sqltok.Cut(sql)
	if !d.super || !sqltok.Begins(t, "create", "index") && !sqltok.Begins(t, "create", "unique", "index") || d.c.TxStatus() != 'I' {
		return nil
	}
	at := 2
	if t[1].Is("unique") {
		at++
	}
	if at+1 >= len(t) || !t[at].Is("concurrently") {
		return nil
	}
	if at++; sqltok.Begins(t[at:], "if", "not", "exists") {
		at += 3
	}
	if at >= len(t) || !t[at].Named() || t[at].Is("on") {
		return nil
	}
	name := t[at].Text
	if t[at].Kind == sqltok.Word {
		name = t[at].Lower
	}
	d.note(t)
	if _, err := d.c.Exec(ctx, sql).ReadAll(); err != nil {
		return d.failure(ctx, err, sql)
	}
	return d.do(ctx, "UPDATE pg_index SET indisvalid = false, indisready = false FROM pg_class c WHERE c.oid = indexrelid AND c.relname = "+literal(name))
}

// note keeps what a statement touches without judging it.
func (d *DB) note(t []sqltok.Token) {
	d.ddl, d.wide = true, true
	for _, x := range t {
		d.names(x)
	}
}
