package org.proteus.foundation.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The annotated test, or every test of the annotated class, runs only if a program is installed.
 *
 * <p>If it is not, the test is skipped and the reason names the package to install; with {@code
 * CI=true} in the environment it fails.
 *
 * <pre>{@code
 * @NeedsTool(command = "convert", apt = "imagemagick", versionArguments = "-version",
 *         says = "Version: ImageMagick")
 * }</pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(NeedsTools.class)
@ExtendWith(NeedsToolCondition.class)
public @interface NeedsTool {

    /** Returns the program's file name, such as {@code convert}. */
    String command();

    /** Returns the Debian package that brings the program. */
    String apt();

    /** Returns the arguments that make the program tell its version. */
    String[] versionArguments() default "--version";

    /** Returns a regular expression that what it then says must contain; empty: not asked. */
    String says() default "";
}
