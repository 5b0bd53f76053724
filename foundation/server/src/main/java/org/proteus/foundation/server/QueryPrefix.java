package org.proteus.foundation.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that an endpoint also takes every query parameter whose name begins with a prefix. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface QueryPrefix {
    /** The prefix, for example {@code option.}. */
    String value();
}
