/**
 * Room: the benchmarks. They drive a real server in a process of its own, or the libraries, with
 * records made here; nothing they measure is simulated.
 */
@NullMarked
package org.winnow.cli.bench;

import org.jspecify.annotations.NullMarked;
