// Package conform answers conformance cases: small questions that have been
// taken from the test suites of Alembic and SQLAlchemy, each a JSON object
// with an id, a kind and the inputs of that kind.
//
// It takes cases without their expected results and gives answers; it never
// judges them. A case that asks for something that is not there is answered
// with "unsupported" and the reason, never with a guess. It does not read the
// network and writes only to memory and to temporary folders of its own.
package conform
