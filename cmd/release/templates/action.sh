#!/usr/bin/env bash
# The step of action.yml that runs mrt: annotations on the changed lines, the
# report in the job's summary, SARIF for code scanning, all of one run. Its exit
# code is mrt's.
set -uo pipefail
mrt=$RUNNER_TEMP/mrt-bin/mrt
[ -x "$mrt.exe" ] && mrt=$mrt.exe
read -r -a extra <<<"${MRT_ARGS:-}"
flags=("$MRT_COMMAND" "$MRT_PATH" --format github)
[ -n "${MRT_SINCE:-}" ] && flags+=(--since "$MRT_SINCE")
if [ "${MRT_SUMMARY:-}" = true ] && [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  flags+=(--also "markdown=$GITHUB_STEP_SUMMARY")
fi
if [ "${MRT_SARIF:-}" = true ]; then
  flags+=(--also "sarif=$RUNNER_TEMP/mrt.sarif")
fi
"$mrt" "${flags[@]}" "${extra[@]+"${extra[@]}"}"
code=$?
echo "exit-code=$code" >>"${GITHUB_OUTPUT:-/dev/null}"
exit "$code"
