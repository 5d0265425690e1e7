/**
 * Room: the command line. Thin shells over the libraries; only {@code serve} and {@code demo} start
 * a server.
 */
@NullMarked
package org.winnow.cli;

import org.jspecify.annotations.NullMarked;
