package org.winnow.team;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The endpoint is for members of the review named by the path parameter {@code reviewId} who have
 * one of these roles; without any, for every member. A stranger gets the same answer as for a
 * review that does not exist.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RequiresRole {
  ReviewRole[] value() default {};
}
