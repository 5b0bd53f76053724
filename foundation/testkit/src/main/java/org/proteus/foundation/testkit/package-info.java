/**
 * What the tests of every room share. Known by tests only.
 */
package org.proteus.foundation.testkit;
