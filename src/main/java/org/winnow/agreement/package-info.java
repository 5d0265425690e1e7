/** Library: how far people who judged the same things independently agree. */
@NullMarked
package org.winnow.agreement;

import org.jspecify.annotations.NullMarked;
