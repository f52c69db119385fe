#!/usr/bin/env bash
# The step of action.yml that runs mrt: annotations on the changed lines, the
# report in the job's summary, SARIF for code scanning. Its exit code is mrt's.
set -uo pipefail
mrt=$RUNNER_TEMP/mrt-bin/mrt
[ -x "$mrt.exe" ] && mrt=$mrt.exe
read -r -a extra <<<"${MRT_ARGS:-}"
flags=("$MRT_COMMAND" "$MRT_PATH")
[ -n "${MRT_SINCE:-}" ] && flags+=(--since "$MRT_SINCE")
flags+=("${extra[@]+"${extra[@]}"}")

"$mrt" "${flags[@]}" --format github
code=$?
# The other formats are further runs, and none changes what the step says. With
# verify each makes its trips again: switch off summary or sarif where that is long.
if [ "${MRT_SUMMARY:-}" = true ] && [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  "$mrt" "${flags[@]}" --format markdown -o "$GITHUB_STEP_SUMMARY" 2>/dev/null
fi
if [ "${MRT_SARIF:-}" = true ]; then
  "$mrt" "${flags[@]}" --format sarif --output "$RUNNER_TEMP/mrt.sarif" 2>/dev/null
fi
echo "exit-code=$code" >>"${GITHUB_OUTPUT:-/dev/null}"
exit "$code"
