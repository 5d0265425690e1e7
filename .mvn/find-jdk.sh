# Sourced by the launcher and by ./test: points JAVA_HOME to a JDK that is new enough.
winnow_min_jdk=25

winnow_jdk_major() {
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else
    echo 0
  fi
}

winnow_jdk_ok() {
  [ -x "$1/bin/javac" ] && [ "$(winnow_jdk_major "$1")" -ge "$winnow_min_jdk" ] 2>/dev/null
}

if ! winnow_jdk_ok "${JAVA_HOME:-/nonexistent}"; then
  winnow_found=
  winnow_javac=$(command -v javac 2>/dev/null || true)
  [ -z "$winnow_javac" ] || winnow_javac=$(dirname "$(dirname "$(readlink -f "$winnow_javac")")")
  for winnow_dir in "$winnow_javac" /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$winnow_dir" ] && winnow_jdk_ok "$winnow_dir"; then
      winnow_found=$winnow_dir
      break
    fi
  done
  if [ -z "$winnow_found" ]; then
    echo "winnow: no JDK $winnow_min_jdk or newer found. Install one (for example Temurin $winnow_min_jdk) or set JAVA_HOME." >&2
    exit 2
  fi
  JAVA_HOME=$winnow_found
fi
export JAVA_HOME

# One clear line for each tool that a build needs and that is not there.
winnow_need_build_tools() {
  command -v mvn >/dev/null 2>&1 || {
    echo "winnow: Maven is needed to build. Install it, for example with: apt-get install maven" >&2
    exit 2
  }
  command -v npm >/dev/null 2>&1 || {
    echo "winnow: Node.js 20.19 or newer with npm is needed to build. Install it from nodejs.org or your distribution." >&2
    exit 2
  }
  node -e 'const [a,b]=process.versions.node.split(".").map(Number);process.exit(a>20||a===20&&b>=19?0:1)' || {
    echo "winnow: Node.js 20.19 or newer is needed to build; this is $(node --version)." >&2
    exit 2
  }
}
