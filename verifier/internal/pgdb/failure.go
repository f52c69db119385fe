package pgdb

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/mrt-tools/mrt/verifier/internal/live"
)

// failure turns an error of the driver into the database's verdict.
func (d *DB) failure(ctx context.Context, err error, sql string) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var pg *pgconn.PgError
	if !errors.As(err, &pg) || ended(pg.Code) {
		return &Lost{err}
	}
	if pg.Code == "53100" {
		return diskFull(pg)
	}
	return &live.Failure{Class: class(pg.Code), Code: pg.Code, Message: pg.Message, Detail: pg.Detail, Statement: sql,
		Table: pg.TableName, Constraint: pg.ConstraintName, Column: pg.ColumnName}
}

// diskFull is what ends a verification for which the server has no room.
func diskFull(pg *pgconn.PgError) error {
	return &live.Full{Where: "the disk of the PostgreSQL server", Words: pg.Message}
}

// class is the DBAPI class that psycopg raises for a SQLSTATE.
func class(code string) string {
	if len(code) < 2 {
		return "DatabaseError"
	}
	switch code[:2] {
	case "23":
		return "IntegrityError"
	case "22":
		return "DataError"
	case "08", "53", "54", "55", "57", "58", "40", "25", "0L", "28", "3B", "HV":
		if code[:2] == "25" {
			return "InternalError"
		}
		return "OperationalError"
	case "0A":
		return "NotSupportedError"
	case "42", "3D", "3F", "44", "2B", "P0":
		if code[:2] == "P0" {
			return "InternalError"
		}
		return "ProgrammingError"
	}
	return "DatabaseError"
}
