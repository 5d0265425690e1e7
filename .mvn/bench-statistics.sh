# Sourced by winnow: compiles the JMH benchmarks against the built classes, runs them, and prints what was
# aimed at beside. Arguments are JMH's.
winnow_bench_statistics() {
  winnow_need_build_tools
  jmh=$root/target/jmh
  if [ ! -d "$jmh/lib" ]; then
    mvn -q -B -f "$root/src/jmh/pom.xml" dependency:copy-dependencies -DoutputDirectory="$jmh/lib" >&2 ||
      { echo "winnow: JMH could not be fetched" >&2; exit 2; }
  fi
  classes=$root/target/classes:$root/target/quarkus-app/lib/main/*:$root/target/quarkus-app/lib/boot/*:$jmh/lib/*
  mkdir -p "$jmh/classes"
  find "$root/src/jmh/java" -name '*.java' -exec \
    "$JAVA_HOME/bin/javac" -proc:full -nowarn -d "$jmh/classes" -cp "$classes" {} +
  exec "$JAVA_HOME/bin/java" -cp "$jmh/classes:$classes" org.winnow.bench.StatisticsTargets "$@"
}
