/**
 * What the tests of every room share. Known by tests only.
 *
 * <p>A test that needs an outside program says so with {@link
 * org.proteus.foundation.testkit.NeedsTool}: it is skipped with the line that installs the program,
 * and fails instead when the environment says {@code CI=true}.
 */
package org.proteus.foundation.testkit;
