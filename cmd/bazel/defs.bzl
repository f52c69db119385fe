"""Tests of Alembic migrations with mrt: mrt_check_test and mrt_verify_test.

Both run the static mrt binary on files that Bazel brings: no Python, no
network, and for SQLite no server, so that they run sandboxed and on remote
machines, and are cached.

    load("@mrt//cmd/bazel:defs.bzl", "mrt_check_test", "mrt_verify_test")

    mrt_check_test(
        name = "rollback_check",
        config = "alembic.ini",
        srcs = glob(["migrations/**"]),
        mrt = "//tools:mrt",
    )

    mrt_verify_test(
        name = "rollback_verify",
        config = "alembic.ini",
        srcs = glob(["migrations/**"]) + ["mrt.toml"],
        mrt = "//tools:mrt",
        shard_count = 8,
    )

With shard_count, Bazel starts one process per part of the history
(TEST_SHARD_INDEX, TEST_TOTAL_SHARDS), on as many machines as it has; the union
of the parts' reports is the report of one run. A JSON report of each part is
among the test's undeclared outputs (mrt.json).
"""

_SCRIPT = """#!/usr/bin/env bash
# Runs mrt on the files of this test, and keeps a JSON report beside the log.
set -u
cd "${{TEST_SRCDIR:-${{BASH_SOURCE[0]}}.runfiles}}/{workspace}" || exit 2
# Nothing of the machine is seen: no home, and files go where the test may write.
export HOME="${{TEST_TMPDIR:-/tmp}}" TMPDIR="${{TEST_TMPDIR:-/tmp}}"
"./{mrt}" {command} "{config}" {flags} "$@"
code=$?
if [ -n "${{TEST_UNDECLARED_OUTPUTS_DIR:-}}" ] && [ {report} = 1 ]; then
  "./{mrt}" {command} "{config}" {flags} "$@" --format json --no-timing --output "$TEST_UNDECLARED_OUTPUTS_DIR/mrt.json" >/dev/null 2>&1
fi
exit $code
"""

def _test_impl(ctx):
    script = ctx.actions.declare_file(ctx.label.name + ".sh")
    ctx.actions.write(
        output = script,
        content = _SCRIPT.format(
            workspace = ctx.workspace_name,
            mrt = ctx.executable.mrt.short_path,
            command = ctx.attr._command,
            config = ctx.file.config.short_path,
            flags = " ".join(["'%s'" % f.replace("'", "'\\''") for f in ctx.attr.flags]),
            report = "1" if ctx.attr.report else "0",
        ),
        is_executable = True,
    )
    files = [ctx.file.config, ctx.executable.mrt] + ctx.files.srcs + ctx.files.data
    runfiles = ctx.runfiles(files = files)
    runfiles = runfiles.merge(ctx.attr.mrt[DefaultInfo].default_runfiles)
    return [DefaultInfo(executable = script, runfiles = runfiles)]

def _attributes(command):
    return {
        "config": attr.label(
            mandatory = True,
            allow_single_file = [".ini", ".toml"],
            doc = "The project's alembic.ini, or a pyproject.toml with [tool.alembic].",
        ),
        "srcs": attr.label_list(
            mandatory = True,
            allow_files = True,
            doc = "What the project consists of: env.py, the revisions, mrt.toml, modules that they import.",
        ),
        "data": attr.label_list(
            allow_files = True,
            doc = "Further files, such as a dump that mrt.toml starts from.",
        ),
        "flags": attr.string_list(
            doc = "Flags of mrt, such as --strict or --rows=10.",
        ),
        "report": attr.bool(
            default = command == "check",
            doc = "Whether a JSON report goes to the undeclared outputs, by a second run.",
        ),
        "mrt": attr.label(
            mandatory = True,
            executable = True,
            cfg = "target",
            allow_files = True,
            doc = "The mrt binary: a file of a release, or a go_binary of this repository's cmd/mrt.",
        ),
        "_command": attr.string(default = command),
    }

mrt_check_test = rule(
    implementation = _test_impl,
    test = True,
    attrs = _attributes("check"),
    doc = "Predicts for every revision whether a downgrade gives schema and data back.",
)

mrt_verify_test = rule(
    implementation = _test_impl,
    test = True,
    attrs = _attributes("verify"),
    doc = "Proves it by round trips on scratch databases.",
)
